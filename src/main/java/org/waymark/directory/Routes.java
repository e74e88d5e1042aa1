package org.waymark.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.schema.Entry;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Vocabulary.Option;

/**
 * The only class that knows the addresses of the site. Published addresses are permanent: each changes only with the
 * id of its entry.
 */
public final class Routes {
    public static final SitePath SERVICES = new SitePath("services/");
    public static final SitePath CASE_STUDIES = new SitePath("case-studies/");
    public static final SitePath ORGANISATIONS = new SitePath("organisations/");
    public static final SitePath REGIONS = new SitePath("regions/");
    public static final SitePath CATEGORIES = new SitePath("categories/");
    public static final SitePath GLOSSARY = new SitePath("glossary/");
    public static final SitePath COVERAGE = new SitePath("coverage/");
    public static final SitePath PRINT = new SitePath("print/");
    public static final SitePath WHATS_NEW = new SitePath("whats-new/");
    public static final SitePath SEARCH = new SitePath("search/");
    public static final SitePath SEARCH_INDEX = new SitePath("search/index.js");
    public static final SitePath A_TO_Z = new SitePath("a-to-z/");
    public static final SitePath NOT_FOUND = new SitePath("404.html");
    public static final SitePath FEED = new SitePath("feed.xml");
    public static final SitePath SITEMAP = new SitePath("sitemap.xml");
    public static final SitePath ROBOTS = new SitePath("robots.txt");
    public static final SitePath MANIFEST = new SitePath("manifest.webmanifest");

    /** The folder of files that pages load. */
    public static final SitePath ASSETS = new SitePath("assets/");

    public static final SitePath FINDER = new SitePath("finder/");
    /** Files for download. Their addresses are those of their names, and change with them. */
    public static final SitePath FILES = new SitePath("files/");

    public static final SitePath IMAGES = new SitePath("images/");

    /** The pages and files that templates may link to from any page, by name. */
    public static final Map<String, SitePath> NAMED = Map.ofEntries(
            Map.entry("a-to-z", A_TO_Z),
            Map.entry("case-studies", CASE_STUDIES),
            Map.entry("coverage", COVERAGE),
            Map.entry("feed", FEED),
            Map.entry("glossary", GLOSSARY),
            Map.entry("manifest", MANIFEST),
            Map.entry("organisations", ORGANISATIONS),
            Map.entry("print", PRINT),
            Map.entry("regions", REGIONS),
            Map.entry("search", SEARCH),
            Map.entry("services", SERVICES),
            Map.entry("whats-new", WHATS_NEW));

    /** The first segments of the site's own addresses, which text pages cannot use. */
    private static final Set<String> TAKEN = Stream.of(
                    A_TO_Z, ASSETS, COVERAGE, FINDER, IMAGES, NOT_FOUND, PRINT, SEARCH, WHATS_NEW)
            .map(path -> path.value().replaceFirst("[/.].*", ""))
            .collect(Collectors.toUnmodifiableSet());

    private static final String BY = "by-";
    private static final String PAGE = "page-";

    private static final String INDEX = "index.html";

    private Routes() {}

    public static SitePath of(Entry entry) {
        return of(entry.entryKind(), entry.id());
    }

    /** The address of an entry, whether or not it exists. */
    public static SitePath of(Kind kind, Id id) {
        return new SitePath(kind.place().isFolder() ? kind.address() + id + "/" : kind.address() + "#" + id);
    }

    public static SitePath ofRegion(Option region) {
        return new SitePath(REGIONS.value() + region.id() + "/");
    }

    /** The news feed of a category. */
    public static SitePath feedOf(Category category) {
        return feedOf(category.id());
    }

    /** The news feed of a category that may no longer exist. */
    public static SitePath feedOf(Id category) {
        return new SitePath(CATEGORIES.value() + category + "/" + FEED.value());
    }

    /** The A to Z page for one letter, if the A to Z is split. */
    public static SitePath ofLetter(String id) {
        return new SitePath(A_TO_Z + id + "/");
    }

    /** Whether the site itself uses the address that this entry would have. */
    static boolean isTaken(Kinds kinds, Kind kind, Id id) {
        if (kind.address().isEmpty()) {
            String folder = id + "/";
            return TAKEN.contains(id.value())
                    || kinds.forReaders().stream()
                            .anyMatch(other -> other.address().equals(folder))
                    || kinds.shape().vocabularies().values().stream()
                            .anyMatch(vocabulary ->
                                    vocabulary.hasPages() && vocabulary.name().equals(id.value()));
        }
        Listing listing = kind.listing();
        return listing.style() == Listing.Style.FINDER && (isPageNumber(id.value()) || isFacet(listing, id.value()));
    }

    private static boolean isFacet(Listing listing, String id) {
        return listing.facets().stream().anyMatch(facet -> id.equals(BY + facet.word()));
    }

    /** {@code page-2}: a further page of a long list. */
    private static boolean isPageNumber(String id) {
        return id.length() > PAGE.length()
                && id.startsWith(PAGE)
                && id.chars().skip(PAGE.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    /** The address of a page, from 1, of the list of all case studies. */
    public static SitePath ofCaseStudies(int page) {
        return page(CASE_STUDIES.value(), page);
    }

    /** The address of a page of the case studies that match a filter. */
    public static SitePath ofCaseStudiesBy(Facet facet, String id, int page) {
        return page(CASE_STUDIES + BY + facet.word() + "/" + id + "/", page);
    }

    /** The address of a page of an organisation's case studies; the first is the organisation's own page. */
    public static SitePath ofCaseStudies(Organisation organisation, int page) {
        return page(of(organisation).value(), page);
    }

    private static SitePath page(String folder, int page) {
        return new SitePath(page == 1 ? folder : folder + PAGE + page + "/");
    }

    /**
     * The address of a published file if it must keep working, that is, of a page or feed. Images and other assets
     * change with their pages, and search engines fetch the sitemap again.
     */
    public static Optional<SitePath> promised(String file) {
        if (file.endsWith(FEED.value())) {
            return Optional.of(new SitePath(file));
        }
        boolean isPage = file.equals(INDEX) || file.endsWith("/" + INDEX);
        return isPage ? Optional.of(new SitePath(file.substring(0, file.length() - INDEX.length()))) : Optional.empty();
    }

    /**
     * The entry that an address belongs or belonged to: as its page, its feed or its list of case studies. Empty for
     * pages of the site as a whole.
     */
    public static Optional<EntryName> ownerOf(Kinds kinds, SitePath path) {
        String[] parts = path.value().split("/", -1);
        if (parts.length < 2 || !Id.isValid(parts[0])) {
            return Optional.empty();
        }
        String folder = parts.length == 2 ? "" : parts[0] + "/";
        String id = parts[parts.length == 2 ? 0 : 1];
        return kinds.withPages().stream()
                .filter(kind -> kind.address().equals(folder))
                .flatMap(kind -> facet(kind, id)
                        .filter(facet -> parts.length > 3)
                        .map(facet -> kinds.valuesOf(kind, facet).flatMap(value -> owner(kinds, value, parts[2])))
                        .orElseGet(() -> owner(kinds, kind, id))
                        .stream())
                .findFirst();
    }

    private static Optional<Listing.Facet> facet(Kind kind, String folder) {
        return kind.listing().facets().stream()
                .filter(facet -> folder.equals(BY + facet.word()))
                .findFirst();
    }

    private static Optional<EntryName> owner(Kinds kinds, Kind kind, String id) {
        return Optional.of(id)
                .filter(Id::isValid)
                .map(Id::new)
                .filter(valid -> !ReservedIds.contains(kinds, kind, valid))
                .map(valid -> new EntryName(kind, valid));
    }

    /** The address of an image in {@code content/images}. */
    public static SitePath ofImage(String path) {
        return new SitePath(encoded(path.substring("content/".length())));
    }

    /** The page that a link in a text points to; empty for a broken link, which is not always an error. */
    public static Optional<SitePath> of(Directory directory, LinkPath link) {
        String path = link.path();
        if (directory.hasImage(path)) {
            return Optional.of(ofImage(path));
        }
        if (directory.attachment(path).isPresent()) {
            String part =
                    link.fragment().filter(f -> !f.isEmpty()).map(f -> "#" + f).orElse("");
            return Optional.of(new SitePath(encoded(path.substring("content/".length())) + part));
        }
        Optional<SitePath> list = directory.kinds().listIn(path);
        if (list.isPresent()) {
            return list;
        }
        String fragment =
                link.fragment().filter(f -> !f.isEmpty()).map(f -> "#" + f).orElse("");
        return directory
                .documentAt(path)
                .filter(document -> directory.kinds().isForReaders(document.kind()))
                .map(document -> new SitePath(pageOf(document) + fragment));
    }

    private static SitePath pageOf(Document document) {
        Kind kind = document.kind();
        return kind.place().isFolder() ? of(kind, document.id()) : new SitePath(kind.address());
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + path, e);
        }
    }
}

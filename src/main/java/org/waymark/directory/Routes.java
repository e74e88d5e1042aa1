package org.waymark.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Vocabulary;

/**
 * The only class that knows the addresses of the site. Published addresses are permanent: each changes only with the
 * id of its entry.
 */
public final class Routes {
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
    /** Files for download. Their addresses follow their names, and change with them. */
    public static final SitePath FILES = new SitePath("files/");

    /** The page about the directory as data, and the folder of these files. */
    public static final SitePath DATA = new SitePath("data/");

    /** Open Referral data at the addresses of its interface. */
    public static final SitePath API = new SitePath("api/");

    public static final SitePath IMAGES = new SitePath("images/");

    /** The pages and files that every site has, by the names by which templates link to them. */
    private static final Map<String, SitePath> OF_EVERY_SITE = Map.of(
            "a-to-z", A_TO_Z,
            "data", DATA,
            "feed", FEED,
            "manifest", MANIFEST,
            "print", PRINT,
            "search", SEARCH,
            "search-index", SEARCH_INDEX,
            "whats-new", WHATS_NEW);

    /** The first segments of the addresses of every site, which entries at the top level cannot use. */
    private static final Set<String> TAKEN = Stream.of(
                    A_TO_Z, API, ASSETS, DATA, FINDER, IMAGES, NOT_FOUND, PRINT, SEARCH, WHATS_NEW)
            .map(path -> path.value().replaceFirst("[/.].*", ""))
            .collect(Collectors.toUnmodifiableSet());

    private static final String BY = "by-";
    private static final String PAGE = "page-";

    private static final String INDEX = "index.html";

    private Routes() {}

    /** The first segments of the addresses of every site. */
    public static Set<String> ofEverySite() {
        return TAKEN;
    }

    /** The pages and files that templates may link to from any page, by name: those of every site, and the lists. */
    public static Map<String, SitePath> named(Kinds kinds) {
        var named = new TreeMap<>(OF_EVERY_SITE);
        for (Kind kind : kinds.forReaders()) {
            if (kind.listing().hasPage()) {
                named.put(kind.plural(), ofList(kind, 1));
            }
            kind.listing()
                    .matrix()
                    .ifPresent(matrix -> named.put(
                            matrix.address().substring(0, matrix.address().length() - 1),
                            new SitePath(matrix.address())));
        }
        kinds.shape().vocabularies().values().stream()
                .filter(Vocabulary::hasPages)
                .forEach(vocabulary -> named.put(vocabulary.name(), new SitePath(vocabulary.address())));
        return named;
    }

    public static SitePath of(Entry entry) {
        return of(entry.kind(), entry.id());
    }

    /** The address of an entry, whether or not it exists. */
    public static SitePath of(Kind kind, Id id) {
        return new SitePath(kind.place().isFolder() ? kind.address() + id + "/" : kind.address() + "#" + id);
    }

    /** The page of a value of a vocabulary. */
    public static SitePath ofChoice(Vocabulary vocabulary, Vocabulary.Option option) {
        return new SitePath(vocabulary.address() + option.id() + "/");
    }

    /** The news feed of an entry, even if it no longer exists. */
    public static SitePath feedOf(Kind kind, Id id) {
        return new SitePath(of(kind, id) + FEED.value());
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
                    || kinds.formerAddresses().beginsWith(id.value())
                    || kinds.forReaders().stream()
                            .flatMap(other -> other.listing().matrix().stream())
                            .anyMatch(matrix -> matrix.address().equals(folder))
                    || kinds.shape().vocabularies().values().stream()
                            .anyMatch(vocabulary ->
                                    vocabulary.hasPages() && vocabulary.name().equals(id.value()));
        }
        Listing listing = kind.listing();
        return listing.style() == Listing.Style.FINDER && (isPageNumber(id.value()) || isFacet(listing, id.value()));
    }

    private static boolean isFacet(Listing listing, String id) {
        return listing.facets().stream()
                .anyMatch(facet -> id.equals(BY + facet.word())
                        || facet.formerWords().stream().anyMatch(word -> id.equals(BY + word.value())));
    }

    /** {@code page-2}: a further page of a long list. */
    private static boolean isPageNumber(String id) {
        return id.length() > PAGE.length()
                && id.startsWith(PAGE)
                && id.chars().skip(PAGE.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    /** The address of a page, from 1, of the list of the entries of a kind. */
    public static SitePath ofList(Kind kind, int page) {
        return page(kind.address(), page);
    }

    /** The address of a page of the entries of a kind that match a filter. */
    public static SitePath ofListBy(Kind kind, Listing.Facet facet, String value, int page) {
        return page(ofFacet(kind, facet) + value + "/", page);
    }

    /** The address of the entries of a kind that match two filters. Without scripts, the page shows those of the first. */
    public static String ofListBy(
            Kind kind, Listing.Facet facet, String value, Listing.Facet second, String secondValue) {
        return ofListBy(kind, facet, value, 1).value() + "?" + second.word() + "=" + secondValue;
    }

    /** The prefix of the addresses of lists by a facet. */
    static String ofFacet(Kind kind, Listing.Facet facet) {
        return ofFacet(kind, facet.word());
    }

    /** The same by the word that a facet has or had. */
    static String ofFacet(Kind kind, String word) {
        return kind.address() + BY + word + "/";
    }

    /** The word of the facet, present or not, to whose values the addresses in this folder of a kind belong. */
    public static Optional<String> wordOfFacet(String folder) {
        return Optional.of(folder)
                .filter(name -> name.startsWith(BY) && Id.isValid(name))
                .map(name -> name.substring(BY.length()));
    }

    /** The address of a page of the entries that name an entry; the first is that entry's own page. */
    public static SitePath ofReferring(Entry entry, int page) {
        return page(of(entry).value(), page);
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
     * The entry that an address belongs or belonged to: as its page, its feed or a list of what names it. Empty for
     * pages of the site as a whole.
     */
    public static Optional<EntryName> ownerOf(Kinds kinds, SitePath path) {
        String[] parts = kinds.formerAddresses().current(path).value().split("/", -1);
        if (parts.length < 2 || !Id.isValid(parts[0])) {
            return Optional.empty();
        }
        String folder = parts.length == 2 ? "" : parts[0] + "/";
        String id = parts[parts.length == 2 ? 0 : 1];
        return kinds.withPages().stream()
                .filter(kind -> kind.address().equals(folder))
                .flatMap(kind -> facet(kind, id)
                        .filter(facet -> parts.length > 3)
                        .map(facet -> ownerOfValue(kinds, kind, facet, parts[2]))
                        .orElseGet(() -> owner(kinds, kind, id))
                        .stream())
                .findFirst();
    }

    private static Optional<Listing.Facet> facet(Kind kind, String folder) {
        return kind.listing().facets().stream()
                .filter(facet -> folder.equals(BY + facet.word()))
                .findFirst();
    }

    /** The entry whose entries a list shows. */
    private static Optional<EntryName> ownerOfValue(Kinds kinds, Kind listed, Listing.Facet facet, String value) {
        return FieldPath.of(kinds, listed, facet.path()).stream()
                .flatMap(path -> path.targets(kinds).stream()
                        .filter(target -> value.startsWith(path.prefixOf(target)))
                        .flatMap(target ->
                                owner(
                                        kinds,
                                        target,
                                        value.substring(path.prefixOf(target).length()))
                                        .stream()))
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
                .entryAt(path)
                .filter(entry -> directory.kinds().isForReaders(entry.kind()))
                .map(entry -> new SitePath(pageOf(entry) + fragment));
    }

    private static SitePath pageOf(Entry entry) {
        Kind kind = entry.kind();
        return kind.place().isFolder() ? of(kind, entry.id()) : new SitePath(kind.address());
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + path, e);
        }
    }
}

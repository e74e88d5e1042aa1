package org.waymark.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Entry;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Placed;
import org.waymark.schema.Ref;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;
import org.waymark.source.Attachment;
import org.waymark.source.ImageSize;
import org.waymark.source.SourceFile;

/**
 * Indexes all entries and resolves references between them. Entries do not hold each other. Documents are everything
 * that was read; entries are what the site shows, which leaves out entries that are not published on the build date.
 * Immutable and thread-safe.
 */
public final class Directory {
    private final Kinds kinds;
    private final List<Document> documents;
    private final LinkableFiles files;
    private final LocalDate asOf;
    private final boolean unpublished;
    private final Map<String, Map<Id, Entry>> entries = new HashMap<>();
    private final Map<String, Set<Id>> declared = new HashMap<>();
    private final Map<EntryName, GoneEntry> gone = new HashMap<>();
    private final Map<String, GoneEntry> goneByFile = new HashMap<>();
    private final Map<Kind, List<Document>> byKind = new HashMap<>();
    private final Map<String, Document> byPath = new HashMap<>();
    private final List<CaseStudy> caseStudies;
    private final List<Organisation> organisations;
    private final Map<Id, List<Service>> servicesByCategory = new HashMap<>();
    private final Map<Id, List<CaseStudy>> caseStudiesByService = new HashMap<>();
    private final Map<Id, List<CaseStudy>> caseStudiesByOrganisation = new HashMap<>();
    private final Map<Option, List<CaseStudy>> caseStudiesByRegion = new HashMap<>();
    private final Map<Option, List<Organisation>> organisationsByRegion = new HashMap<>();

    private Directory(Kinds kinds, List<Document> documents, LinkableFiles files, LocalDate asOf, boolean unpublished) {
        this.kinds = kinds;
        this.documents = documents.stream()
                .sorted(Comparator.comparing(d -> d.fields().origin().whole()))
                .toList();
        this.files = files;
        this.asOf = asOf;
        this.unpublished = unpublished;
        for (Document document : this.documents) {
            declared.computeIfAbsent(document.kind().name(), kind -> new HashSet<>())
                    .add(document.id());
            add(byKind, document.kind(), document);
            byPath.putIfAbsent(document.path(), document);
            shown(document)
                    .ifPresent(entry -> entries.computeIfAbsent(document.kind().name(), kind -> new TreeMap<>())
                            .putIfAbsent(entry.id(), entry));
        }
        this.documents.forEach(document -> byPath.putIfAbsent(document.kind().fileOf(document.id()), document));
        // Sorted by id, then hashed: most of planning is looking up references.
        entries.replaceAll((kind, byId) -> new LinkedHashMap<>(byId));
        all(GoneEntry.class).forEach(this::addGone);
        services().forEach(s -> add(servicesByCategory, s.category().id(), s));
        // Sorted once; every subset keeps the order.
        caseStudies = DisplayOrder.newestFirst(all(CaseStudy.class));
        organisations = DisplayOrder.fromAToZ(all(Organisation.class));
        for (CaseStudy study : caseStudies) {
            study.services().stream()
                    .map(Ref::id)
                    .distinct()
                    .forEach(service -> add(caseStudiesByService, service, study));
            add(caseStudiesByOrganisation, study.organisation().id(), study);
            add(caseStudiesByRegion, study.region(), study);
        }
        organisations.forEach(organisation -> add(organisationsByRegion, organisation.region(), organisation));
    }

    /**
     * Indexes the documents.
     *
     * @param files other files that texts can show or link to
     * @param asOf the build date
     * @param unpublished whether the site includes entries that are not published on that date
     */
    public static Directory of(
            Kinds kinds, List<Document> documents, LinkableFiles files, LocalDate asOf, boolean unpublished) {
        return new Directory(kinds, documents, files, asOf, unpublished);
    }

    private void addGone(GoneEntry entry) {
        Kind kind = entry.was().kind();
        Stream.concat(Stream.of(entry.was().id()), entry.formerIds().stream()).forEach(id -> {
            gone.putIfAbsent(new EntryName(kind, id), entry);
            goneByFile.putIfAbsent(kind.fileOf(id), entry);
        });
    }

    private static <K, V> void add(Map<K, List<V>> map, K key, V value) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    /** The entry that the site shows for a document, if any. */
    private Optional<? extends Entry> shown(Document document) {
        return isShown(document) ? document.entry() : Optional.empty();
    }

    /** Whether the site would show the document's entry, if complete. */
    public boolean isShown(Document document) {
        return unpublished || isPublished(document);
    }

    /** Whether the site includes unpublished entries, for editors only. */
    public boolean showsUnpublished() {
        return unpublished;
    }

    /** Whether the entry is published on the build date. */
    public boolean isPublished(Document document) {
        return document.visibility().includes(asOf);
    }

    public Kinds kinds() {
        return kinds;
    }

    /** All documents, complete or not, published or not, by file and position. */
    public List<Document> documents() {
        return documents;
    }

    /** The files of all entries, without duplicates, by path. */
    public List<SourceFile> files() {
        var files = new ArrayList<SourceFile>();
        String last = "";
        for (Document document : documents) {
            if (!document.path().equals(last)) {
                files.add(document.file());
            }
            last = document.path();
        }
        return files;
    }

    public Stream<Document> documents(Kind kind) {
        return byKind.getOrDefault(kind, List.of()).stream();
    }

    /** The document that a file contains or should contain; the first if there are several. */
    public Optional<Document> documentAt(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    public boolean hasImage(String path) {
        return files.images().containsKey(path);
    }

    /** The paths of all images, relative to the project. */
    public Set<String> images() {
        return files.images().keySet();
    }

    /** How large an image is, if it is there and says so. */
    public Optional<ImageSize> imageSize(String path) {
        return files.images().getOrDefault(path, Optional.empty());
    }

    /** A file for download. */
    public Optional<Attachment> attachment(String path) {
        return Optional.ofNullable(files.attachments().get(path));
    }

    /** The paths of all files for download, relative to the project. */
    public Set<String> attachments() {
        return files.attachments().keySet();
    }

    /** Whether there is a file that cannot be used, which is reported for itself. */
    public boolean isUnusable(String path) {
        return files.unusable().contains(path);
    }

    /** The build date. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Whether an entry has this id, even an incomplete one. */
    public boolean isDeclared(String kind, Id id) {
        return declared.getOrDefault(kind, Set.of()).contains(id);
    }

    public boolean isDeclared(Ref ref) {
        return isDeclared(ref.kind(), ref.id());
    }

    public Collection<Id> declaredIds(String kind) {
        return declared.getOrDefault(kind, Set.of());
    }

    /**
     * The entries of a kind that no published entry of another kind names in a field, and whether an unpublished one does. A
     * misspelt id counts as the id that was probably meant.
     *
     * @return nothing where an entry does not say which it names, since then it is unknown which are not named
     */
    public Map<Document, Boolean> unreferenced(Kind from, String field, Kind target) {
        Optional<Set<Id>> byAll = idsNamedBy(documents(from), field);
        Optional<Set<Id>> byPublished = idsNamedBy(documents(from).filter(this::isPublished), field);
        var unreferenced = new LinkedHashMap<Document, Boolean>();
        if (byAll.isPresent() && byPublished.isPresent()) {
            documents(target)
                    .filter(document -> !byPublished.get().contains(document.id()))
                    .forEach(document -> unreferenced.put(document, byAll.get().contains(document.id())));
        }
        return unreferenced;
    }

    private Optional<Set<Id>> idsNamedBy(Stream<Document> naming, String field) {
        List<Optional<Id>> named = naming.map(
                        document -> document.fields().value(field, Ref.class).flatMap(this::probablyMeant))
                .toList();
        return named.stream().allMatch(Optional::isPresent)
                ? Optional.of(named.stream().flatMap(Optional::stream).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private Optional<Id> probablyMeant(Ref ref) {
        if (isDeclared(ref)) {
            return Optional.of(ref.id());
        }
        List<String> known = declaredIds(ref.kind()).stream().map(Id::value).toList();
        return DidYouMean.nearest(ref.id().value(), known).map(Id::new);
    }

    /** All entries of a type that the site shows, by id. */
    public <E extends Entry> List<E> all(Class<E> type) {
        return entries.getOrDefault(Views.kindOf(type), Map.of()).values().stream()
                .map(type::cast)
                .toList();
    }

    public <E extends Entry> Optional<E> find(Class<E> type, Id id) {
        return find(Views.kindOf(type), id).map(type::cast);
    }

    public Optional<Entry> find(String kind, Id id) {
        return Optional.ofNullable(entries.getOrDefault(kind, Map.of()).get(id));
    }

    /** The entry that a reference names, if the site shows it. */
    public Optional<Entry> find(Ref ref) {
        return find(ref.kind(), ref.id());
    }

    /**
     * The entry that a reference names.
     *
     * @throws IllegalStateException if the site does not show it, which the rules rule out before publishing
     */
    public <E extends Entry> E resolve(Class<E> type, Ref ref) {
        return find(ref)
                .map(type::cast)
                .orElseThrow(() -> new IllegalStateException(ref.span() + " names no entry: " + ref.id()));
    }

    /**
     * The settings of the site.
     *
     * @throws IllegalStateException if there are none, which the rules rule out before publishing
     */
    public Site site() {
        return findSite().orElseThrow(() -> new IllegalStateException("there is no site.yaml"));
    }

    public Optional<Site> findSite() {
        return all(Site.class).stream().findFirst();
    }

    /** In display order. */
    public List<Category> categories() {
        return all(Category.class).stream()
                .sorted(DisplayOrder.byOrder(Category::order))
                .toList();
    }

    /** In display order, across categories. */
    public List<Service> services() {
        return all(Service.class).stream()
                .sorted(DisplayOrder.byOrder(Service::order))
                .toList();
    }

    /** In display order. */
    public List<Service> servicesOf(Category category) {
        return servicesByCategory.getOrDefault(category.id(), List.of());
    }

    /** Newest first. */
    public List<CaseStudy> caseStudies() {
        return caseStudies;
    }

    /** Newest first. */
    public List<CaseStudy> caseStudiesOf(Service service) {
        return caseStudiesByService.getOrDefault(service.id(), List.of());
    }

    /** Newest first. */
    public List<CaseStudy> caseStudiesOf(Organisation organisation) {
        return caseStudiesByOrganisation.getOrDefault(organisation.id(), List.of());
    }

    public List<Option> regions() {
        return vocabulary("regions").options();
    }

    public Vocabulary vocabulary(String name) {
        return Objects.requireNonNull(kinds.shape().vocabularies().get(name));
    }

    /** How many of some case studies each region has, in the order of the regions; those without any are left out. */
    public Map<Option, Integer> countByRegion(Collection<CaseStudy> studies) {
        var counts = new HashMap<Option, Integer>();
        studies.forEach(study -> counts.merge(study.region(), 1, Integer::sum));
        var ordered = new LinkedHashMap<Option, Integer>();
        regions().stream()
                .filter(counts::containsKey)
                .forEach(region -> ordered.put(region, counts.getOrDefault(region, 0)));
        return ordered;
    }

    /** Newest first. */
    public List<CaseStudy> caseStudiesOf(Option region) {
        return caseStudiesByRegion.getOrDefault(region, List.of());
    }

    /** From A to Z. */
    public List<Organisation> organisations() {
        return organisations;
    }

    /** From A to Z. */
    public List<Organisation> organisationsOf(Option region) {
        return organisationsByRegion.getOrDefault(region, List.of());
    }

    /** In display order. */
    public List<TextPage> pages() {
        return all(TextPage.class).stream()
                .sorted(DisplayOrder.byOrder(TextPage::order))
                .toList();
    }

    /** From A to Z. */
    public List<GlossaryTerm> glossary() {
        return DisplayOrder.fromAToZ(all(GlossaryTerm.class));
    }

    /** The former ids of entries that the site shows; their addresses redirect. */
    public Map<Entry, List<Id>> redirects() {
        var redirects = new LinkedHashMap<Entry, List<Id>>();
        formerIds()
                .forEach((document, ids) -> shown(document)
                        .ifPresent(entry -> redirects.put(
                                entry, ids.stream().map(Placed::value).toList())));
        return redirects;
    }

    /** The notice of a removed entry, by its last id or a former one. */
    public Optional<GoneEntry> gone(Kind kind, Id id) {
        return Optional.ofNullable(gone.get(new EntryName(kind, id)));
    }

    /** The notice of the removed entry that was in this file. */
    public Optional<GoneEntry> goneFrom(String path) {
        return Optional.ofNullable(goneByFile.get(path));
    }

    /** Every address in the route ledger. */
    public List<RouteLedger.Route> promised() {
        return all(RouteLedger.class).stream()
                .findFirst()
                .map(RouteLedger::routes)
                .orElse(List.of());
    }

    /** The document with this name, complete or not. */
    public Optional<Document> documentOf(EntryName name) {
        return documentAt(name.kind().fileOf(name.id()))
                .filter(document ->
                        document.kind().equals(name.kind()) && document.id().equals(name.id()));
    }

    /** Existing entries by their former names. */
    public Map<EntryName, Document> byFormerName() {
        var byName = new HashMap<EntryName, Document>();
        formerIds()
                .forEach((document, ids) ->
                        ids.forEach(id -> byName.putIfAbsent(new EntryName(document.kind(), id.value()), document)));
        return byName;
    }

    /** Existing entries with their former ids. */
    public Map<Document, List<Placed<Id>>> formerIds() {
        var former = new LinkedHashMap<Document, List<Placed<Id>>>();
        for (Document document : documents) {
            if (!kinds.isForReaders(document.kind())) {
                continue;
            }
            List<Placed<Id>> ids =
                    document.fields().find(CommonFields.FORMER_IDS).orElse(List.of());
            if (!ids.isEmpty()) {
                former.put(document, ids);
            }
        }
        return former;
    }
}

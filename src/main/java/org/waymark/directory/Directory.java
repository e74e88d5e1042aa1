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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Entry;
import org.waymark.schema.EntryName;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Placed;
import org.waymark.schema.Ref;
import org.waymark.source.Attachment;
import org.waymark.source.ImageSize;
import org.waymark.source.SourceFile;

/**
 * Indexes all entries and resolves references between them. Entries do not hold each other. Documents are everything
 * that was read; entries are what the site shows, which leaves out entries that are not published on the build date.
 * Immutable and thread-safe.
 */
public final class Directory {
    private final List<Document> documents;
    private final LinkableFiles files;
    private final LocalDate asOf;
    private final boolean unpublished;
    private final Map<Class<? extends Entry>, Map<Id, Entry>> entries = new HashMap<>();
    private final Map<Class<?>, Set<Id>> declared = new HashMap<>();
    private final Map<EntryName, GoneEntry> gone = new HashMap<>();
    private final Map<String, GoneEntry> goneByFile = new HashMap<>();
    private final Map<Kind<?>, List<Document>> byKind = new HashMap<>();
    private final Map<String, Document> byPath = new HashMap<>();
    private final List<CaseStudy> caseStudies;
    private final List<Organisation> organisations;
    private final Map<Id, List<Service>> servicesByCategory = new HashMap<>();
    private final Map<Id, List<CaseStudy>> caseStudiesByService = new HashMap<>();
    private final Map<Id, List<CaseStudy>> caseStudiesByOrganisation = new HashMap<>();
    private final Map<Region, List<CaseStudy>> caseStudiesByRegion = new HashMap<>();
    private final Map<Region, List<Organisation>> organisationsByRegion = new HashMap<>();

    private Directory(List<Document> documents, LinkableFiles files, LocalDate asOf, boolean unpublished) {
        this.documents = documents.stream()
                .sorted(Comparator.comparing(d -> d.fields().origin().whole()))
                .toList();
        this.files = files;
        this.asOf = asOf;
        this.unpublished = unpublished;
        for (Document document : this.documents) {
            declared.computeIfAbsent(document.kind().type(), type -> new HashSet<>())
                    .add(document.id());
            add(byKind, document.kind(), document);
            byPath.putIfAbsent(document.path(), document);
            shown(document)
                    .ifPresent(entry -> entries.computeIfAbsent(entry.getClass(), type -> new TreeMap<>())
                            .putIfAbsent(entry.id(), entry));
        }
        this.documents.forEach(document -> byPath.putIfAbsent(document.kind().fileOf(document.id()), document));
        // Sorted by id, then hashed: most of planning is looking up references.
        entries.replaceAll((type, byId) -> new LinkedHashMap<>(byId));
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
    public static Directory of(List<Document> documents, LinkableFiles files, LocalDate asOf, boolean unpublished) {
        return new Directory(documents, files, asOf, unpublished);
    }

    private void addGone(GoneEntry entry) {
        Kind<?> kind = entry.was().kind();
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

    public Stream<Document> documents(Kind<?> kind) {
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
    public boolean isDeclared(Class<? extends Entry> type, Id id) {
        return declared.getOrDefault(type, Set.of()).contains(id);
    }

    public Collection<Id> declaredIds(Class<? extends Entry> type) {
        return declared.getOrDefault(type, Set.of());
    }

    /**
     * The ids that entries of a kind refer to in a field; a misspelt id counts as the one probably meant.
     *
     * @return empty if any entry's reference is missing or cannot be resolved, since then unused ids cannot be
     *     determined
     */
    public <E extends Entry> Optional<Set<Id>> idsNamedBy(Kind<?> kind, Field<Ref<E>> field) {
        return idsNamedBy(documents(kind), field);
    }

    /** The same, for published entries only. */
    public <E extends Entry> Optional<Set<Id>> idsNamedByPublished(Kind<?> kind, Field<Ref<E>> field) {
        return idsNamedBy(documents(kind).filter(this::isPublished), field);
    }

    private <E extends Entry> Optional<Set<Id>> idsNamedBy(Stream<Document> naming, Field<Ref<E>> field) {
        List<Optional<Id>> named = naming.map(
                        document -> document.fields().find(field).flatMap(this::probablyMeant))
                .toList();
        return named.stream().allMatch(Optional::isPresent)
                ? Optional.of(named.stream().flatMap(Optional::stream).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private Optional<Id> probablyMeant(Ref<?> ref) {
        if (isDeclared(ref.target(), ref.id())) {
            return Optional.of(ref.id());
        }
        List<String> known = declaredIds(ref.target()).stream().map(Id::value).toList();
        return DidYouMean.nearest(ref.id().value(), known).map(Id::new);
    }

    /** All entries of a type that the site shows, by id. */
    public <E extends Entry> List<E> all(Class<E> type) {
        return entries.getOrDefault(type, Map.of()).values().stream()
                .map(type::cast)
                .toList();
    }

    public <E extends Entry> Optional<E> find(Class<E> type, Id id) {
        return Optional.ofNullable(entries.getOrDefault(type, Map.of()).get(id)).map(type::cast);
    }

    /**
     * The entry that a reference names.
     *
     * @throws IllegalStateException if the site does not show it, which the rules rule out before publishing
     */
    public <E extends Entry> E resolve(Ref<E> ref) {
        return find(ref.target(), ref.id())
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

    /** Newest first. */
    public List<CaseStudy> caseStudiesOf(Region region) {
        return caseStudiesByRegion.getOrDefault(region, List.of());
    }

    /** From A to Z. */
    public List<Organisation> organisations() {
        return organisations;
    }

    /** From A to Z. */
    public List<Organisation> organisationsOf(Region region) {
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
    public Optional<GoneEntry> gone(Kind<?> kind, Id id) {
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
            if (!Kinds.isForReaders(document.kind())) {
                continue;
            }
            List<Placed<Id>> ids = document.fields().find(Common.FORMER_IDS).orElse(List.of());
            if (!ids.isEmpty()) {
                former.put(document, ids);
            }
        }
        return former;
    }
}

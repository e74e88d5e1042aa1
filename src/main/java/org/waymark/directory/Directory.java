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
import org.waymark.source.SourceFile;

/**
 * All entries, and the answers to how they hang together. Entries do not hold each other; references are resolved here.
 * Documents are all that was read; entries are what the site shows, which leaves out those that are not published on its
 * day. Immutable; safe for use by several threads.
 */
public final class Directory {
    private final List<Document> documents;
    private final Set<String> images;
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

    private Directory(List<Document> documents, Set<String> images, LocalDate asOf, boolean unpublished) {
        this.documents = documents.stream()
                .sorted(Comparator.comparing(d -> d.fields().origin().whole()))
                .toList();
        this.images = Set.copyOf(images);
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
        // In the order of ids, and from now on found by their hash: most of planning is looking up what entries refer
        // to.
        entries.replaceAll((type, byId) -> new LinkedHashMap<>(byId));
        all(GoneEntry.class).forEach(this::addGone);
        services().forEach(s -> add(servicesByCategory, s.category().id(), s));
        // Sorted once; each part of them then has the same order.
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
     * Indexes what was read.
     *
     * @param images paths of pictures, relative to the project
     * @param asOf the day for which the site is made
     * @param unpublished whether the site shows entries that are not published on that day
     */
    public static Directory of(
            List<Document> documents, Collection<String> images, LocalDate asOf, boolean unpublished) {
        return new Directory(documents, new HashSet<>(images), asOf, unpublished);
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

    /** What the site shows of a document. */
    private Optional<? extends Entry> shown(Document document) {
        return isShown(document) ? document.entry() : Optional.empty();
    }

    /** Whether the site shows an entry, if it has no faults. */
    public boolean isShown(Document document) {
        return unpublished || isPublished(document);
    }

    /** Whether the site shows what is not published, which is not for readers. */
    public boolean showsUnpublished() {
        return unpublished;
    }

    /** Whether readers may see an entry on the day for which the site is made. */
    public boolean isPublished(Document document) {
        return document.visibility().includes(asOf);
    }

    /** Everything that was read, complete or not, published or not, in the order of files and places in them. */
    public List<Document> documents() {
        return documents;
    }

    /** The files of all entries, each once, in the order of their paths. */
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

    /** What is in a file, or should be there; the first entry of a file with several. */
    public Optional<Document> documentAt(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    public boolean hasImage(String path) {
        return images.contains(path);
    }

    /** The paths of all pictures, relative to the project. */
    public Set<String> images() {
        return images;
    }

    /** The day for which the site is made. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Whether an id is taken, be it by an entry with faults. */
    public boolean isDeclared(Class<? extends Entry> type, Id id) {
        return declared.getOrDefault(type, Set.of()).contains(id);
    }

    public Collection<Id> declaredIds(Class<? extends Entry> type) {
        return declared.getOrDefault(type, Set.of());
    }

    /**
     * The ids that the entries of a kind name in a field; for a misspelt one, the id that was probably meant.
     *
     * @return empty where an entry does not say which, since then nobody can tell which ids are not named
     */
    public <E extends Entry> Optional<Set<Id>> idsNamedBy(Kind<?> kind, Field<Ref<E>> field) {
        return idsNamedBy(documents(kind), field);
    }

    /** The same for those entries of the kind that are published. */
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
     * @throws IllegalStateException if the site shows none, which the rules exclude before anything is published
     */
    public <E extends Entry> E resolve(Ref<E> ref) {
        return find(ref.target(), ref.id())
                .orElseThrow(() -> new IllegalStateException(ref.span() + " names no entry: " + ref.id()));
    }

    /**
     * The settings of the site.
     *
     * @throws IllegalStateException if there are none, which the rules exclude before anything is published
     */
    public Site site() {
        return findSite().orElseThrow(() -> new IllegalStateException("there is no site.yaml"));
    }

    public Optional<Site> findSite() {
        return all(Site.class).stream().findFirst();
    }

    /** In their own order. */
    public List<Category> categories() {
        return all(Category.class).stream()
                .sorted(DisplayOrder.byOrder(Category::order))
                .toList();
    }

    /** In their own order, whatever their category. */
    public List<Service> services() {
        return all(Service.class).stream()
                .sorted(DisplayOrder.byOrder(Service::order))
                .toList();
    }

    /** In their own order. */
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

    /** In their own order. */
    public List<TextPage> pages() {
        return all(TextPage.class).stream()
                .sorted(DisplayOrder.byOrder(TextPage::order))
                .toList();
    }

    /** From A to Z. */
    public List<GlossaryTerm> glossary() {
        return DisplayOrder.fromAToZ(all(GlossaryTerm.class));
    }

    /** Earlier ids of the entries that the site shows, with those entries: their addresses redirect. */
    public Map<Entry, List<Id>> redirects() {
        var redirects = new LinkedHashMap<Entry, List<Id>>();
        formerIds()
                .forEach((document, ids) -> shown(document)
                        .ifPresent(entry -> redirects.put(
                                entry, ids.stream().map(Placed::value).toList())));
        return redirects;
    }

    /** The notice of an entry that the directory had once, by the last id that it had or an earlier one. */
    public Optional<GoneEntry> gone(Kind<?> kind, Id id) {
        return Optional.ofNullable(gone.get(new EntryName(kind, id)));
    }

    /** The notice of an entry that had a file of its own. */
    public Optional<GoneEntry> goneFrom(String path) {
        return Optional.ofNullable(goneByFile.get(path));
    }

    /** The addresses that were ever published, as far as the directory lists them. */
    public List<RouteLedger.Route> promised() {
        return all(RouteLedger.class).stream()
                .findFirst()
                .map(RouteLedger::routes)
                .orElse(List.of());
    }

    /** The entry that has an id, complete or not. */
    public Optional<Document> documentOf(EntryName name) {
        return documentAt(name.kind().fileOf(name.id()))
                .filter(document ->
                        document.kind().equals(name.kind()) && document.id().equals(name.id()));
    }

    /** The entries that still exist, by each name that they had before. */
    public Map<EntryName, Document> byFormerName() {
        var byName = new HashMap<EntryName, Document>();
        formerIds()
                .forEach((document, ids) ->
                        ids.forEach(id -> byName.putIfAbsent(new EntryName(document.kind(), id.value()), document)));
        return byName;
    }

    /** Earlier ids of entries that still exist, with those entries. */
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

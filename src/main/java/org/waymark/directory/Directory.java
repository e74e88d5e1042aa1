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
import org.waymark.schema.CommonFields;
import org.waymark.schema.EntryName;
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
    private final Kinds kinds;
    private final List<Document> documents;
    private final LinkableFiles files;
    private final LocalDate asOf;
    private final boolean unpublished;
    private final Map<String, Map<Id, Document>> shown = new HashMap<>();
    private final Map<String, Set<Id>> declared = new HashMap<>();
    private final Map<EntryName, GoneEntry> gone = new HashMap<>();
    private final Map<String, GoneEntry> goneByFile = new HashMap<>();
    private final Map<Kind, List<Document>> byKind = new HashMap<>();
    private final Map<String, Document> byPath = new HashMap<>();
    private final Optional<Site> site;
    private final List<GoneEntry> notices;
    private final List<RouteLedger.Route> promised;

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
            if (document.isComplete() && isShown(document)) {
                shown.computeIfAbsent(document.kind().name(), kind -> new TreeMap<>())
                        .putIfAbsent(document.id(), document);
            }
        }
        this.documents.forEach(document -> byPath.putIfAbsent(document.kind().fileOf(document.id()), document));
        // Sorted by id, then hashed: most of planning is looking up references.
        shown.replaceAll((kind, byId) -> new LinkedHashMap<>(byId));
        site = shown(Site.KIND).stream().findFirst().map(Site::of);
        notices = shown(kinds.notices()).stream().map(GoneEntry::of).toList();
        promised = shown(kinds.ledger()).stream()
                .findFirst()
                .map(document -> RouteLedger.of(document).routes())
                .orElse(List.of());
        notices.forEach(this::addGone);
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

    /** All entries of a kind that the site shows, by id. */
    public Collection<Document> shown(Kind kind) {
        return shown.getOrDefault(kind.name(), Map.of()).values();
    }

    /** An entry that the site shows. */
    public Optional<Document> find(String kind, Id id) {
        return Optional.ofNullable(shown.getOrDefault(kind, Map.of()).get(id));
    }

    /** The entry that a reference names, if the site shows it. */
    public Optional<Document> find(Ref ref) {
        return find(ref.kind(), ref.id());
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
        return site;
    }

    /** The words that the site explains, from A to Z. */
    public List<Term> terms() {
        return kinds.terms().stream()
                .flatMap(kind -> DisplayOrder.fromAToZ(shown(kind)).stream())
                .map(Term::of)
                .toList();
    }

    /** The notices of removed entries. */
    public List<GoneEntry> notices() {
        return notices;
    }

    /** The former ids of entries that the site shows; their addresses redirect. */
    public Map<Document, List<Id>> redirects() {
        var redirects = new LinkedHashMap<Document, List<Id>>();
        formerIds().forEach((document, ids) -> {
            if (document.isComplete() && isShown(document)) {
                redirects.put(document, ids.stream().map(Placed::value).toList());
            }
        });
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
        return promised;
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

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
import java.util.stream.Stream;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Alphabet;
import org.waymark.schema.CommonFields;
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
 * Indexes all entries and resolves references between them. Entries do not refer to each other directly. {@link
 * #entries} are all that were read, complete or not; {@link #shown} are those that the site shows, which leaves out
 * what is not published on the build date. Immutable and thread-safe.
 */
public final class Directory {
    private final Kinds kinds;
    private final DisplayOrder order;
    private final List<Entry> entries;
    private final LinkableFiles files;
    private final LocalDate asOf;
    private final boolean unpublished;
    private final Set<String> hidden;
    private final Map<String, Map<Id, Entry>> shown = new HashMap<>();
    private final Map<String, Set<Id>> declared = new HashMap<>();
    private final Map<EntryName, GoneEntry> gone = new HashMap<>();
    private final Map<String, GoneEntry> goneByFile = new HashMap<>();
    private final Map<Kind, List<Entry>> byKind = new HashMap<>();
    private final Map<String, Entry> byPath = new HashMap<>();
    private final Optional<Site> site;
    private final List<GoneEntry> notices;
    private final List<RouteLedger.Route> promised;
    private final DataHistory history;

    private Directory(Kinds kinds, List<Entry> entries, LinkableFiles files, LocalDate asOf, boolean unpublished) {
        this.kinds = kinds;
        this.entries = entries.stream()
                .sorted(Comparator.comparing(d -> d.origin().whole()))
                .toList();
        this.files = files;
        this.asOf = asOf;
        this.unpublished = unpublished;
        for (Entry entry : this.entries) {
            declared.computeIfAbsent(entry.kind().name(), kind -> new HashSet<>())
                    .add(entry.id());
            add(byKind, entry.kind(), entry);
            byPath.putIfAbsent(entry.path(), entry);
        }
        hidden = OverdueEntries.hidden(this.entries, asOf);
        for (Entry entry : this.entries) {
            if (entry.isComplete() && isShown(entry)) {
                shown.computeIfAbsent(entry.kind().name(), kind -> new TreeMap<>())
                        .putIfAbsent(entry.id(), entry);
            }
        }
        this.entries.forEach(entry -> byPath.putIfAbsent(entry.kind().fileOf(entry.id()), entry));
        // Sorted by id, then hashed: planning spends most of its time looking up references.
        shown.replaceAll((kind, byId) -> new LinkedHashMap<>(byId));
        Optional<Entry> calendar = shown(BankHolidayFile.KIND).stream().findFirst();
        site = shown(Site.KIND).stream()
                .findFirst()
                .map(Site::of)
                .map(settings -> calendar.map(file -> settings.with(BankHolidayFile.in(file, settings.calendar())))
                        .orElse(settings));
        order = new DisplayOrder(
                site.map(known -> kinds.shape().alphabet(known.language())).orElse(Alphabet.ENGLISH));
        notices = shown(kinds.notices()).stream().map(GoneEntry::of).toList();
        Optional<RouteLedger> ledger =
                shown(kinds.ledger()).stream().findFirst().map(RouteLedger::of);
        promised = ledger.map(RouteLedger::routes).orElse(List.of());
        history = ledger.map(RouteLedger::history).orElse(DataHistory.NONE);
        notices.forEach(this::addGone);
    }

    /**
     * Indexes the entries.
     *
     * @param files other files that texts can show or link to
     * @param asOf the build date
     * @param unpublished whether the site includes entries that are not published on that date
     */
    public static Directory of(
            Kinds kinds, List<Entry> entries, LinkableFiles files, LocalDate asOf, boolean unpublished) {
        return new Directory(kinds, entries, files, asOf, unpublished);
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

    /** Whether the site would show the entry, if complete. */
    public boolean isShown(Entry entry) {
        return unpublished || isPublished(entry);
    }

    /** Whether the site includes unpublished entries, for editors only. */
    public boolean showsUnpublished() {
        return unpublished;
    }

    /** Whether the entry is published on the build date. */
    public boolean isPublished(Entry entry) {
        return entry.visibility().includes(asOf) && !isHiddenAsOverdue(entry);
    }

    /** Whether the policy of its kind hides the entry on the build date, since its review is late. */
    public boolean isHiddenAsOverdue(Entry entry) {
        return !hidden.isEmpty() && hidden.contains(OverdueEntries.key(entry));
    }

    public Kinds kinds() {
        return kinds;
    }

    /** The order in which readers see entries. */
    public DisplayOrder order() {
        return order;
    }

    /** All entries, complete or not, published or not, by file and position. */
    public List<Entry> entries() {
        return entries;
    }

    /** The files of all entries, without duplicates, by path. */
    public List<SourceFile> files() {
        var files = new ArrayList<SourceFile>();
        String last = "";
        for (Entry entry : entries) {
            if (!entry.path().equals(last)) {
                files.add(entry.file());
            }
            last = entry.path();
        }
        return files;
    }

    public Stream<Entry> entries(Kind kind) {
        return byKind.getOrDefault(kind, List.of()).stream();
    }

    /** The entry that a file contains or should contain; the first if there are several. */
    public Optional<Entry> entryAt(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    public boolean hasImage(String path) {
        return files.images().containsKey(path);
    }

    /** The paths of all images, relative to the project. */
    public Set<String> images() {
        return files.images().keySet();
    }

    /** The dimensions of an image, if it exists and they are known. */
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

    /** Whether a file exists but is unusable, which is reported separately. */
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
     * @return nothing if an entry's reference is unreadable, since then it is unknown which entries are not referred to
     */
    public Map<Entry, Boolean> unreferenced(Kind from, Field<?> field, Kind target) {
        Optional<Set<Id>> byAll = idsNamedBy(entries(from), field, target);
        Optional<Set<Id>> byPublished = idsNamedBy(entries(from).filter(this::isPublished), field, target);
        var unreferenced = new LinkedHashMap<Entry, Boolean>();
        if (byAll.isPresent() && byPublished.isPresent()) {
            entries(target)
                    .filter(entry -> !byPublished.get().contains(entry.id()))
                    .forEach(entry -> unreferenced.put(entry, byAll.get().contains(entry.id())));
        }
        return unreferenced;
    }

    private Optional<Set<Id>> idsNamedBy(Stream<Entry> naming, Field<?> field, Kind target) {
        var named = new HashSet<Id>();
        for (Entry entry : naming.toList()) {
            List<Ref> refs = entry.get(field, Ref.class)
                    .map(List::of)
                    .orElseGet(() -> entry.fields().items(field, Ref.class));
            if (refs.isEmpty() && (field.isRequired() || !entry.isComplete())) {
                return Optional.empty();
            }
            for (Ref ref : refs) {
                Optional<Id> id = probablyMeant(ref);
                if (id.isEmpty()) {
                    return Optional.empty();
                }
                if (ref.kind().equals(target.name())) {
                    named.add(id.get());
                }
            }
        }
        return Optional.of(withParents(named, target));
    }

    /** An entry to which one of these belongs is named by what names that one. */
    private Set<Id> withParents(Set<Id> named, Kind target) {
        var all = new HashSet<Id>();
        for (Id each : named) {
            Optional<Id> next = Optional.of(each);
            while (next.isPresent() && all.add(next.get())) {
                next = find(target.name(), next.get()).flatMap(Entry::parent).map(Ref::id);
            }
        }
        return all;
    }

    private Optional<Id> probablyMeant(Ref ref) {
        if (isDeclared(ref)) {
            return Optional.of(ref.id());
        }
        List<String> known = declaredIds(ref.kind()).stream().map(Id::value).toList();
        return DidYouMean.nearest(ref.id().value(), known).map(Id::new);
    }

    /** All entries of a kind that the site shows, by id. */
    public Collection<Entry> shown(Kind kind) {
        return shown.getOrDefault(kind.name(), Map.of()).values();
    }

    /** An entry that the site shows. */
    public Optional<Entry> find(String kind, Id id) {
        return Optional.ofNullable(shown.getOrDefault(kind, Map.of()).get(id));
    }

    /** The entry that a reference names, if the site shows it. */
    public Optional<Entry> find(Ref ref) {
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
                .flatMap(kind -> order.fromAToZ(shown(kind)).stream())
                .map(Term::of)
                .toList();
    }

    /** The notices of removed entries. */
    public List<GoneEntry> notices() {
        return notices;
    }

    /** The former ids of entries that the site shows; their addresses redirect. */
    public Map<Entry, List<Id>> redirects() {
        var redirects = new LinkedHashMap<Entry, List<Id>>();
        formerIds().forEach((entry, ids) -> {
            if (entry.isComplete() && isShown(entry)) {
                redirects.put(entry, ids.stream().map(Placed::value).toList());
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

    /** What the route ledger records about the data of entries. */
    public DataHistory history() {
        return history;
    }

    /** The entry with this name, complete or not. */
    public Optional<Entry> entryOf(EntryName name) {
        return entryAt(name.kind().fileOf(name.id()))
                .filter(entry -> entry.kind().equals(name.kind()) && entry.id().equals(name.id()));
    }

    /** Existing entries by their former names. */
    public Map<EntryName, Entry> byFormerName() {
        var byName = new HashMap<EntryName, Entry>();
        formerIds()
                .forEach((entry, ids) ->
                        ids.forEach(id -> byName.putIfAbsent(new EntryName(entry.kind(), id.value()), entry)));
        return byName;
    }

    /** Existing entries with their former ids, without a present id at the beginning of these. */
    public Map<Entry, List<Placed<Id>>> formerIds() {
        var former = new LinkedHashMap<Entry, List<Placed<Id>>>();
        for (Entry entry : entries) {
            if (!kinds.isForReaders(entry.kind())) {
                continue;
            }
            List<Placed<Id>> ids = entry.find(CommonFields.FORMER_IDS).orElse(List.of());
            if (!ids.isEmpty() && ids.get(0).value().equals(entry.id())) {
                ids = ids.subList(1, ids.size());
            }
            if (!ids.isEmpty()) {
                former.put(entry, ids);
            }
        }
        return former;
    }
}

package org.waymark.tool.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.plan.TermPageCounts;
import org.waymark.schema.CommonFields;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Role;

/** Compares two snapshots of a directory. */
public final class DirectoryComparison {
    private final DirectoryState before;
    private final DirectoryState after;
    private final Pairing pairing;
    private final FieldValues typedBefore = new FieldValues();
    private final FieldValues typedAfter = new FieldValues();
    private final FieldComparison fields;
    private final Map<String, String> movedPaths = new HashMap<>();

    private DirectoryComparison(DirectoryState before, DirectoryState after) {
        this.before = before;
        this.after = after;
        this.pairing = Pairing.of(before.directory(), after.directory());
        this.fields = new FieldComparison(
                new EntryLabels(after.directory().kinds(), pairing.before(), pairing.after(), pairing.renamed()));
        pairing.renamed()
                .forEach((was, now) ->
                        movedPaths.put(was.kind().fileOf(was.id()), now.kind().fileOf(now.id())));
    }

    public static DirectoryChanges of(DirectoryState before, DirectoryState after) {
        return new DirectoryComparison(before, after).changes();
    }

    private DirectoryChanges changes() {
        List<EntryChange> entries = withPages(entries());
        UnaryOperator<String> moved = path -> movedPaths.getOrDefault(path, path);
        Map<String, String> back = new HashMap<>();
        movedPaths.forEach((was, now) -> back.put(now, was));
        return new DirectoryChanges(
                entries,
                pairing.unreadable(),
                PictureComparison.of(before.snapshot().files(), after.snapshot().files()),
                LookComparison.of(before.snapshot().project(), after.snapshot().project()),
                pages(),
                FindingsComparison.only(after, before, path -> back.getOrDefault(path, path)),
                FindingsComparison.only(before, after, moved),
                AffectedPages.count(after.directory().kinds(), entries, pairing));
    }

    private Optional<PageCounts> pages() {
        return before.pages().flatMap(was -> after.pages().map(is -> PageCounts.of(was, is)));
    }

    private List<EntryChange> entries() {
        var changes = new ArrayList<EntryChange>();
        var found = new HashSet<EntryName>(pairing.renamed().values());
        pairing.before().forEach((name, was) -> {
            EntryName newName = pairing.renamed().getOrDefault(name, name);
            Entry is = pairing.after().get(newName);
            found.add(newName);
            if (is == null) {
                changes.add(removed(name, was));
            } else {
                changed(was, is).ifPresent(changes::add);
            }
        });
        pairing.after().forEach((name, is) -> {
            if (!found.contains(name) && !isNoticeOfRemoved(is)) {
                changes.add(added(is));
            }
        });
        changes.sort(Comparator.<EntryChange>comparingInt(
                        change -> after.directory().kinds().all().indexOf(change.kind()))
                .thenComparing(change -> change.last().id()));
        return changes;
    }

    /** A new notice is reported with the removed entry. */
    private boolean isNoticeOfRemoved(Entry entry) {
        return entry.find(GoneEntry.WAS)
                .filter(was -> GoneEntry.isKind(entry.kind()))
                .filter(was ->
                        pairing.before().containsKey(was) && !pairing.after().containsKey(was))
                .isPresent();
    }

    private EntryChange added(Entry entry) {
        Optional<String> summary = entry.kind()
                .field(Role.SUMMARY)
                .or(() -> entry.kind().field(Role.DEFINITION))
                .map(field -> typedAfter.of(entry).get(field.name()))
                .map(FieldValue::words);
        return new EntryChange(
                entry.kind(),
                ChangeType.ADDED,
                Optional.empty(),
                Optional.of(appearance(entry, after)),
                Optional.empty(),
                summary,
                List.of(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private EntryChange removed(EntryName name, Entry entry) {
        return new EntryChange(
                entry.kind(),
                ChangeType.REMOVED,
                Optional.of(appearance(entry, before)),
                Optional.empty(),
                GoneEntry.isNoticed(name.kind()) ? Optional.of(address(name)) : Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private EntryChange.OldAddress address(EntryName name) {
        Optional<EntryName> successor = Optional.ofNullable(pairing.successors().get(name));
        Optional<GoneEntry> notice = after.directory().gone(name.kind(), name.id());
        Optional<EntryName> instead = notice.flatMap(GoneEntry::instead)
                .map(ref -> new EntryName(after.directory().kinds().of(ref), ref.id()));
        return new EntryChange.OldAddress(
                successor.or(() -> instead),
                notice.filter(entry -> !entry.isRedirect()).isPresent());
    }

    /** What happens at the old address of an entry whose address changed. */
    private EntryChange.OldAddress oldAddress(Entry was, Entry is) {
        boolean isKept = is.find(CommonFields.FORMER_IDS).orElse(List.of()).stream()
                .anyMatch(id -> id.value().equals(was.id()));
        return isKept
                ? new EntryChange.OldAddress(Optional.of(new EntryName(is.kind(), is.id())), false)
                : address(new EntryName(was.kind(), was.id()));
    }

    private Optional<EntryChange> changed(Entry was, Entry is) {
        if (was.file().equals(is.file())
                && before.directory().isShown(was) == after.directory().isShown(is)
                && was.isComplete() == is.isComplete()) {
            return Optional.empty();
        }
        boolean isRenamed = !was.id().equals(is.id());
        boolean isReadable = was.isComplete() && is.isComplete();
        var change = new EntryChange(
                is.kind(),
                isRenamed ? ChangeType.RENAMED : ChangeType.CHANGED,
                Optional.of(appearance(was, before)),
                Optional.of(appearance(is, after)),
                isRenamed && GoneEntry.isNoticed(is.kind()) ? Optional.of(oldAddress(was, is)) : Optional.empty(),
                Optional.empty(),
                fieldChanges(was, is),
                textChange(was, is),
                OptionalInt.empty());
        boolean isChanged = isRenamed
                || !isReadable
                || change.isPublished()
                || change.isWithdrawn()
                || !change.fields().isEmpty()
                || change.text().isPresent();
        return isChanged ? Optional.of(change) : Optional.empty();
    }

    private List<FieldChange> fieldChanges(Entry was, Entry is) {
        Map<String, FieldValue> old = new HashMap<>(typedBefore.of(was));
        Map<String, FieldValue> current = new HashMap<>(typedAfter.of(is));
        if (!was.isComplete() || !is.isComplete()) {
            // Entries of unreadable files cannot be reported as removed.
            old.keySet().retainAll(current.keySet());
            current.keySet().retainAll(old.keySet());
        }
        return fields.compare(is.kind(), old, current).stream()
                .filter(change -> !isKeptAddress(change, is))
                .toList();
    }

    /** Whether a field only gained the ids of entries merged into this one, which is reported separately. */
    private boolean isKeptAddress(FieldChange change, Entry is) {
        return change.name().equals(CommonFields.FORMER_IDS.name())
                && change.details().stream()
                        .allMatch(detail -> detail.before().isEmpty()
                                && detail.after()
                                        .filter(Id::isValid)
                                        .map(id -> new EntryName(is.kind(), new Id(id)))
                                        .filter(was -> pairing.renamed().containsKey(was)
                                                || pairing.successors().containsKey(was))
                                        .isPresent());
    }

    private Optional<TextChange> textChange(Entry was, Entry is) {
        if (was.body().isEmpty() || is.body().isEmpty()) {
            return Optional.empty();
        }
        return TextComparison.of(
                was.body().get(), was.path(), is.body().get(), is.path(), path -> movedPaths.getOrDefault(path, path));
    }

    private static EntryState appearance(Entry entry, DirectoryState state) {
        boolean isReadable = entry.isComplete();
        Optional<Diagnostic> fault = isReadable
                ? Optional.empty()
                : state.findings().stream()
                        .filter(finding -> finding.isError()
                                && finding.span().path().equals(entry.path())
                                && finding.span().compareTo(entry.origin().whole()) >= 0)
                        .findFirst();
        return new EntryState(
                entry.id(),
                entry.label().isBlank() ? entry.id().value() : entry.label(),
                entry.path(),
                isReadable && state.directory().isShown(entry),
                isReadable,
                fault);
    }

    /** Adds to glossary terms the number of pages that explain them. Counted only if any term changed. */
    private List<EntryChange> withPages(List<EntryChange> changes) {
        Set<Kind> kinds = new HashSet<>();
        changes.forEach(change -> kinds.add(change.kind()));
        if (kinds.stream().noneMatch(Kind::isGlossary)) {
            return changes;
        }
        boolean isOneGone =
                changes.stream().anyMatch(change -> change.kind().isGlossary() && change.type() == ChangeType.REMOVED);
        Map<String, Integer> pagesBefore = isOneGone ? TermPageCounts.count(before.directory()) : Map.of();
        Map<String, Integer> pagesAfter = TermPageCounts.count(after.directory());
        return changes.stream()
                .map(change -> change.kind().isGlossary()
                        ? change.on((change.type() == ChangeType.REMOVED ? pagesBefore : pagesAfter)
                                .getOrDefault(change.last().id().value(), 0))
                        : change)
                .toList();
    }
}

package org.waymark.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.waymark.schema.Kind;
import org.waymark.schema.Kind.FieldOfKind;
import org.waymark.schema.ShownFirst;

/** Which entries the page of an entry shows first, as declared by its kind. Safe for use by several threads. */
public final class FirstEntries {
    private final PublishedEntries entries;
    private final Map<Kind, Optional<Chain>> chains = new ConcurrentHashMap<>();

    public FirstEntries(PublishedEntries entries) {
        this.entries = entries;
    }

    /**
     * An entry that is shown first.
     *
     * @param evidence the entries through which the chain leads to it; none if the chain is a field of the entry
     *     itself, or if it ends at these entries
     */
    public record First(Entry entry, List<Entry> evidence) {
        public First {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The chain of references from the entries of a kind to those that are shown first.
     *
     * @param through the path by which others lead to them
     * @param show the path from there; one of the two is present
     */
    public record Chain(Optional<FieldPath> through, Optional<FieldPath> show) {
        /** The kinds of the entries to which it leads. */
        public List<Kind> targets(Kinds kinds) {
            return show.map(path -> path.targets(kinds))
                    .orElseGet(() -> through.stream().map(FieldPath::from).toList());
        }

        /** The field of the entry itself that holds them. */
        public Optional<FieldPath> ownField() {
            return show.filter(path -> through.isEmpty() && path.fields().size() == 1);
        }
    }

    /** The chain that a kind declares. */
    public Optional<Chain> chain(Kind kind) {
        return chains.computeIfAbsent(kind, each -> each.presentation().first().map(this::chain));
    }

    private Chain chain(ShownFirst declared) {
        return new Chain(declared.through().map(this::path), declared.show().map(this::path));
    }

    private FieldPath path(FieldOfKind written) {
        return entries.path(entries.kinds().named(written.kind()).orElseThrow(), written.field());
    }

    /** The entries that are shown first, from A to Z, each once. */
    public List<First> of(Entry entry) {
        return chain(entry.kind()).map(chain -> along(chain, entry)).orElse(List.of());
    }

    private List<First> along(Chain chain, Entry entry) {
        var self = new PathValue.OfEntry(entry);
        var found = new LinkedHashMap<PathValue.OfEntry, List<Entry>>();
        List<Entry> steps =
                chain.through().map(path -> entries.leadingTo(self, path)).orElse(List.of(entry));
        for (Entry step : steps) {
            boolean isEvidence = chain.through().isPresent() && chain.show().isPresent();
            ends(step, chain).filter(end -> !end.equals(self)).forEach(end -> {
                List<Entry> evidence = found.computeIfAbsent(end, each -> new ArrayList<>());
                if (isEvidence) {
                    evidence.add(step);
                }
            });
        }
        List<Entry> ends = found.keySet().stream().map(PathValue.OfEntry::entry).toList();
        return entries.directory().order().fromAToZ(ends).stream()
                .map(end -> new First(end, found.getOrDefault(new PathValue.OfEntry(end), List.of())))
                .toList();
    }

    private Stream<PathValue.OfEntry> ends(Entry step, Chain chain) {
        return chain.show().isEmpty()
                ? Stream.of(new PathValue.OfEntry(step))
                : entries.values(step, chain.show().get()).stream()
                        .filter(PathValue.OfEntry.class::isInstance)
                        .map(PathValue.OfEntry.class::cast);
    }
}

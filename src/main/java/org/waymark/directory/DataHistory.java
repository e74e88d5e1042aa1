package org.waymark.directory;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.waymark.source.Sha256;

/**
 * What became of the data of each entry that was ever published, so that whoever has an old edition learns what came, changed and went
 * since.
 *
 * @param entries by name
 * @param isSealed whether it is as Waymark wrote it. If two branches wrote it, or a person, nobody knows which of its days readers of
 *     data have seen
 */
public record DataHistory(List<EntryHistory> entries, boolean isSealed) {
    /** Nothing has been recorded. */
    public static final DataHistory NONE = new DataHistory(List.of(), true);

    /** What a line has in place of a digest if the entry is no longer published. */
    static final String GONE = "gone";

    static final String SEAL = "seal ";
    private static final int DIGITS_OF_SEAL = 16;

    public DataHistory {
        entries = List.copyOf(entries);
    }

    /**
     * The history in some lines.
     *
     * @param lines in any order; a merge of branches may have left several about one entry
     * @param seals the lines that seal it
     */
    static DataHistory of(List<EntryHistory> lines, List<String> seals) {
        var byName = new TreeMap<String, EntryHistory>();
        lines.forEach(line -> byName.merge(line.name(), line, EntryHistory::with));
        var all = List.copyOf(byName.values());
        return new DataHistory(all, lines.size() == all.size() && seals.equals(List.of(seal(all))));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * The history with today's edition. Its day is never before one that is recorded already. Unless the recorded
     * one is sealed, everything counts as changed today, lest somebody miss a change.
     *
     * @param digests of the data of all entries that are published now, by name
     */
    public DataHistory with(Map<String, String> digests, LocalDate asOf) {
        LocalDate day = entries.stream()
                .map(EntryHistory::changed)
                .reduce(asOf, (latest, each) -> each.isAfter(latest) ? each : latest);
        var known = new TreeMap<String, EntryHistory>();
        entries.forEach(entry -> known.put(entry.name(), entry));
        var names = new TreeSet<>(known.keySet());
        names.addAll(digests.keySet());
        var next = new ArrayList<EntryHistory>(names.size());
        for (String name : names) {
            EntryHistory before = known.get(name);
            Optional<String> digest = Optional.ofNullable(digests.get(name));
            boolean isSame = before != null && isSealed && before.digest().equals(digest);
            next.add(isSame ? before : new EntryHistory(name, before == null ? day : before.came(), day, digest));
        }
        return new DataHistory(next, true);
    }

    /** The lines that the ledger has. */
    public List<String> lines() {
        return Stream.concat(Stream.of(seal(entries)), entries.stream().map(DataHistory::line))
                .toList();
    }

    private static String line(EntryHistory entry) {
        return entry.name() + " " + entry.came() + " " + entry.changed() + " "
                + entry.digest().orElse(GONE);
    }

    private static String seal(List<EntryHistory> entries) {
        var lines = new StringBuilder();
        entries.forEach(entry -> lines.append(line(entry)).append('\n'));
        return SEAL
                + Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS_OF_SEAL);
    }
}

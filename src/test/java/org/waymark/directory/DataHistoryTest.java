package org.waymark.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.source.Span;
import org.waymark.source.Value;

/** Whoever has an old edition reaches the newest one by the recorded history. */
class DataHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final Span PLACE = Span.startOf(RouteLedger.PATH);

    /** What somebody has, and the last day of what they took it from. */
    private record Harvest(LocalDate day, Map<String, String> digests) {
        Map<String, String> broughtUpToDate(DataHistory history) {
            var mine = new TreeMap<>(digests);
            for (EntryHistory entry : history.entries()) {
                if (!entry.changed().isBefore(day)) {
                    mine.remove(entry.name());
                    entry.digest().ifPresent(digest -> mine.put(entry.name(), digest));
                }
            }
            return mine;
        }
    }

    /** A branch on which entries come, change, go and return. */
    private static final class Branch {
        final Random random;
        final TreeMap<String, String> digests = new TreeMap<>();
        final List<Harvest> harvests = new ArrayList<>();
        List<String> ledger = List.of();
        LocalDate day = FIRST;

        Branch(Random random) {
            this.random = random;
        }

        Branch fork() {
            var other = new Branch(random);
            other.digests.putAll(digests);
            other.ledger = ledger;
            other.day = day;
            return other;
        }

        void change() {
            for (int i = random.nextInt(4); i > 0; i--) {
                String name = "page/" + (char) ('a' + random.nextInt(8));
                if (random.nextInt(3) == 0) {
                    digests.remove(name);
                } else {
                    digests.put(name, "%016x".formatted(random.nextInt(3)));
                }
            }
        }

        /** Publishes, mostly later than before; clocks may be wrong. */
        DataHistory publish() {
            day = day.plusDays(random.nextInt(4) - 1L);
            DataHistory history = read(ledger).with(digests, day);
            ledger = history.lines();
            LocalDate last = history.entries().stream()
                    .map(EntryHistory::changed)
                    .max(LocalDate::compareTo)
                    .orElse(LocalDate.MIN); // who has nothing takes all
            harvests.add(new Harvest(last, Map.copyOf(digests)));
            assertTrue(read(ledger).isSealed());
            return history;
        }
    }

    private static DataHistory read(List<String> lines) {
        List<Value> items =
                lines.stream().<Value>map(line -> new Value.Scalar(line, PLACE)).toList();
        return new HistoryType()
                .decode("entries", new Value.Sequence(items, false, PLACE))
                .value()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leadsFromEachEditionToTheNewest(long seed) {
        for (int run = 0; run < 100; run++) {
            var branch = new Branch(new Random(seed * 1000 + run));
            for (int edition = 0; edition < 8; edition++) {
                branch.change();
                DataHistory history = branch.publish();
                for (Harvest old : branch.harvests) {
                    assertEquals(branch.digests, old.broughtUpToDate(history));
                }
            }
        }
    }

    /** Git keeps the lines of both sides, in some order. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void leadsFromTheEditionsOfBothBranchesToTheMergedOne(long seed) {
        for (int run = 0; run < 100; run++) {
            var random = new Random(seed * 1000 + run);
            var one = new Branch(random);
            one.change();
            one.publish();
            Branch other = one.fork();
            for (int edition = 0; edition < 3; edition++) {
                one.change();
                one.publish();
                other.change();
                other.publish();
            }
            var lines = new ArrayList<>(one.ledger);
            lines.addAll(other.ledger);
            Collections.shuffle(lines, random);
            one.ledger = lines;
            one.harvests.addAll(other.harvests);
            one.digests.putAll(other.digests);
            DataHistory history = one.publish();
            for (Harvest old : one.harvests) {
                assertEquals(one.digests, old.broughtUpToDate(history));
            }
        }
    }

    @Test
    void recordsNothingTwice() {
        Map<String, String> digests = Map.of("page/a", "0123456789abcdef");
        DataHistory history = DataHistory.NONE.with(digests, FIRST);
        assertEquals(history, history.with(digests, FIRST.plusDays(9)));
        assertFalse(read(List.of(history.lines().get(1))).isSealed());
    }
}

package org.waymark.tool.changes;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Count;

/**
 * How many published pages differ, as readers would get them.
 *
 * @param changed those that both versions have, with different bytes
 * @param added those that only the newer one has
 * @param removed those that only the older one has
 * @param all those of the newer one
 */
public record PageCounts(int changed, int added, int removed, int all) {
    /**
     * Compares the pages of two versions.
     *
     * @param before a digest of each page, by path
     */
    static PageCounts of(Map<String, String> before, Map<String, String> after) {
        int common = (int) after.keySet().stream().filter(before::containsKey).count();
        int same = (int) after.entrySet().stream()
                .filter(page -> page.getValue().equals(before.get(page.getKey())))
                .count();
        return new PageCounts(common - same, after.size() - common, before.size() - common, after.size());
    }

    public boolean isEmpty() {
        return changed + added + removed == 0;
    }

    /** {@code Of 155 published pages, 12 are different, 1 is new.} */
    String sentence() {
        String differ = isEmpty()
                ? "No published page differs"
                : "Of " + Count.inDigits(all, "published page", "published pages") + ", "
                        + isOrAre(changed, "different");
        return Stream.of(Optional.of(differ), part(added, "new"), part(removed, "gone"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", "", "."));
    }

    private static Optional<String> part(int count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(isOrAre(count, what));
    }

    private static String isOrAre(int count, String what) {
        return count == 0 ? "none is " + what : Count.inDigits(count, "is", "are") + " " + what;
    }
}

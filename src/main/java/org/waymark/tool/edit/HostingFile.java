package org.waymark.tool.edit;

import java.util.Optional;
import org.waymark.source.FileChange;

/**
 * A file for Git or for a code host.
 *
 * @param path relative to the root of the repository
 * @param upkeep what happens to a file that already exists
 */
public record HostingFile(String path, Upkeep upkeep, String text) {
    /** The first words of each file that Waymark may replace, so that it replaces no other. */
    private static final String MARK = "# Made by waymark init --ci ";

    /** What happens to a file that already exists. */
    public enum Upkeep {
        /** It belongs to Waymark, and is brought up to date. */
        REPLACED,
        /** It gets the lines that it lacks. */
        COMPLETED,
        /** It is only a start: the first run writes it, unless there is one. */
        ONCE
    }

    /**
     * The change that brings the file up to date.
     *
     * @param existing the text of the file; empty if it is missing
     * @return empty if nothing needs changing
     * @throws Refusal if someone else has written a file with the name of one of Waymark's
     */
    Optional<FileChange> change(Optional<String> existing) {
        if (existing.isEmpty()) {
            return Optional.of(new FileChange.Creation(path, text));
        }
        String before = existing.get();
        String after = switch (upkeep) {
            case REPLACED -> replaced(before);
            case COMPLETED -> completed(before);
            case ONCE -> before;
        };
        return before.equals(after) ? Optional.empty() : Optional.of(new FileChange.Replacement(path, before, after));
    }

    private String replaced(String before) {
        if (!before.startsWith(MARK)) {
            throw Refusal.inTheWay("waymark init did not write " + path
                    + "; move that file away, then try again: Waymark writes one of that name");
        }
        return text;
    }

    private String completed(String before) {
        boolean isComplete = text.lines()
                .filter(line -> !line.startsWith("#"))
                .allMatch(line -> before.lines().anyMatch(line::equals));
        if (isComplete) {
            return before;
        }
        return before + (before.isEmpty() || before.endsWith("\n") ? "" : "\n") + text;
    }
}

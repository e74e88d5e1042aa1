package org.waymark.tool.changes;

import java.util.Optional;

/**
 * The compared revisions.
 *
 * @param until absent for the files on disk
 */
public record RevisionRange(ComparedRevision since, Optional<ComparedRevision> until) {
    /**
     * A commit.
     *
     * @param name as the user typed it
     * @param commit its hash
     */
    public record ComparedRevision(String name, String commit) {
        private static final int SHORT = 10;

        @Override
        public String toString() {
            return commit.startsWith(name) ? shortened() : name + " (" + shortened() + ")";
        }

        private String shortened() {
            return commit.substring(0, Math.min(SHORT, commit.length()));
        }
    }

    /** {@code since main (0123456789)} */
    String words() {
        return until.map(end -> "from " + since + " to " + end).orElse("since " + since);
    }
}

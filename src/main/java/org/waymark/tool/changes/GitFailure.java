package org.waymark.tool.changes;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.MissingObjectException;
import org.waymark.source.ReadFailure;

/** Explains problems with a repository. */
final class GitFailure {
    private GitFailure() {}

    static ReadFailure of(Path repository, String what, IOException e) {
        String reason = e instanceof MissingObjectException
                ? "the repository is incomplete (" + e.getMessage() + "); fetch it in full, without `--filter`"
                : e.getMessage() + "; `git fsck` reports the damage";
        return new ReadFailure("cannot read " + what + " from " + repository + ": " + reason, e);
    }
}

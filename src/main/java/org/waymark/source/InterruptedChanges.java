package org.waymark.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.source.ChangeJournal.Line;

/**
 * What a command was about to change in a project when it was killed. If all was prepared by then, the rest is done now;
 * but a file that somebody has changed since is left as it is. If not, what was prepared is removed.
 *
 * @param completed the files that were changed now, by path
 * @param left those that somebody has changed since
 */
public record InterruptedChanges(List<String> completed, List<String> left) {
    public InterruptedChanges {
        completed = List.copyOf(completed);
        left = List.copyOf(left);
    }

    /**
     * Makes the rest of the changes, if there are any.
     *
     * @return empty where no command was interrupted
     * @throws WriteFailure when the machine does not let it write
     */
    public static Optional<InterruptedChanges> complete(Path root) {
        try {
            removeUnfinished(root);
            Optional<ChangeJournal> found = ChangeJournal.leftIn(root);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (ChangeJournal journal = found.get()) {
                var completed = new ArrayList<String>();
                var left = new ArrayList<String>();
                for (Line line : journal.lines(root)) {
                    complete(root, line, completed, left);
                }
                journal.remove();
                return Optional.of(new InterruptedChanges(completed, left));
            }
        } catch (IOException e) {
            throw new WriteFailure(
                    "cannot complete the changes that an earlier command had begun in " + root + ": "
                            + Reason.of(
                                    e,
                                    "you are not allowed to write there; change the permissions, or ask whoever owns it",
                                    "a file has vanished meanwhile; try again"),
                    e);
        }
    }

    /** Nothing was changed yet. */
    private static void removeUnfinished(Path root) throws IOException {
        Optional<ChangeJournal> found = ChangeJournal.unfinishedIn(root);
        if (found.isEmpty()) {
            return;
        }
        try (ChangeJournal journal = found.get()) {
            for (Line line : journal.lines(root)) {
                Path prepared = root.resolve(line.prepared());
                if (!line.prepared().isEmpty() && isFile(prepared)) {
                    Files.delete(prepared);
                }
            }
            journal.remove();
        }
    }

    private static void complete(Path root, Line line, List<String> completed, List<String> left) throws IOException {
        Path prepared = root.resolve(line.prepared());
        Path to = root.resolve(line.to());
        Path from = root.resolve(line.from());
        if (!line.prepared().isEmpty() && isFile(prepared)) {
            boolean isFree =
                    line.from().equals(line.to()) ? isAsBefore(to, line) : !Files.exists(to, LinkOption.NOFOLLOW_LINKS);
            if (isFree) {
                Files.move(prepared, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                completed.add(line.to());
            } else {
                Files.delete(prepared);
                left.add(line.to());
                return;
            }
        }
        if (!line.from().isEmpty() && !line.from().equals(line.to()) && isFile(from)) {
            if (isAsBefore(from, line)) {
                Files.delete(from);
                completed.add(line.from());
            } else {
                left.add(line.from());
            }
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isAsBefore(Path file, Line line) throws IOException {
        return isFile(file) && InputDigest.of(Files.readAllBytes(file)).equals(line.before());
    }
}

package org.waymark.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes files of a project: all that are asked for, or none. Everything is prepared beside its place first. If a file
 * then cannot be put there, those before it are put back. A file that has changed since it was read is not touched. No two
 * commands change files of a project at once. After a crash in the midst of it, {@link InterruptedChanges} does the rest.
 */
public final class ProjectWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path root;
    private final Project read;
    private final List<Step> steps = new ArrayList<>();
    private final Deque<Undo> done = new ArrayDeque<>();

    private ProjectWriter(Path root, Project read) {
        this.root = root.toAbsolutePath().normalize();
        this.read = read;
    }

    /**
     * What happens to a file.
     *
     * @param from what goes from its place; absent for a new file
     * @param before what it held
     * @param to where the new file comes; absent for one that only goes
     * @param after what the new file holds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Step(
            @Nullable Path from,
            byte @Nullable [] before,
            @Nullable Path to,
            byte @Nullable [] after) {
        /** The new file, beside its place, under a name that no reader of the project sees. */
        @Nullable
        Path prepared() {
            return to == null ? null : to.resolveSibling(ChangeJournal.preparedName(String.valueOf(to.getFileName())));
        }

        boolean isOneMove() {
            return to != null && (from == null || from.equals(to));
        }
    }

    @FunctionalInterface
    private interface Undo {
        void run() throws IOException;
    }

    /**
     * Makes changes to the files below a folder. Line ends, byte order marks and permissions stay as they are.
     *
     * @param read the project from which the changes were worked out
     * @throws WriteFailure when a file cannot be changed; then all files are as they were
     * @throws IllegalArgumentException if a path leads out of the project
     */
    public static void apply(Path root, Project read, List<FileChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var writer = new ProjectWriter(root, read);
        try {
            writer.makeRoot();
            writer.make(changes);
        } catch (WriteFailure e) {
            writer.removePrepared();
            throw writer.withUndone(e);
        }
    }

    /** That of a project which is yet to begin. */
    private void makeRoot() {
        try {
            createFolder(root);
        } catch (IOException e) {
            throw failure(root.toString(), e);
        }
    }

    /** Whenever it is killed, there is a list by which the next command removes what is prepared, or makes the rest. */
    private void make(List<FileChange> changes) {
        try (ChangeJournal journal = ChangeJournal.begin(root)) {
            try {
                changes.forEach(this::plan);
                journal.list(steps.stream().map(this::line).toList());
                steps.forEach(this::prepare);
                if (steps.size() > 1 || !steps.get(0).isOneMove()) {
                    journal.commit();
                }
                steps.forEach(this::replace);
            } finally {
                journal.remove();
            }
        } catch (IOException e) {
            throw failure(root.toString(), e);
        }
    }

    private void plan(FileChange change) {
        Path file = inside(change.path());
        try {
            if (change instanceof FileChange.Creation creation) {
                refuseTaken(change.path(), file, null);
                steps.add(new Step(null, null, file, creation.text().getBytes(StandardCharsets.UTF_8)));
            } else if (change instanceof FileChange.Revision revision) {
                Path to = inside(revision.newPath());
                refuseTaken(revision.newPath(), to, file);
                byte[] before = bytes(file);
                steps.add(new Step(file, before, to, revised(revision, before)));
            } else {
                steps.add(new Step(file, bytes(file), null, null));
            }
        } catch (IOException e) {
            throw failure(change.path(), e);
        }
    }

    /** A path that the user gave reaches this only as an id; what still led elsewhere would be our fault. */
    private Path inside(String path) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IllegalArgumentException("not a path in the project: " + path);
        }
        return file;
    }

    /** On some systems a file is found under its name in other letter case, which is then no other file. */
    private static void refuseTaken(String path, Path file, @Nullable Path mayBe) throws IOException {
        boolean isTaken =
                Files.exists(file, LinkOption.NOFOLLOW_LINKS) && (mayBe == null || !Files.isSameFile(file, mayBe));
        if (isTaken) {
            throw new WriteFailure("cannot write " + path + ": there is a file of that name already", null);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        return PlainFile.bytes(file, SizeLimit.LEDGER, LinkOption.NOFOLLOW_LINKS);
    }

    private byte[] revised(FileChange.Revision revision, byte[] before) {
        SourceFile now = SourceFile.decode(revision.path(), before);
        boolean isAsRead = read.content().stream().anyMatch(now::equals);
        if (!isAsRead) {
            throw new WriteFailure(
                    "cannot change " + revision.path() + ": someone else has just changed it; try again", null);
        }
        if (!now.malformed().isEmpty()) {
            throw new WriteFailure("cannot change " + revision.path() + ": it is not saved as UTF-8", null);
        }
        String text = new String(before, StandardCharsets.UTF_8);
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        return (mark + EditedText.of(text.substring(mark.length()), revision.edits())).getBytes(StandardCharsets.UTF_8);
    }

    private void prepare(Step step) {
        Path to = step.to();
        Path prepared = step.prepared();
        byte[] after = step.after();
        if (to == null || prepared == null || after == null) {
            return;
        }
        try {
            refuseOutside(to);
            createFolder(to.getParent());
            // What lies there may be a link or a pipe: it is neither followed nor waited for.
            Files.deleteIfExists(prepared);
            Files.write(
                    prepared, after, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            if (step.from() != null) {
                copyPermissions(step.from(), prepared);
            }
        } catch (IOException e) {
            throw failure(path(step.from() == null ? to : step.from()), e);
        }
    }

    /** A folder on the way may be a link. */
    private void refuseOutside(Path to) throws IOException {
        Path there = to.getParent();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Repository.holds(root, there.toRealPath())) {
            throw new WriteFailure(
                    "cannot write " + root.relativize(to) + ": a link on the way leads out of the project", null);
        }
    }

    private void createFolder(@Nullable Path folder) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        createFolder(folder.getParent());
        Files.createDirectory(folder);
        done.push(() -> Files.deleteIfExists(folder));
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        var source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source != null && target != null) {
            target.setPermissions(source.readAttributes().permissions());
        }
    }

    private ChangeJournal.Line line(Step step) {
        byte[] before = step.before();
        return new ChangeJournal.Line(
                path(step.prepared()),
                path(step.to()),
                path(step.from()),
                before == null ? "" : InputDigest.of(before));
    }

    private String path(@Nullable Path file) {
        return file == null ? "" : root.relativize(file).toString().replace('\\', '/');
    }

    private void replace(Step step) {
        try {
            if (step.prepared() != null && step.to() != null) {
                Files.move(
                        step.prepared(),
                        step.to(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                done.push(() -> putBack(step));
            }
            if (step.from() != null && !isKept(step)) {
                Files.delete(step.from());
                done.push(() -> putBack(step));
            }
        } catch (IOException e) {
            throw failure(path(step.from() == null ? step.to() : step.from()), e);
        }
    }

    /** Whether the file that went before now is the new one, be it by a name in other letter case. */
    private static boolean isKept(Step step) throws IOException {
        Path from = step.from();
        Path to = step.to();
        return from != null && to != null && (from.equals(to) || (Files.exists(from) && Files.isSameFile(from, to)));
    }

    private static void putBack(Step step) throws IOException {
        if (step.to() != null && !step.to().equals(step.from())) {
            Files.deleteIfExists(step.to());
        }
        if (step.from() != null && step.before() != null) {
            Files.write(step.from(), step.before());
        }
    }

    private WriteFailure withUndone(WriteFailure cause) {
        String message = cause.getMessage() + "; no file was changed";
        for (Undo undo : done) {
            try {
                undo.run();
            } catch (IOException e) {
                message = cause.getMessage() + "; some files were changed and could not be put back: " + e.getMessage();
            }
        }
        return new WriteFailure(message, cause);
    }

    private void removePrepared() {
        for (Step step : steps) {
            try {
                if (step.prepared() != null) {
                    Files.deleteIfExists(step.prepared());
                }
            } catch (IOException e) {
                // It is in nobody's way: its name begins with a dot.
            }
        }
    }

    private static WriteFailure failure(String path, IOException e) {
        String reason = Reason.of(
                e,
                "you are not allowed to write there; change the permissions, or ask whoever owns it",
                "it is not there any more");
        return new WriteFailure("cannot change " + path + ": " + reason, e);
    }
}

package org.waymark.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.source.FileChange.Creation;
import org.waymark.source.FileChange.PositionRemoval;
import org.waymark.source.FileChange.Replacement;
import org.waymark.source.FileChange.Revision;

/**
 * Changes files of a project, all or none. New files are staged first; if one cannot be moved into place, those
 * already moved are restored. A file that has changed since it was read is left unchanged. Commands cannot change
 * files of a project concurrently.
 *
 * <p>While the files of a change are moved, a journal in the user's state folder lists them. After a crash, the next
 * command that writes completes the change; other commands only report it.
 */
public final class ProjectWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path root;
    private final Optional<ChangeJournal> journal;

    /**
     * A writer for the files of a project.
     *
     * @param state the folder for this user's Waymark state; empty if there is none
     */
    public ProjectWriter(Path root, Optional<Path> state) {
        this.root = root.toAbsolutePath().normalize();
        this.journal = state.flatMap(folder -> ChangeJournal.of(folder, root));
    }

    /**
     * A change to one file.
     *
     * @param from the path of the file that is replaced or removed; null for a new file
     * @param before its bytes
     * @param to the path of the new file; null for a removal
     * @param after its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Step(
            @Nullable String from,
            byte @Nullable [] before,
            @Nullable String to,
            byte @Nullable [] after) {
        boolean isOneMove() {
            return to != null && (from == null || from.equals(to));
        }

        ChangeJournal.Step recorded() {
            return new ChangeJournal.Step(
                    to == null ? "" : to, digest(after), from == null ? "" : from, digest(before));
        }

        private static String digest(byte @Nullable [] bytes) {
            return bytes == null ? "" : Sha256.of(bytes);
        }
    }

    /**
     * Changes files of the project. Keeps line ends, byte order marks and permissions.
     *
     * @param read the project that the changes are based on
     * @throws WriteFailure if a file cannot be changed; then all files are as they were
     * @throws IllegalArgumentException if a path is outside the project, or a file to be changed outside {@code
     *     content}
     */
    public void apply(Project read, List<FileChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        changes.forEach(ProjectWriter::refuseForbidden);
        try (FileTransaction transaction = begin()) {
            if (journal.filter(ChangeJournal::exists).isPresent()) {
                throw new WriteFailure("an earlier command was stopped while changing files of this project;"
                        + " complete that with `waymark fix` first");
            }
            transaction.clear();
            apply(read, changes, transaction);
        } catch (IOException e) {
            throw failure(root.toString(), e);
        }
    }

    private void apply(Project read, List<FileChange> changes, FileTransaction transaction) {
        Deque<Step> done = new ArrayDeque<>();
        try {
            var steps = new ArrayList<Step>();
            for (FileChange change : changes) {
                steps.add(step(change, read, transaction.folder()));
            }
            for (Step step : steps) {
                stage(step, transaction);
            }
            record(steps);
            for (Step step : steps) {
                done.push(step);
                make(step, transaction);
            }
            removeEmptied(steps, transaction);
        } catch (WriteFailure e) {
            throw undone(e, done, transaction);
        } finally {
            removeJournal();
        }
    }

    private FileTransaction begin() throws IOException {
        if (Files.isDirectory(root)) {
            WorkFolder.in(root);
        }
        return FileTransaction.begin(root)
                .orElseThrow(
                        () -> new WriteFailure(
                                "another command is changing files of this project; try again when it has finished; no file was changed"));
    }

    private static void refuseForbidden(FileChange change) {
        String to = change instanceof Revision revision ? revision.newPath() : change.path();
        boolean isAnywhere = change instanceof Creation || change instanceof Replacement;
        if (!isAllowed(change.path(), isAnywhere) || !isAllowed(to, isAnywhere)) {
            throw new IllegalArgumentException("not a path to change in a project: " + change.path());
        }
    }

    /** Edits change entries; outside {@code content} they only add files, and replace what Waymark wrote. */
    private static boolean isAllowed(String path, boolean isAnywhere) {
        try {
            boolean isPlain =
                    Arrays.stream(path.split("/", -1)).noneMatch(name -> name.isEmpty() || name.matches("\\.\\.?"));
            boolean isOwn = path.startsWith(WorkFolder.NAME + "/") || path.startsWith(".git/");
            return isPlain
                    && !isOwn
                    && !Path.of(path).isAbsolute()
                    && (isAnywhere || path.startsWith(ProjectReader.CONTENT + "/"));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Step step(FileChange change, Project read, RealFolder folder) {
        try {
            if (change instanceof Creation creation) {
                refuseTaken(creation.path(), folder, "");
                return new Step(null, null, creation.path(), creation.text().getBytes(StandardCharsets.UTF_8));
            }
            long limit = change instanceof PositionRemoval ? SizeLimit.PICTURE : SizeLimit.LEDGER;
            byte[] before = folder.read(change.path(), limit).orElseThrow(() -> new NoSuchFileException(change.path()));
            if (change instanceof Replacement replacement) {
                return new Step(change.path(), before, change.path(), replaced(replacement, before));
            }
            if (change instanceof Revision revision) {
                refuseTaken(revision.newPath(), folder, revision.path());
                return new Step(change.path(), before, revision.newPath(), revised(revision, read, before));
            }
            if (change instanceof PositionRemoval) {
                byte[] after = ImageReader.withoutPosition(before)
                        .orElseThrow(() -> new WriteFailure("cannot change " + change.path()
                                + ": its position cannot be removed, or someone else has just changed it"));
                return new Step(change.path(), before, change.path(), after);
            }
            return new Step(change.path(), before, null, null);
        } catch (IOException e) {
            throw failure(change.path(), e);
        }
    }

    /**
     * Rejects a path that is taken. A case-insensitive file system also finds a file by its own name in another case,
     * which is not a conflict.
     */
    private static void refuseTaken(String path, RealFolder folder, String mayBe) throws IOException {
        boolean isTaken = folder.attributes(path).isPresent()
                && (mayBe.isEmpty() || !Files.isSameFile(folder.resolve(path), folder.resolve(mayBe)));
        if (isTaken) {
            throw new WriteFailure("cannot write " + path + ": a file with that name already exists");
        }
    }

    private static byte[] replaced(Replacement replacement, byte[] before) {
        if (!replacement.before().equals(new String(before, StandardCharsets.UTF_8))) {
            throw new WriteFailure(
                    "cannot change " + replacement.path() + ": someone else has just changed it; try again");
        }
        return replacement.text().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] revised(Revision revision, Project read, byte[] before) {
        SourceFile now = SourceFile.decode(revision.path(), before);
        boolean isAsRead = read.content().stream().anyMatch(now::equals);
        if (!isAsRead) {
            throw new WriteFailure(
                    "cannot change " + revision.path() + ": someone else has just changed it; try again");
        }
        if (!now.malformed().isEmpty()) {
            throw new WriteFailure("cannot change " + revision.path() + ": it is not saved as UTF-8");
        }
        String text = new String(before, StandardCharsets.UTF_8);
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        return (mark + EditedText.of(text.substring(mark.length()), revision.edits())).getBytes(StandardCharsets.UTF_8);
    }

    private static void stage(Step step, FileTransaction transaction) {
        String to = step.to();
        byte[] after = step.after();
        if (to == null || after == null) {
            return;
        }
        try {
            transaction.stage(to, out -> out.write(after), StandardOpenOption.SYNC);
            if (step.from() != null) {
                copyPermissions(transaction.folder().file(step.from()), transaction.stagedFile(to));
            }
        } catch (IOException e) {
            throw failure(step.from() == null ? to : step.from(), e);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        var source = Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        var target = Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (source != null && target != null) {
            target.setPermissions(source.readAttributes().permissions());
        }
    }

    /** A single move is atomic and needs no journal. */
    private void record(List<Step> steps) {
        if (steps.size() == 1 && steps.get(0).isOneMove()) {
            return;
        }
        ChangeJournal kept = journal.orElseThrow(() ->
                new WriteFailure("cannot change several files: no folder outside the project can keep a journal of it;"
                        + " set XDG_STATE_HOME to one that you can write to"));
        try {
            kept.write(steps.stream().map(Step::recorded).toList());
        } catch (IOException e) {
            throw WriteFailure.of(kept.folder(), e);
        }
    }

    private void removeJournal() {
        try {
            if (journal.isPresent()) {
                journal.get().remove();
            }
        } catch (IOException e) {
            throw WriteFailure.of(journal.get().folder(), e);
        }
    }

    private static void make(Step step, FileTransaction transaction) {
        try {
            if (step.to() != null) {
                makeFolders(step.to(), transaction.folder());
                transaction.moveIntoPlace(step.to());
            }
            if (step.from() != null && !isKept(step, transaction.folder())) {
                Files.delete(transaction.folder().file(step.from()));
            }
        } catch (IOException e) {
            throw failure(String.valueOf(step.from() == null ? step.to() : step.from()), e);
        }
    }

    /** Removes the folders that all files have left, as a folder of entries does if it gets another name. */
    private static void removeEmptied(List<Step> steps, FileTransaction transaction) {
        try {
            transaction.removeEmptyFolders(steps.stream()
                    .filter(step -> step.to() != null)
                    .flatMap(step -> Stream.ofNullable(step.from()))
                    .toList());
        } catch (IOException e) {
            // An empty folder harms nobody, and the change is complete.
        }
    }

    private static void makeFolders(String path, RealFolder folder) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            folder.makeFolder(path.substring(0, slash));
        }
    }

    /** Whether the new file is the old one, perhaps under a name that differs only in case. */
    private static boolean isKept(Step step, RealFolder folder) throws IOException {
        String from = step.from();
        String to = step.to();
        return from != null
                && to != null
                && (from.equals(to)
                        || (folder.attributes(from).isPresent()
                                && Files.isSameFile(folder.resolve(from), folder.resolve(to))));
    }

    /**
     * @param done the steps made so far, the last of them perhaps only in part
     */
    private static WriteFailure undone(WriteFailure cause, Deque<Step> done, FileTransaction transaction) {
        String message = cause.getMessage() + "; no file was changed";
        for (Step step : done) {
            try {
                undo(step, transaction);
            } catch (IOException e) {
                message = cause.getMessage() + "; some files were changed and could not be restored: " + e.getMessage();
            }
        }
        return new WriteFailure(message, cause);
    }

    private static void undo(Step step, FileTransaction transaction) throws IOException {
        String to = step.to();
        boolean isMoved = to != null && !Files.exists(transaction.stagedFile(to));
        if (to != null) {
            if (isMoved && !to.equals(step.from())) {
                transaction.remove(List.of(to));
            }
            transaction.removeEmptyFolders(List.of(to));
        }
        RealFolder folder = transaction.folder();
        if (step.from() != null
                && step.before() != null
                && (isMoved || folder.attributes(step.from()).isEmpty())) {
            Files.write(
                    folder.file(step.from()),
                    step.before(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Whether a command was stopped while changing files of the project, and no other command is changing any. */
    public boolean isInterrupted() {
        if (journal.filter(ChangeJournal::exists).isEmpty()) {
            return false;
        }
        try (FileTransaction transaction = FileTransaction.begin(root).orElse(null)) {
            return transaction != null;
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Completes the change of an interrupted command, if there is one. Leaves files that were modified since.
     *
     * @return empty if no command was interrupted
     * @throws WriteFailure if a file cannot be written
     */
    public Optional<InterruptedChange> complete() {
        if (journal.filter(ChangeJournal::exists).isEmpty()) {
            return Optional.empty();
        }
        try (FileTransaction transaction = begin()) {
            var completed = new ArrayList<String>();
            var left = new ArrayList<String>();
            for (ChangeJournal.Step step : journal.get().read()) {
                boolean isNew = step.from().isEmpty();
                boolean isAllowed = (step.to().isEmpty() || isAllowed(step.to(), isNew))
                        && (step.from().isEmpty() || isAllowed(step.from(), false));
                if (isAllowed) {
                    complete(step, transaction, completed, left);
                }
            }
            journal.get().remove();
            transaction.clear();
            return Optional.of(new InterruptedChange(completed, left));
        } catch (IOException e) {
            String reason = Reason.of(
                    e,
                    "you have no permission to write there; change the permissions, or ask whoever owns it",
                    "a file was removed meanwhile; try again");
            throw new WriteFailure(
                    "cannot complete the change that an earlier command started in " + root + ": " + reason, e);
        }
    }

    private static void complete(
            ChangeJournal.Step step, FileTransaction transaction, List<String> completed, List<String> left)
            throws IOException {
        RealFolder folder = transaction.folder();
        String to = step.to();
        String from = step.from();
        if (!to.isEmpty() && !holds(folder, to, step.after())) {
            boolean isFree = from.equals(to)
                    ? holds(folder, to, step.before())
                    : folder.attributes(to).isEmpty();
            if (!isFree || !holds(folder, transaction.stagedPath(to), step.after())) {
                left.add(to);
                return;
            }
            makeFolders(to, folder);
            transaction.moveIntoPlace(to);
            completed.add(to);
        }
        if (!from.isEmpty() && !from.equals(to) && folder.attributes(from).isPresent()) {
            if (holds(folder, from, step.before())) {
                Files.delete(folder.file(from));
                completed.add(from);
            } else {
                left.add(from);
            }
        }
    }

    /** Whether a path is a regular file with this digest. */
    private static boolean holds(RealFolder folder, String path, String digest) throws IOException {
        return folder.attributes(path)
                        .filter(BasicFileAttributes::isRegularFile)
                        .isPresent()
                && Sha256.of(folder.resolve(path)).equals(digest);
    }

    private static WriteFailure failure(String path, IOException e) {
        String reason = Reason.of(
                e,
                "you have no permission to write there; change the permissions, or ask whoever owns it",
                "it no longer exists");
        return new WriteFailure("cannot change " + path + ": " + reason, e);
    }
}

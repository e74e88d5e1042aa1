package org.waymark.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The list of changes that are prepared, and then made. It lies in the project while that lasts, so that after a crash in
 * the midst of it the next command can remove what was prepared, or make the rest. The file is locked by whoever makes the
 * changes, so that no two commands make theirs at once.
 */
final class ChangeJournal implements AutoCloseable {
    static final String NAME = ".waymark-changes";

    /** Its name until all is prepared. */
    static final String UNFINISHED = NAME + ".new";

    private static final String SEPARATOR = "\t";

    private final FileChannel lock;
    private Path file;

    private ChangeJournal(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * A change that has been prepared. Paths are relative to the project.
     *
     * @param prepared where the new file lies, or nothing for one that only goes
     * @param to where it comes
     * @param from what goes from its place, or is replaced there; nothing for a new file
     * @param before the digest of what was there
     */
    record Line(String prepared, String to, String from, String before) {
        private String text() {
            return String.join(SEPARATOR, prepared, to, from, before);
        }

        /** Whoever can add files to a project can add a list too: what it names must lie in the project, in plain sight. */
        private static Optional<Line> read(Path root, String text) throws IOException {
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length != 4 || !isPrepared(parts[0], parts[1])) {
                return Optional.empty();
            }
            boolean isOne = isInside(root, parts[1]) && isInside(root, parts[2]);
            return isOne ? Optional.of(new Line(parts[0], parts[1], parts[2], parts[3])) : Optional.empty();
        }

        private static boolean isPrepared(String prepared, String to) {
            int name = to.lastIndexOf('/') + 1;
            return prepared.isEmpty()
                    ? to.isEmpty()
                    : prepared.equals(to.substring(0, name) + preparedName(to.substring(name)));
        }

        private static boolean isInside(Path root, String path) throws IOException {
            if (path.isEmpty()) {
                return true;
            }
            try {
                Path folder = root.resolve(path).getParent();
                return !Path.of(path).isAbsolute()
                        && Arrays.stream(path.split("/", -1)).noneMatch(part -> part.isEmpty() || part.startsWith("."))
                        && folder != null
                        && Files.isDirectory(folder)
                        && folder.toRealPath().startsWith(root.toRealPath());
            } catch (InvalidPathException e) {
                return false;
            }
        }
    }

    /**
     * Begins to make changes, which from here on nobody else does in this project.
     *
     * @throws WriteFailure when another command does
     */
    @SuppressWarnings("MustBeClosed")
    static ChangeJournal begin(Path root) throws IOException {
        Path unfinished = root.resolve(UNFINISHED);
        // What lies there may be a link or a pipe: it is neither followed nor waited for.
        if (!Files.isRegularFile(unfinished, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(unfinished);
        }
        FileChannel channel = FileChannel.open(
                unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        boolean isFree = lock(channel) && !Files.isRegularFile(root.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
        if (!isFree) {
            channel.close();
            throw new WriteFailure(
                    "another command is changing files of this project; try again when it has ended", null);
        }
        return new ChangeJournal(unfinished, channel);
    }

    /** Lists what will be prepared, so that it can be found after a crash. */
    void list(List<Line> lines) throws IOException {
        String text = String.join("\n", lines.stream().map(Line::text).toList()) + "\n";
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        lock.truncate(0);
        while (bytes.hasRemaining()) {
            lock.write(bytes);
        }
    }

    /** All is prepared: from here on the changes are made, by whoever it is. */
    void commit() throws IOException {
        Path list = file.resolveSibling(NAME);
        Files.move(file, list, StandardCopyOption.ATOMIC_MOVE);
        file = list;
    }

    /** What a command has prepared in part that does not run any more; empty where there is no such thing. */
    static Optional<ChangeJournal> unfinishedIn(Path root) throws IOException {
        return abandoned(root.resolve(UNFINISHED));
    }

    /** What a command has begun that does not run any more; empty where there is no such thing. */
    static Optional<ChangeJournal> leftIn(Path root) throws IOException {
        return abandoned(root.resolve(NAME));
    }

    @SuppressWarnings("MustBeClosed")
    private static Optional<ChangeJournal> abandoned(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (lock(channel)) {
                return Optional.of(new ChangeJournal(file, channel));
            }
            channel.close();
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The name under which no reader of the project sees a file. */
    static String preparedName(String name) {
        return "." + name + ".waymark";
    }

    List<Line> lines(Path root) throws IOException {
        var lines = new ArrayList<Line>();
        byte[] text = PlainFile.bytes(file, SizeLimit.KEPT, LinkOption.NOFOLLOW_LINKS);
        for (String line : new String(text, StandardCharsets.UTF_8).split("\n", -1)) {
            Line.read(root, line).ifPresent(lines::add);
        }
        return lines;
    }

    /** Removes the list when the changes are made, or taken back. */
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Leaves the changes to others, if any are left. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}

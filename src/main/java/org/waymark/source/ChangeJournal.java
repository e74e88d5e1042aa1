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
 * The list of changes that have been prepared and are about to be made. It lies in the project while that lasts, so that
 * after a crash in the midst of it the next command can make the rest. The file is locked by whoever makes the changes.
 */
final class ChangeJournal implements AutoCloseable {
    static final String NAME = ".waymark-changes";

    private static final String SEPARATOR = "\t";

    private final Path file;
    private final FileChannel lock;

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

    /** Writes the list, whole or not at all. */
    @SuppressWarnings("MustBeClosed")
    static ChangeJournal write(Path root, List<Line> lines) throws IOException {
        Path file = root.resolve(NAME);
        Path half = root.resolve(NAME + ".new");
        FileChannel channel = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        var journal = new ChangeJournal(file, channel);
        try {
            lock(channel);
            String text = String.join("\n", lines.stream().map(Line::text).toList()) + "\n";
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return journal;
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(half);
            throw e;
        }
    }

    /** What a command has begun that does not run any more; empty where there is no such thing. */
    @SuppressWarnings("MustBeClosed")
    static Optional<ChangeJournal> leftIn(Path root) throws IOException {
        Path file = root.resolve(NAME);
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

package org.waymark.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.waymark.source.RealFolder;
import org.waymark.source.Repository;
import org.waymark.source.WriteFailure;

/**
 * Writes single files that the user has named: reports, calendars, schemas, caches. Concurrent readers see the old
 * file or the new, never part of one. Links are followed only if they cannot come from a checkout; see {@link
 * Repository#refuseLinks}.
 */
public final class RequestedFile {
    private static final List<Path> SYSTEM = List.of(Path.of("/dev"), Path.of("/proc"));
    private static final String CALENDAR = "BEGIN:VCALENDAR";

    private RequestedFile() {}

    /**
     * Writes a text as UTF-8, replacing any existing file.
     *
     * @param project the project, whose repository may contain links
     * @throws WriteFailure if its folder does not exist, if a link, folder or pipe is in the way, or if the file
     *     cannot be written
     */
    public static void write(Path project, Path file, String text) {
        write(project, file, target -> target.append(text));
    }

    /** Like {@link #write(Path, Path, String)}, without the whole text in memory. */
    public static void write(Path project, Path file, Consumer<PrintWriter> text) {
        writeTo(project, file, target -> write(target, text));
    }

    /** Like {@link #write(Path, Path, String)}, for a file that is not text. */
    public static void writeBytes(Path project, Path file, byte[] bytes) {
        writeTo(project, file, target -> target.write(bytes));
    }

    private static void writeTo(Path project, Path file, RealFolder.Content content) {
        requireWritable(project, file);
        try {
            if (isDevice(file)) {
                try (OutputStream target = Files.newOutputStream(file)) {
                    content.writeTo(target);
                }
            } else {
                RealFolder.replace(file, content);
            }
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** A lone surrogate, which content may contain, becomes a question mark. */
    private static void write(OutputStream target, Consumer<PrintWriter> text) throws IOException {
        var stream = new FailingStream(target);
        try {
            var writer = new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
            text.accept(writer);
            writer.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Throws an exception that {@link PrintWriter}, which swallows those of its stream, does not catch. */
    private static final class FailingStream extends OutputStream {
        private final OutputStream stream;

        FailingStream(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                stream.write(bytes, from, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Writes a calendar, replacing an existing one.
     *
     * @throws WriteFailure as {@link #write}, and if the existing file is not a calendar
     */
    public static void writeCalendar(Path project, Path file, String calendar) {
        requireWritable(project, file);
        try {
            if (Files.exists(file) && !isCalendar(file)) {
                throw new WriteFailure(file + " exists and is not a calendar; nothing was written");
            }
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
        write(project, file, calendar);
    }

    private static boolean isCalendar(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            byte[] start = bytes.readNBytes(CALENDAR.length());
            return new String(start, StandardCharsets.UTF_8).equalsIgnoreCase(CALENDAR);
        }
    }

    /**
     * Writes texts into a folder, creating it if necessary and replacing existing files.
     *
     * @param texts by file name
     * @throws WriteFailure as {@link #write}
     */
    public static void writeAll(Path project, Path folder, Map<String, String> texts) {
        Repository.refuseLinks(project, folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw WriteFailure.of(folder, e);
        }
        texts.forEach((name, text) -> write(project, folder.resolve(name), text));
    }

    /**
     * Appends a text as UTF-8 to a file that another program may have started, such as the summary of a job.
     *
     * @throws WriteFailure as {@link #write}
     */
    public static void append(Path project, Path file, String text) {
        requireWritable(project, file);
        try {
            Files.write(
                    file,
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /**
     * Checks, before long work, that a file can be written.
     *
     * @throws WriteFailure if it is known that it cannot
     */
    public static void requireWritable(Path project, Path file) {
        Repository.refuseLinks(project, file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new WriteFailure("cannot write " + file + ": its folder does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new WriteFailure("cannot write " + file + ": it is a folder, not a file");
        }
        if (isDevice(file) && !isOfSystem(file)) {
            throw new WriteFailure("cannot write " + file + ": it is a pipe, socket or device, not a file");
        }
        if (!Files.isWritable(isDevice(file) ? file : folder)) {
            throw WriteFailure.of(file, new AccessDeniedException(file.toString()));
        }
    }

    /** A pipe may have no reader, and writing would block; the user opened those of the operating system. */
    private static boolean isOfSystem(Path file) {
        return SYSTEM.stream().anyMatch(file.toAbsolutePath().normalize()::startsWith);
    }

    /** Whether it is a device such as {@code /dev/stdout}, which cannot be replaced by a rename. */
    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }
}

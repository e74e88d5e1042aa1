package org.waymark.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.waymark.source.RealFolder;
import org.waymark.source.Repository;
import org.waymark.source.WriteFailure;

/**
 * Writes single files that the user has named: reports, calendars, schemas, caches. Whoever reads one meanwhile sees the old
 * file or the new, never a part. Links are followed only where no checkout can have brought them; see
 * {@link Repository#refuseLinks}.
 */
public final class RequestedFile {
    private static final List<Path> SYSTEM = List.of(Path.of("/dev"), Path.of("/proc"));
    private static final String CALENDAR = "BEGIN:VCALENDAR";

    private RequestedFile() {}

    /**
     * Writes a text in UTF-8, in place of an older file.
     *
     * @param project whose repository may bring links
     * @throws WriteFailure when its folder does not exist, a link, a folder or a pipe is in the way, or it cannot be written
     */
    public static void write(Path project, Path file, String text) {
        requireWritable(project, file);
        // Half of a surrogate pair, which content may hold, becomes a question mark.
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (isDevice(file)) {
                Files.write(file, bytes);
            } else {
                RealFolder.replace(file, bytes);
            }
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /**
     * Writes a calendar, in place of an older one.
     *
     * @throws WriteFailure as {@link #write}, and when the existing file is not a calendar
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
     * Writes texts into a folder, which is made if it does not exist, in place of older ones.
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
     * Adds a text in UTF-8 to the end of a file that another program may have begun, such as the summary of a job.
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
     * Checks, before long work, whether a file can be written.
     *
     * @throws WriteFailure when it cannot, as far as that can be known
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

    /** A pipe may have no reader, for whom a writer would wait; those of the system were opened by the user. */
    private static boolean isOfSystem(Path file) {
        return SYSTEM.stream().anyMatch(file.toAbsolutePath().normalize()::startsWith);
    }

    /** Such as {@code /dev/stdout}, which nothing can be moved over. */
    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }
}

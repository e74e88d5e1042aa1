package org.waymark.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file for calendars. The old one stays as it is until the new one is whole. */
public final class CalendarFile {
    private static final String BEGINNING = "BEGIN:VCALENDAR";

    private CalendarFile() {}

    /**
     * Writes a file, in place of an older calendar if there is one.
     *
     * @throws PublishFailure when the file that is there is no calendar, or the machine does not let it write
     */
    public static void write(Path file, String calendar) {
        try {
            if (Files.exists(file) && !isCalendar(file)) {
                throw new PublishFailure(file + " is there already and is no calendar; nothing was written", null);
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new PublishFailure("cannot write " + file + ": there is no such folder", null);
            }
            Path aside = folder.resolve(file.getFileName() + ".new");
            try {
                Files.writeString(aside, calendar);
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new PublishFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isCalendar(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var bytes = Files.newInputStream(file)) {
            byte[] start = bytes.readNBytes(BEGINNING.length());
            return new String(start, StandardCharsets.UTF_8).equalsIgnoreCase(BEGINNING);
        }
    }
}

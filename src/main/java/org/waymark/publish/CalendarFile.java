package org.waymark.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
        } catch (IOException e) {
            throw PublishFailure.of(file, e);
        }
        WholeFile.write(file, calendar);
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

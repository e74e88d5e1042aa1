package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.TestProject;

class FilesReadOnceTest {
    @Test
    void readsEachFileOfAProjectOnce(@TempDir Path folder) throws IOException {
        Path root = TestProject.resource("/golden");
        Path events = folder.resolve("events.jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.FileRead").withThreshold(Duration.ZERO);
            recording.start();
            ProjectReader.read(root);
            recording.stop();
            recording.dump(events);
        }
        Map<String, Long> read = new TreeMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(events)) {
            Path file = Path.of(String.valueOf(event.getString("path")));
            if (file.startsWith(root) && !file.toString().matches(".*\\.(jpg|pdf)")) { // of which parts are read
                read.merge(root.relativize(file).toString(), Math.max(0, event.getLong("bytesRead")), Long::sum);
            }
        }
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root.resolve("content"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|yaml|svg|txt)"))
                    .toList()) {
                sizes.put(root.relativize(file).toString(), Files.size(file));
            }
        }
        assertEquals(sizes, read);
    }
}

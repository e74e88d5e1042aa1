package org.waymark.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.BuiltSite;
import org.waymark.publish.Reproduction.Deviation;
import org.waymark.render.OutputFile;

class ReproductionTest {
    @TempDir
    private Path folder;

    @Test
    void findsNothingInWhatIsTheSame() {
        assertEquals(List.of(), compare(Map.of("a.html", "a", "b.html", "b"), Map.of("b.html", "b", "a.html", "a")));
    }

    @Test
    void saysWhereAFileDiffers() {
        assertEquals(
                List.of(new Deviation("a.html", 17, 2, "<p>é</p> at 12:03", "<p>é</p> at 12:04")),
                compare(
                        Map.of("a.html", "<p>é</p>\nat 12:03", "b.html", "b"),
                        Map.of("a.html", "<p>é</p>\nat 12:04", "b.html", "b")));
    }

    @Test
    void namesWhatOnlyOneRunHasMadeOrMadeShorter() {
        assertEquals(
                List.of(
                        new Deviation("first.html", 0, 1, "", ""),
                        new Deviation("more.html", 2, 2, "a b", ""),
                        new Deviation("second.html", 0, 1, "", "new")),
                compare(
                        Map.of("first.html", "old", "more.html", "a\nb"),
                        Map.of("second.html", "new", "more.html", "a\n")));
    }

    @Test
    void comparesWithWhatWasThereBefore() throws Exception {
        BuiltSite.publish(edition(Map.of("a.html", "old")), folder.resolve("site"));
        assertEquals(
                List.of(new Deviation("a.html", 0, 1, "old", "new")),
                compare(Map.of("a.html", "old"), Map.of("a.html", "new")));
        assertEquals("old", Files.readString(folder.resolve("site/a.html")));
    }

    private List<Deviation> compare(Map<String, String> first, Map<String, String> second) {
        try (var publisher = new Publisher(folder.resolve("site"))) {
            edition(first).forEach(publisher::stage);
            var reproduction = new Reproduction(publisher);
            edition(second).parallelStream().forEach(reproduction::take);
            return reproduction.deviations();
        }
    }

    private static List<OutputFile> edition(Map<String, String> files) {
        return files.entrySet().stream()
                .<OutputFile>map(
                        e -> new OutputFile.Made(e.getKey(), e.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}

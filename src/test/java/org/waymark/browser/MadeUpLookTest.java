package org.waymark.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.BuiltSite;
import org.waymark.MadeUpDirectoriesTest;
import org.waymark.ShippedShapesTest;
import org.waymark.StrangeDirectory;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.content.Shapes;

/** Directories of made-up kinds, and new ones of each shape, as browsers show them. */
@Thorough("drives a browser through many sites")
class MadeUpLookTest {
    /** Pages of the same type look alike. */
    private static final int MOST_IN_A_FOLDER = 1;

    /** Long words, and other writing systems. */
    private static final List<String> UNUSUAL = List.of(
            "Donau".repeat(40),
            "بيت القوارب القديم",
            "北京市图书馆的古籍部",
            "Ελληνική βιβλιοθήκη",
            "👩🏽‍🚀 𝔉𝔯𝔞𝔨𝔱𝔲𝔯",
            "x");

    @TempDir
    private Path folder;

    static Stream<String> sites() {
        return Stream.of(
                        MadeUpDirectoriesTest.NAMES.stream(),
                        Shapes.all().keySet().stream(),
                        Stream.of("long", "hostile"))
                .flatMap(names -> names);
    }

    private static BuiltSite site(String name) {
        if (name.equals("long") || name.equals("hostile")) {
            return BuiltSite.of(
                    StrangeDirectory.of(
                            name.equals("long") ? "Donau".repeat(20) : "\"><img src=x onerror=window.pwned=1>",
                            name.equals("long") ? UNUSUAL : MadeUpDirectoriesTest.HOSTILE),
                    TestProject.SETTINGS);
        }
        return MadeUpDirectoriesTest.NAMES.contains(name)
                ? MadeUpDirectoriesTest.site(name)
                : BuiltSite.of(ShippedShapesTest.project(name), TestProject.SETTINGS);
    }

    @ParameterizedTest
    @MethodSource("sites")
    void fitsEveryScreenAndMeetsTheGuidelines(String name) throws IOException {
        BuiltSite.publish(site(name).files(), folder);
        var complaints = new ArrayList<String>();
        try (var server = new WebServer(folder, "/sub/");
                Page page = Chromium.get().newPage(new Browser.NewPageOptions().setViewportSize(1280, 800))) {
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
            int checked = 0;
            for (String path : pages()) {
                page.setViewportSize(320, 800);
                page.navigate(server.url() + path);
                if ((boolean)
                        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
                    complaints.add(path + " is too wide");
                }
                if ((boolean) page.evaluate("'pwned' in window")) {
                    complaints.add(path + " runs what an entry says");
                }
                // The bundled site's pages, of the same templates, are tried in all of these.
                if (checked++ % 2 != 0) {
                    continue;
                }
                boolean isWide = checked % 4 == 1;
                page.setViewportSize(isWide ? 1280 : 320, 800);
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(isWide ? ColorScheme.LIGHT : ColorScheme.DARK));
                complaints.addAll(Axe.violations(page));
            }
        }
        assertEquals(List.of(), complaints);
    }

    private static boolean isRedirect(Path file) {
        try {
            return Files.readString(file).contains("http-equiv=\"refresh\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A few pages of each folder that stay where they are. */
    private List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(file -> file.endsWith("index.html") && !isRedirect(file))
                    .sorted()
                    .toList();
            var some = new ArrayList<String>();
            for (Path file : all) {
                Path parent = file.getParent();
                long before = some.stream()
                        .filter(path -> folder.resolve(path).getParent().equals(parent.getParent()))
                        .count();
                if (before < MOST_IN_A_FOLDER || parent.getParent().equals(folder)) {
                    some.add(folder.relativize(parent) + (parent.equals(folder) ? "" : "/"));
                }
            }
            return some;
        }
    }
}

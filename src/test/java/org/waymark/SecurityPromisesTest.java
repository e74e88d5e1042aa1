package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on security names a test for each promise; {@link DocumentationTest} checks that they exist. */
class SecurityPromisesTest {
    private static final Path PAGE = Path.of("src/docs/security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void haveTests() throws IOException {
        List<String> promises = Files.readString(PAGE)
                .lines()
                .filter(line -> line.matches("\\| [^|]*\\. \\|.*"))
                .toList();
        assertTrue(promises.size() > 20, "the promises are found");
        assertEquals(
                List.of(),
                promises.stream().filter(line -> !NAMED.matcher(line).find()).toList());
    }

    /** A line says "not protected" if that is the case, then what to do instead or why it is harmless. */
    @Test
    void coverEverythingThatACheckoutCanContain() throws IOException {
        String page = Files.readString(PAGE);
        List<String> things = page.substring(page.indexOf("## What a checkout"), page.indexOf("## What is written"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| in the") && !line.startsWith("| ---"))
                .toList();
        assertTrue(things.size() > 20, "the list is found");
        assertEquals(
                List.of(),
                things.stream()
                        .filter(line -> !line.contains("| not protected |")
                                && !NAMED.matcher(line).find())
                        .toList());
    }
}

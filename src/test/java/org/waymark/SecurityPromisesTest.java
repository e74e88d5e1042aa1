package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on security names tests: each is there, and each promise has one. */
class SecurityPromisesTest {
    private static final Path PAGE = Path.of("src/docs/security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void areKeptByTestsThatExist() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = NAMED.matcher(Files.readString(PAGE))
                .results()
                .filter(named -> !isThere(named, tests))
                .map(MatchResult::group)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void haveATestEach() throws IOException {
        List<String> promises = Files.readString(PAGE)
                .lines()
                .filter(line -> line.matches("\\| [^|]*\\. \\|.*"))
                .toList();
        assertTrue(promises.size() > 20, "the promises are found");
        assertEquals(
                List.of(),
                promises.stream().filter(line -> !NAMED.matcher(line).find()).toList());
    }

    /** A line of the list says "not protected" where that is so, and then what to do instead or why it is harmless. */
    @Test
    void coverEverythingThatACheckoutCanBring() throws IOException {
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

    private static boolean isThere(MatchResult named, Map<String, String> tests) {
        String text = tests.get(named.group(1));
        return text != null && (named.group(2) == null || text.contains("void " + named.group(2) + "("));
    }

    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), SecurityPromisesTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link Pattern} calls itself for each repetition of a group, so a long text would overflow the stack. No group is repeated
 * without end, unless the repetition is possessive, which is a loop.
 */
class RepeatedGroupsTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /** In a string: the end of a group that is not escaped, and an endless quantifier that is not possessive. */
    private static final Pattern ENDLESS = Pattern.compile("(?<!\\\\\\\\)\\)(?:[*+]|\\{\\d+,\\})(?!\\+)");

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    /** In JSON Schemas and scripts, which other programs read. */
    private static final List<String> OF_OTHERS = List.of("\"pattern\"", "String PATTERN", "(\" + names + \")");

    @Test
    void arePossessiveOrBounded() throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (isOfExpressions(line) && OF_OTHERS.stream().noneMatch(line::contains)) {
                        found.add(file.getFileName() + ": " + line.strip());
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static boolean isOfExpressions(String line) {
        return STRING.matcher(line)
                .results()
                .map(string -> string.group())
                .anyMatch(string -> ENDLESS.matcher(string).find());
    }
}

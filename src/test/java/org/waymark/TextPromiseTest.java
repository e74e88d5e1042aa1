package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.directory.Entry;
import org.waymark.markdown.LinkResolver;
import org.waymark.markdown.ProseLabels;
import org.waymark.plan.TextLabels;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/** What editors type reaches readers as the tables of the page on texts say, or is reported. */
class TextPromiseTest {
    private static final Path PAGE = Path.of("src/docs/text.md");
    private static final String PATH = "content/pages/about.md";
    private static final Pattern CHARACTER = Pattern.compile("⟨U\\+([0-9A-F]+)⟩");

    /** Names the test of a promise. */
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    /**
     * A line of a table.
     *
     * @param isField whether it is typed among the fields, not in the text
     * @param as HTML, or the code of the finding
     */
    private record Row(int line, boolean isField, String typed, String outcome, String as) {
        SourceFile file() {
            return SourceFile.of(
                    PATH,
                    isField
                            ? "---\n" + withDefaults() + "\n---\n\nText.\n"
                            : "---\ntitle: About\nsummary: About buses.\n---\n\nBefore.\n\n" + typed + "\n\nAfter.\n");
        }

        private String withDefaults() {
            return Stream.of("title: About", "summary: About buses.")
                            .filter(field -> !typed.startsWith(field.substring(0, field.indexOf(':'))))
                            .map(field -> field + "\n")
                            .collect(Collectors.joining())
                    + typed;
        }
    }

    @TestFactory
    Stream<DynamicTest> keepsEachLineOfItsTables() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(PAGE + ":" + row.line() + " " + row.typed(), () -> check(row)));
    }

    @Test
    void speaksOfManyConstructs() throws IOException {
        assertTrue(rows().size() >= 150, rows().size() + " lines");
        assertEquals(
                Set.of("rendered", "reported", "as typed"),
                rows().stream().map(Row::outcome).collect(Collectors.toSet()));
    }

    @Test
    void namesATestForEachPromise() throws IOException {
        List<String> promises = Files.readString(PAGE)
                .lines()
                .filter(line -> line.matches("\\| [^|]*\\. \\|.*"))
                .toList();
        assertTrue(promises.size() > 4, "the promises are found");
        assertEquals(
                List.of(),
                promises.stream().filter(line -> !NAMED.matcher(line).find()).toList());
    }

    @Test
    void leavesTheDirectoryThatComesWithWaymarkAlone() {
        Edition edition = Build.once().check(ProjectReader.read(Path.of("")), TestProject.SETTINGS);
        List<String> ofTexts = Stream.of(
                        Codes.UNRENDERED_MARKUP,
                        Codes.UNINTENDED_MARKUP,
                        Codes.UNCLOSED_CODE,
                        Codes.UNUSED_DEFINITION,
                        Codes.PLACEHOLDER_TEXT,
                        Codes.EMPTY_HEADING,
                        Codes.EMPTY_SECTION,
                        Codes.REPEATED_HEADING,
                        Codes.BOLD_HEADING)
                .map(Code::name)
                .toList();
        assertEquals(
                List.of(),
                edition.diagnostics().stream()
                        .filter(finding -> ofTexts.contains(finding.code().name()))
                        .toList());
    }

    private static void check(Row row) {
        Edition edition = Build.once().check(TestProject.smallWith(row.file()), TestProject.SETTINGS);
        Set<String> codes = codes(edition);
        if (row.outcome().equals("reported")) {
            assertTrue(Codes.names().contains(row.as()), "a code");
            assertEquals(Set.of(row.as()), codes);
        } else {
            assertEquals(Set.of(), codes);
            assertEquals(row.as(), shown(row, edition));
        }
    }

    private static Set<String> codes(Edition edition) {
        return edition.diagnostics().stream()
                .filter(finding -> finding.span().path().equals(PATH))
                .map(finding -> finding.code().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What readers see between the two paragraphs, or for the field. */
    private static String shown(Row row, Edition edition) {
        Entry about = edition.directory().entries().stream()
                .filter(entry -> entry.path().equals(PATH))
                .findFirst()
                .orElseThrow();
        if (row.isField()) {
            String name = row.typed().substring(0, row.typed().indexOf(':'));
            return String.valueOf(
                    about.fields().value(about.kind().field(name).orElseThrow()).orElseThrow());
        }
        return about.body()
                .orElseThrow()
                .toHtml(new LinkResolver() {
                    @Override
                    public String resolve(String destination) {
                        return destination;
                    }

                    @Override
                    public ProseLabels labels() {
                        return new TextLabels(TestLabels.ENGLISH);
                    }
                })
                .markup()
                .replaceFirst("^<p>Before.</p>\n", "")
                .replaceFirst("\n<p>After.</p>\n$", "")
                .replaceAll("\n+", "\n");
    }

    private static List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        List<String> lines = Files.readAllLines(PAGE);
        Optional<Boolean> isField = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("| as typed")) {
                isField = Optional.of(line.startsWith("| as typed in a field"));
            } else if (!line.startsWith("|")) {
                isField = Optional.empty();
            } else if (isField.isPresent() && !line.startsWith("| ---")) {
                String[] cells = line.substring(1).split("(?<!\\\\)\\|");
                rows.add(new Row(i + 1, isField.get(), text(cells[0]), cells[2].strip(), text(cells[3])));
            }
        }
        return rows;
    }

    /** The text of a cell. */
    private static String text(String cell) {
        String text = code(cell).replace('⏎', '\n').replace('⇥', '\t').replace('⍽', '\u00A0');
        return CHARACTER
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    /** What a cell contains as code, in one or more backticks. */
    private static String code(String cell) {
        String text = cell.strip().replace("\\|", "|");
        int ticks = 0;
        while (text.charAt(ticks) == '`') {
            ticks++;
        }
        String inner = text.substring(ticks, text.length() - ticks);
        return ticks > 1 ? inner.substring(1, inner.length() - 1) : inner;
    }
}

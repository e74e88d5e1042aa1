package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.content.Shapes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Site;
import org.waymark.report.ReportFormat;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** The guide to a project's own kinds names everything that their files can contain, and its examples work. */
class ShapesGuideTest {
    private static final Path GUIDE = Path.of("src/docs/shapes.md");

    /**
     * Fences titled with a path are files of a project, which is built at each heading. The settings of the site begin
     * a new one, to which {@code init} has added the pages of a new directory. A fence of findings shows the result of
     * its section; the next section continues as if that one did not exist.
     */
    private static final class Examples extends AbstractVisitor {
        private final Map<String, SourceFile> files = new TreeMap<>();
        private Map<String, SourceFile> before = Map.of();
        private int builds;

        @Override
        public void visit(Heading heading) {
            build();
        }

        @Override
        public void visit(FencedCodeBlock fence) {
            String[] words = fence.getInfo().split(" ", -1);
            if (words[0].equals("diagnostics")) {
                assertEquals(fence.getLiteral().strip(), report().strip());
                files.clear();
                files.putAll(before);
            } else if (words.length > 1) {
                if (words[1].equals(Site.KIND.place().path())) {
                    files.clear();
                    Shapes.sample("base").forEach((path, text) -> files.put(path, SourceFile.of(path, text)));
                }
                files.put(words[1], SourceFile.of(words[1], fence.getLiteral()));
            }
        }

        void build() {
            if (!files.isEmpty() && !files.equals(before)) {
                assertEquals("", report());
                before = Map.copyOf(files);
                builds++;
            }
        }

        private String report() {
            Project empty = TestProject.small().withContent(List.of());
            List<Diagnostic> found = BuiltSite.of(
                            TestProject.with(empty, List.copyOf(files.values()), List.of()), TestProject.SETTINGS)
                    .diagnostics();
            return found.isEmpty() ? "" : ReportFormat.text(files, false).render(found);
        }
    }

    @Test
    void itsExamplesAreBuiltWithoutFindings() throws IOException {
        var examples = new Examples();
        Parser.builder().build().parse(Files.readString(GUIDE)).accept(examples);
        examples.build();
        assertTrue(examples.builds > 4, "the examples are found");
    }

    @Test
    void namesEveryWordOfKindsAndVocabularies() throws IOException {
        Set<String> words = new TreeSet<>();
        new KindFile(Map.of(), Optional.empty()).parts().forEach(field -> add(field, words));
        VocabularyFile.PARTS.forEach(field -> add(field, words));
        assertTrue(words.containsAll(List.of("folder", "within", "rows", "outline", "alternative-names", "finder")));
        assertNamed(words);
    }

    @Test
    void namesEveryTypeWithItsParameters() throws IOException {
        Set<String> words = new TreeSet<>();
        new FieldTypes(Map.of(), Optional.empty()).parametersByType().forEach((type, parameters) -> {
            words.add(type);
            parameters.forEach(parameter -> words.add(parameter.name()));
        });
        assertTrue(words.containsAll(List.of("partial-date", "of", "shown-there-as")));
        assertNamed(words);
    }

    @Test
    void namesEveryGroupOfCommonFields() throws IOException {
        Set<String> words = new TreeSet<>(CommonFields.GROUPS.keySet());
        CommonFields.GROUPS.values().forEach(fields -> fields.forEach(field -> words.add(field.name())));
        assertNamed(words);
    }

    private static void add(Field<?> field, Set<String> words) {
        words.add(field.name());
        FieldType<?> type = field.itemType();
        if (type instanceof Group<?> group) {
            group.fields().forEach(part -> add(part, words));
        } else if (type instanceof MapOf<?> map) {
            words.addAll(map.keys());
        } else if (type instanceof Choice<?> choice) {
            words.addAll(choice.choices());
        }
    }

    /** Each word is a code span of its own. */
    private static void assertNamed(Set<String> words) throws IOException {
        var named = new TreeSet<String>();
        // Tables are plain lines for this parser, which is enough for code spans.
        Parser.builder().build().parse(Files.readString(GUIDE)).accept(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                named.add(code.getLiteral());
            }
        });
        List<String> missing =
                words.stream().filter(word -> !named.contains(word)).toList();
        assertEquals(List.of(), missing);
    }
}

package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.Settings;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.directory.Directory;
import org.waymark.directory.LinkableFiles;
import org.waymark.schema.Field;
import org.waymark.source.ProjectReader;
import org.waymark.source.Value;
import org.waymark.tool.edit.TypedFields;

/** Questions accept the same input as {@code --set}. */
class InterviewTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-03-01");

    private final StringWriter out = new StringWriter();

    private Value answered(String field, String answers) {
        Directory directory = Build.once()
                .check(ProjectReader.read(TestProject.resource("/spec-base")), new Settings(TODAY, Optional.empty()))
                .directory();
        var fields = new TypedFields(TestKinds.CASE_STUDY);
        List<Field<?>> asked = TestKinds.CASE_STUDY.fields().stream()
                .filter(each -> each.name().equals(field))
                .toList();
        new Interview(
                        new BufferedReader(new StringReader(answers)),
                        new PrintWriter(out, true),
                        fields,
                        directory,
                        TODAY)
                .askFor(asked);
        return fields.mapping().members().get(0).value().orElseThrow();
    }

    @Test
    void takesSeveralValuesWithCommasBetween() {
        Value services = answered("services", "extended-access, Extended access\n\n");
        assertEquals(2, ((Value.Sequence) services).items().size());
    }

    @Test
    void takesTheNameOfAnEntryAndToday() {
        assertEquals("taurus-healthcare", text(answered("organisation", "Nobody\nTaurus Healthcare\n")));
        assertTrue(out.toString().contains("There is no `Nobody`"), out.toString());
        assertEquals("2025-03-01", text(answered("published", "\n")));
    }

    @Test
    void leavesOutTheBackslashBeforeAComma() {
        assertEquals("A title, with more", text(answered("title", "A title\\, with more\n")));
    }

    private Optional<String> chosen(String answers) {
        return new Interview(
                        new BufferedReader(new StringReader(answers)),
                        new PrintWriter(out, true),
                        new TypedFields(TestKinds.CASE_STUDY),
                        Directory.of(TestKinds.ALL, List.of(), LinkableFiles.NONE, TODAY, false),
                        TODAY)
                .choose("shape: what", Map.of("boats", "Things that float."), "trains");
    }

    @Test
    void choosesAWordByItsNumberOrNameOrTheUsualOne() {
        assertEquals(Optional.of("boats"), chosen("1\n"));
        assertEquals(Optional.of("boats"), chosen("cars\nboa\n"));
        assertEquals(Optional.of("trains"), chosen("\n"));
        assertEquals(Optional.empty(), chosen("cars\n"));
        assertTrue(out.toString().contains("boats  (Things that float.)"), out.toString());
        assertTrue(out.toString().contains("shape: what (Enter: trains)"), out.toString());
    }

    private static String text(Value value) {
        return ((Value.Scalar) value).text();
    }
}

package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.TestProject;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class RetireChoiceTest {
    private static Project retire(Project project, String choice) {
        return ShapedProject.after(
                project,
                (d, p) -> RetireChoice.of(d, p, choice, true, Optional.empty()).edit());
    }

    private static Refusal refusal(Project project, String choice, boolean withValues) {
        return assertThrows(
                Refusal.class,
                () -> RetireChoice.of(Reshaped.directory(project), project, choice, withValues, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            levels/children  | false | entries choose `Children` once; `--remove-values` removes it there, and `--to` writes another choice
            levels/improvers | false | entries choose `Improvers` 3 times; `--remove-values` removes it there, and `--to` writes another choice
            levels/improvers | true  | entries need a value where they choose `Improvers`; write another one first
            levels/beginners | true  | other choices belong to `levels/beginners`; retire or move these first
            levels/beginer   | true  | `levels` has no choice `beginer`; did you mean `beginners`?
            areas/north      | true  | entries need a value where they choose `North`; write another one first
            """)
    void refusesWhileItIsNeeded(String choice, boolean withValues, String message) {
        assertEquals(message, refusal(ShapedProject.with(), choice, withValues).getMessage());
    }

    @Test
    void removesAnItemAndTheListOfChoicesThatIsEmpty() {
        Project before = ShapedProject.with();
        Project after = retire(before, "levels/children");
        assertTrue(Reshaped.text(after, ShapedProject.BREAD).contains("\nlevels-too: [\"Improvers\"]\n"));
        assertEquals(
                "choices:\n  - id: beginners\n    label: Beginners\n    former-ids: [children]\n  - {id: improvers, label: Improvers}\n",
                Reshaped.text(after, ShapedProject.LEVELS));
    }

    @Test
    void removesFieldsThatWouldBeEmpty() {
        Project before = ShapedProject.with(
                SourceFile.of(
                        "content/courses/hats.md", ShapedProject.hats().text().replace("Improvers", "Beginners")),
                SourceFile.of(
                        ShapedProject.BREAD,
                        ShapedProject.bread().text().replace("[Children, \"Improvers\"]", "[Improvers]")));
        Project after = retire(before, "levels/improvers");
        assertFalse(Reshaped.text(after, ShapedProject.BREAD).contains("mprovers"));
        assertFalse(Reshaped.text(after, ShapedProject.BREAD).contains("levels-too"));
        assertTrue(Reshaped.text(after, ShapedProject.BREAD).contains("\nhours: {begin: \"19:00\", end: \"21:00\"}\n"));
    }

    @Test
    void writesAnotherChoiceInItsPlace() {
        Project before = ShapedProject.with();
        Project after = ShapedProject.after(
                before,
                (d, p) -> RetireChoice.of(d, p, "levels/improvers", false, Optional.of("children"))
                        .edit());
        assertTrue(Reshaped.text(after, ShapedProject.BREAD).contains("\nlevels-too: [Children]\n"));
        assertFalse(Reshaped.text(after, ShapedProject.LEVELS).contains("label: Improvers"));
        assertTrue(Reshaped.text(after, ShapedProject.LEVELS).contains("former-ids: [improvers]"));
    }

    @Test
    void copiesAVocabularyOfTheShape() {
        Project before = TestProject.small();
        var edit = RetireChoice.of(Reshaped.directory(before), before, "regions/london", false, Optional.empty())
                .edit();
        assertEquals(1, edit.changes().size());
        assertEquals(
                "content/shape/vocabularies/regions.yaml", edit.changes().get(0).path());
        assertEquals(1, edit.remarks().size());
    }

    @Test
    void retiresAKindWithItsEntriesIfNothingNamesIt() {
        SourceFile kind = SourceFile.of("content/shape/kinds/note.yaml", """
                name: {one: note, many: notes, a: a note}
                folder: notes
                fields: {title: {type: line, max: 90, required: yes, help: its title}}
                roles: {label: title}
                """);
        SourceFile entry = SourceFile.of("content/notes/first.md", "---\ntitle: First\n---\n\nA note.\n");
        Project before = ShapedProject.with(kind, entry);
        Refusal refusal =
                assertThrows(Refusal.class, () -> RetireKind.of(Reshaped.directory(before), before, "note", false));
        assertEquals(
                "there is one entry of `note`; retire these first, or remove them with `--remove-values`",
                refusal.getMessage());
        Project after = ShapedProject.after(
                before, (d, p) -> RetireKind.of(d, p, "note", true).edit());
        assertFalse(Reshaped.has(after, kind.path()));
        assertFalse(Reshaped.has(after, entry.path()));
        Refusal needed =
                assertThrows(Refusal.class, () -> RetireKind.of(Reshaped.directory(before), before, "venue", true));
        assertEquals("`venue` is still needed; change this line first", needed.getMessage());
        Project small = TestProject.small();
        assertThrows(Refusal.class, () -> RetireKind.of(Reshaped.directory(small), small, "service", true));
    }
}

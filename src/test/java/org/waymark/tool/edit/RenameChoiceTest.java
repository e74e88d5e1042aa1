package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.TestProject;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class RenameChoiceTest {
    private static Project rename(Project project, String choice, String id, String label) {
        return ShapedProject.after(project, (d, p) -> edit(p, choice, id, label));
    }

    private static ShapeEdit edit(Project project, String choice, String id, String label) {
        return RenameChoice.of(
                Reshaped.directory(project), project, choice, Optional.ofNullable(id), Optional.ofNullable(label));
    }

    @Test
    void keepsTheOldAddress() {
        Project before = ShapedProject.with();
        Project after = rename(before, "levels/improvers", "advanced", null);
        assertEquals(
                Reshaped.text(before, ShapedProject.LEVELS)
                        .replace(
                                "{id: improvers, label: Improvers}",
                                "{id: advanced, label: Improvers, former-ids: [improvers]}"),
                Reshaped.text(after, ShapedProject.LEVELS));
        assertEquals(Reshaped.text(before, ShapedProject.BREAD), Reshaped.text(after, ShapedProject.BREAD));
        Project wider = rename(after, "levels/Beginners", "starters", null);
        assertTrue(Reshaped.text(wider, ShapedProject.LEVELS)
                .contains("  - id: starters\n    label: Beginners\n    former-ids: [beginners]\n    choices:\n"));
        Project back =
                rename(rename(wider, "levels/starters", "newcomers", null), "levels/newcomers", "beginners", null);
        assertTrue(Reshaped.text(back, ShapedProject.LEVELS).contains("    former-ids: [newcomers, starters]\n"));
        Project narrower = rename(before, "levels/children", "kids", null);
        assertTrue(Reshaped.text(narrower, ShapedProject.LEVELS)
                .contains("{id: kids, label: Children, former-ids: [children]}"));
    }

    @Test
    void keepsNoFormerIdWhereNoAddressHasOne() {
        Project before = ShapedProject.with(SourceFile.of(
                ShapedProject.COURSE,
                ShapedProject.courseKind()
                        .text()
                        .replaceAll("(?m)^    - \\{word: level.*\\n", "")
                        .replaceAll("(?m)^  matrix: .*\\n", "")));
        Project after = rename(before, "levels/improvers", "advanced", null);
        assertTrue(Reshaped.text(after, ShapedProject.LEVELS).contains("{id: advanced, label: Improvers}"));
    }

    @Test
    void changesTheLabelInAllEntries() {
        Project before = ShapedProject.with();
        Project after = rename(before, "levels/improvers", null, "For all, and more");
        assertEquals(
                Reshaped.text(before, ShapedProject.BREAD)
                        .replace("\"Improvers\"]", "\"For all, and more\"]")
                        .replace("for-whom: Improvers", "for-whom: 'For all, and more'"),
                Reshaped.text(after, ShapedProject.BREAD));
        assertTrue(Reshaped.text(after, "content/courses/hats.md").contains("level: 'For all, and more', announced"));
        Project beginners = rename(before, "levels/beginners", null, "Starters");
        assertEquals(
                Reshaped.text(before, ShapedProject.BREAD).replace("'Beginners'", "'Starters'"),
                Reshaped.text(beginners, ShapedProject.BREAD));
    }

    @Test
    void copiesTheVocabularyOfAShapeAndNamesWhatStays() {
        Project before = TestProject.small();
        ShapeEdit edit = edit(before, "regions/midlands", "the-midlands", "The Midlands");
        assertEquals(
                List.of(
                        "content/shape/vocabularies/regions.yaml is new: a copy of the vocabulary of the shape, with this"
                                + " change",
                        "`in the Midlands` in content/shape/vocabularies/regions.yaml is unchanged; check that it still"
                                + " fits `The Midlands`",
                        "`Midlands` in content/shape/vocabularies/regions.yaml is unchanged; check that it still fits"
                                + " `The Midlands`"),
                edit.remarks());
        Reshaped.assertNoNewErrors(before, Reshaped.apply(before, edit.changes()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            levels/improvers | beginners |           | has a choice `beginners` already
            levels/improvers | children  |           | has a choice `children` already
            levels/improvers | improvers |           | already called that
            levels/improvers | For all   |           | did you mean `for-all`?
            levels/improvers |           |           | give the new id
            levels/improvers |           | Beginners | has a choice with the label
            levels/improvers |           | Improvers | is already that
            levels/improver  | x         |           | did you mean `improvers`?
            level/improvers  | x         |           | did you mean `levels`?
            improvers        | x         |           | its vocabulary, a slash and its id
            """)
    void rejectsImpossibleValues(String choice, String id, String label, String reason) {
        Refusal refusal = assertThrows(Refusal.class, () -> edit(ShapedProject.with(), choice, id, label));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}

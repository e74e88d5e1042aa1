package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.waymark.TestProject;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class RetireFieldTest {
    private static Project retire(Project project, String field) {
        return ShapedProject.after(
                project, (d, p) -> RetireField.of(d, p, field, true).edit());
    }

    private static Refusal refusal(Project project, String field, boolean withValues) {
        return assertThrows(
                Refusal.class, () -> RetireField.of(Reshaped.directory(project), project, field, withValues));
    }

    @Test
    void refusesWhileEntriesUseIt() {
        var files = new ArrayList<SourceFile>();
        for (int i = 0; i < 7; i++) {
            files.add(SourceFile.of(
                    "content/courses/course-" + i + ".md", ShapedProject.bread().text()));
        }
        Project project = ShapedProject.with(files.toArray(SourceFile[]::new));
        Refusal refusal = refusal(project, "course.fees", false);
        assertEquals(
                "entries set `course.fees` 8 times; `--remove-values` removes these values; these are the first 5",
                refusal.getMessage());
        assertEquals(5, refusal.notes().size());
        assertEquals(
                "content/courses/bread.md:9:1", refusal.notes().get(0).span().toString());
    }

    @Test
    void removesValuesAndNothingElse() {
        Project before = ShapedProject.with();
        Project after = retire(before, "course.fees");
        assertEquals(
                Reshaped.text(before, ShapedProject.BREAD).replaceFirst("(?s)fees:.*?announced", "announced"),
                Reshaped.text(after, ShapedProject.BREAD));
        assertEquals(
                Reshaped.text(before, ShapedProject.COURSE).replaceFirst("(?s)  fees:.*?  announced", "  announced"),
                Reshaped.text(after, ShapedProject.COURSE));
    }

    @Test
    void removesPartsOfGroups() {
        Project before = ShapedProject.with();
        Project after = retire(before, "course.hours.end");
        assertTrue(Reshaped.text(after, ShapedProject.BREAD)
                .contains("\nhours: {begin: \"19:00\", for-whom: Improvers}\n"));
        Project paid = retire(before, "course.fees.pounds");
        assertTrue(Reshaped.text(paid, ShapedProject.BREAD).contains("  - who: Members\n  - {who: venue}\nannounced"));
        Project alone = ShapedProject.with(SourceFile.of(
                ShapedProject.BREAD,
                ShapedProject.bread()
                        .text()
                        .replaceFirst("(?s)hours:.*?announced", "hours: {end: 1}\nfees:\n  - pounds: 3\nannounced")));
        Project emptied = retire(retire(alone, "course.hours.end"), "course.fees.pounds");
        assertFalse(Reshaped.text(emptied, ShapedProject.BREAD).contains("hours"));
        assertFalse(Reshaped.text(emptied, ShapedProject.BREAD).contains("fees"));
    }

    @Test
    void leavesItOutOfListsAndRefusesWhereMoreIsNeeded() {
        Project before = ShapedProject.with();
        assertEquals(
                "`course.level` is still needed by `eyebrow` of `course` and `path` of `course`; change these lines first",
                refusal(before, "course.level", true).getMessage());
        assertEquals(
                "`venue.area` is still needed by `by` of `venue` and `path` of `course`; change these lines first",
                refusal(before, "venue.area", true).getMessage());
        assertTrue(refusal(before, "course.title", true).getMessage().contains("`roles` of `course`"));
        assertEquals(
                "`course.see-also` is still needed by `show` of `venue`; change this line first",
                refusal(before, "course.see-also", true).getMessage());
    }

    @Test
    void leavesOutAFieldOfTheShape() {
        String path = "content/shape/kinds/case-study.yaml";
        Project after = retire(TestProject.small(), "case-study.figures");
        String text = Reshaped.text(after, path);
        assertTrue(text.startsWith("extends: shape\nwithout: [figures]\nsearch: {"), text);
        assertTrue(text.contains("words: [region, services]"), text);
        Project more = retire(after, "case-study.period");
        assertTrue(Reshaped.text(more, path).contains("\nwithout: [figures, period]\n"));
        Project part = retire(more, "case-study.scale.pcns");
        assertTrue(Reshaped.text(part, path).contains("\n  scale:\n    type: group\n"), Reshaped.text(part, path));
        assertFalse(Reshaped.text(part, path).contains("pcns: {"));
        Project whole = retire(part, "case-study.scale");
        assertTrue(Reshaped.text(whole, path).contains("\nwithout: [figures, period, scale]\n"));
        assertFalse(Reshaped.text(whole, path).contains("fields:"));
    }
}

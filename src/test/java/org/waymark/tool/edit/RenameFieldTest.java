package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class RenameFieldTest {
    private static final String STUDY_KIND = "content/shape/kinds/case-study.yaml";

    private static Project rename(Project project, String field, String to) {
        return ShapedProject.after(project, (d, p) -> RenameField.of(d, p, field, to));
    }

    /** Each line of a file that differs, before and after. */
    private static String changed(Project before, Project after, String path) {
        List<String> old = Reshaped.text(before, path).lines().toList();
        List<String> now = Reshaped.text(after, path).lines().toList();
        assertEquals(old.size(), now.size(), path);
        var lines = new StringBuilder();
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).equals(now.get(i))) {
                lines.append(now.get(i)).append('\n');
            }
        }
        return lines.toString();
    }

    @Test
    void startsFromASoundDirectory() {
        assertEquals(
                List.of(),
                BuiltSite.of(ShapedProject.with(), TestProject.SETTINGS).diagnostics());
    }

    @Test
    void followsWhereverKindFilesNameAField() {
        Project before = ShapedProject.with();
        Project after = rename(before, "course.venue", "place");
        assertEquals("""
                  place: {type: reference, to: venue, required: yes, shown-there-as: Courses here, help: "where, and when"}
                    - {word: area, path: place.area, label: Area, any: Any area}
                    - {word: venue, path: 'place', label: Area, any: Any venue, within: area}
                  - place
                  - "place.area"
                search: {words: [place, hours.begin, see-also.place]}
                schema-org: {type: Course, properties: {location: [place], about: [level]}}
                """, changed(before, after, ShapedProject.COURSE));
        assertEquals(
                Reshaped.text(before, ShapedProject.VENUE).replace("course.venue", "course.place"),
                Reshaped.text(after, ShapedProject.VENUE));
        assertEquals("\"place\": mill-hall\n", changed(before, after, ShapedProject.BREAD));
        assertTrue(Reshaped.text(after, "content/courses/hats.md").contains("place: mill-hall, level"));
    }

    @Test
    void followsThroughReferencesOfOtherKinds() {
        Project before = ShapedProject.with();
        Project after = rename(before, "venue.area", "district");
        assertEquals("""
                    - {word: area, path: venue.district, label: Area, any: Any area}
                  - "venue.district"
                """, changed(before, after, ShapedProject.COURSE));
        assertEquals(
                Reshaped.text(before, ShapedProject.VENUE)
                        .replace("area: {", "district: {")
                        .replace("by: area", "by: district")
                        .replace("[area]", "[district]"),
                Reshaped.text(after, ShapedProject.VENUE));
        assertEquals("called: Mill Hall\ndistrict: North\n", Reshaped.text(after, ShapedProject.HALL));
    }

    @Test
    void followsInRolesAndGroups() {
        Project before = ShapedProject.with();
        Project titled = rename(before, "course.title", "heading");
        assertTrue(Reshaped.text(titled, ShapedProject.COURSE).contains("\nroles: {label: heading, summary: gist"));
        Project dated = rename(before, "course.announced", "since");
        assertTrue(
                Reshaped.text(dated, ShapedProject.COURSE).contains("order: {by: since, past: {after: since, label"));
        Project begun = rename(before, "course.hours.begin", "start");
        assertEquals("""
                      start: {type: line, max: 5, help: when it begins}
                search: {words: [venue, hours.start, see-also.venue]}
                """, changed(before, begun, ShapedProject.COURSE));
        assertEquals(
                "hours: {start: \"19:00\", end: \"21:00\", for-whom: Improvers}\n",
                changed(before, begun, ShapedProject.BREAD));
        Project paid = rename(before, "course.fees.who", "payer");
        assertEquals("  - payer: Members\n  - {pounds: 5, payer: venue}\n", changed(before, paid, ShapedProject.BREAD));
    }

    @Test
    void thereAndBackIsTheSameAgain() {
        Project before = ShapedProject.with();
        for (String field : List.of("course.venue", "course.fees.pounds", "venue.called", "course.level")) {
            String name = field.substring(field.lastIndexOf('.') + 1);
            Project there = rename(before, field, "another-name");
            Project back = rename(there, field.substring(0, field.length() - name.length()) + "another-name", name);
            assertEquals(before.content(), back.content());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            course.venue      | level        | has a field `level` already
            course.venue      | former-ids   | has a field `former-ids` already
            course.venue      | draft        | choose another name
            course.venue      | Where to     | did you mean `where-to`?
            course.venue      | venue        | already called that
            course.hours.end  | begin        | has a field `begin` already
            course.former-ids | old-ids      | means the same in every kind
            course.venu       | place        | did you mean `venue`?
            course.venue.area | place        | write the kind that has the field: `venue.area`
            course.title.x    | place        | has no parts
            course            | place        | write its kind, a dot and its name
            curse.title       | place        | did you mean `course`?
            """)
    void rejectsImpossibleValues(String field, String to, String reason) {
        Refusal refusal = assertThrows(Refusal.class, () -> rename(ShapedProject.with(), field, to));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void refusesWhereSomethingIsUncertain() {
        String bread = ShapedProject.bread().text();
        for (String[] edit : new String[][] {
            {"\"venue\": mill-hall", "veneu: mill-hall"},
            {"title: Bread\n", "title: Bread\nplace: Millbrook\n"},
            {"title: Bread\n", "title: \"Bread\n"}
        }) {
            Project project = ShapedProject.with(SourceFile.of(ShapedProject.BREAD, bread.replace(edit[0], edit[1])));
            Refusal refusal = assertThrows(
                    Refusal.class, () -> RenameField.of(Reshaped.directory(project), project, "course.venue", "place"));
            assertEquals(1, refusal.notes().size(), refusal.getMessage());
        }
        Project broken = ShapedProject.with(SourceFile.of(ShapedProject.LEVELS, "choices: []\n"));
        assertThrows(Refusal.class, () -> RenameField.of(Reshaped.directory(broken), broken, "course.venue", "place"));
    }

    @Test
    void saysWhatIsDifferentFromTheShape() {
        Project before = TestProject.small();
        Project after = rename(before, "case-study.place", "town");
        assertEquals("""
                extends: shape
                card: [services, organisation, town, region, period]
                schema-org:
                  type: Article
                  properties: {about: [organisation, services], contentLocation: [town], citation: [sources]}
                fields:
                  town: {replaces: place}
                """, Reshaped.text(after, STUDY_KIND));
        Project more = rename(after, "case-study.sources", "references");
        assertTrue(Reshaped.text(more, STUDY_KIND).contains("citation: [references]"));
        assertTrue(Reshaped.text(more, STUDY_KIND).endsWith("place}\n  references: {replaces: sources}\n"));
        assertEquals(List.of(), BuiltSite.of(more, TestProject.SETTINGS).diagnostics());
        Project back = rename(more, "case-study.town", "place");
        assertTrue(Reshaped.text(back, STUDY_KIND).endsWith("fields:\n  references: {replaces: sources}\n"));
    }

    @Test
    void addsToAFileThatExtendsTheShape() {
        Project before = TestProject.smallWith(SourceFile.of(STUDY_KIND, """
                # ours
                extends: shape
                fields:
                    place: {max: 40} # short
                    partner: {type: line, max: 90, help: who else, after: place}
                    scale: {label: Size}
                """));
        Project renamed = rename(before, "case-study.place", "town");
        assertTrue(Reshaped.text(renamed, STUDY_KIND).startsWith("""
                # ours
                extends: shape
                fields:
                    town: {max: 40, replaces: place} # short
                    partner: {type: line, max: 90, help: who else, after: town}
                    scale: {label: Size}
                card: [services, organisation, town, region, period]
                """), Reshaped.text(renamed, STUDY_KIND));
        Project parts = rename(before, "case-study.scale.pcns", "networks");
        assertTrue(
                Reshaped.text(parts, STUDY_KIND)
                        .contains("scale: {label: Size, fields: {practices: {type: number, min: 1, example: 24, help:"
                                + " how many practices}, networks: {"),
                Reshaped.text(parts, STUDY_KIND));
        Project own = rename(before, "case-study.partner", "ally");
        assertEquals(Reshaped.text(before, STUDY_KIND).replace("partner:", "ally:"), Reshaped.text(own, STUDY_KIND));
    }

    @Test
    void changesNothingElse() {
        Project project = ShapedProject.with();
        List<FileChange> changes = RenameField.of(Reshaped.directory(project), project, "venue.called", "name")
                .changes();
        assertEquals(
                List.of(ShapedProject.VENUE, ShapedProject.HALL),
                changes.stream().map(FileChange::path).toList());
    }

    @Test
    void namesTheLinesOfTemplatesThatNeedTheSameChange() {
        SourceFile template =
                SourceFile.of("templates/page/course.ftlh", "<#-- EntryPage -->\n${page.field.venue.text}\n");
        Project project = ShapedProject.with(template);
        ShapeEdit edit = RenameField.of(Reshaped.directory(project), project, "course.venue", "place");
        assertEquals(
                List.of("templates/page/course.ftlh:2 may need the same change; write `place` there"), edit.remarks());
    }
}

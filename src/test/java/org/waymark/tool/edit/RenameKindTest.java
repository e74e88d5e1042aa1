package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class RenameKindTest {
    private static final NewKindName NONE = new NewKindName(Optional.empty(), Optional.empty(), Optional.empty());
    private static final SourceFile GONE = SourceFile.of(
            "content/gone.yaml",
            "- was: course/old\n  name: Old\n  since: 2025-01-01\n  instead: course/bread # another\n");
    private static final SourceFile LEDGER = SourceFile.of(
            "content/routes.yaml",
            "routes:\n  /courses/bread/: course/bread\n  /courses/: site\n  /venues/mill-hall/: venue/mill-hall\n");

    private static NewKindName words(String one, String many, String a) {
        return new NewKindName(Optional.of(one), Optional.of(many), Optional.of(a));
    }

    private static Project rename(Project project, String kind, String to, NewKindName words) {
        return ShapedProject.after(project, (d, p) -> RenameKind.of(d, p, kind, to, words, Optional.empty()));
    }

    @Test
    void movesTheFolderAndFollowsEverywhere() {
        Project before = ShapedProject.with(
                GONE,
                LEDGER,
                SourceFile.of(ShapedProject.BREAD, ShapedProject.bread().text() + "\n## Rise\n\nWait.\n"),
                SourceFile.of(
                        "content/courses/hats.md", ShapedProject.hats().text().replace("felt.", """
                        [felt](../courses/bread.md#rise). See [bread](bread.md "t"), [all](../courses/) and [x][y].

                        [y]: <./../courses/bread.md> 'T'
                        """)));
        Project after = rename(before, "course", "class", NONE);
        assertFalse(Reshaped.has(after, ShapedProject.BREAD));
        assertEquals(Reshaped.text(before, ShapedProject.BREAD), Reshaped.text(after, "content/classes/bread.md"));
        assertEquals(
                Reshaped.text(before, ShapedProject.COURSE)
                                .replace("folder: courses #", "folder: classes #")
                                .replace("to: course}", "to: class}")
                        + "former-folders: [courses]\n",
                Reshaped.text(after, "content/shape/kinds/class.yaml"));
        assertTrue(Reshaped.text(after, ShapedProject.VENUE).contains("expected-in: class.venue}"));
        assertTrue(Reshaped.text(after, ShapedProject.VENUE)
                .contains("through: class.venue, show: class.see-also, evidence: [class.hours.begin]}"));
        assertEquals(GONE.text().replace("course/", "class/"), Reshaped.text(after, GONE.path()));
        assertEquals(LEDGER.text().replace(" course/", " class/"), Reshaped.text(after, LEDGER.path()));
        assertTrue(Reshaped.text(after, "content/classes/hats.md").endsWith("""
                [felt](../classes/bread.md#rise). See [bread](bread.md "t"), [all](../classes/) and [x][y].

                [y]: <./../classes/bread.md> 'T'

                """));
        Project back = rename(after, "class", "course", NONE);
        assertEquals(
                Reshaped.text(before, ShapedProject.COURSE) + "former-folders: [classes]\n",
                Reshaped.text(back, ShapedProject.COURSE));
        assertEquals(Reshaped.text(before, "content/courses/hats.md"), Reshaped.text(back, "content/courses/hats.md"));
    }

    @Test
    void changesWordsWhereTheShapeSaysThem() {
        Project before = ShapedProject.with(SourceFile.of(
                ShapedProject.COURSE,
                ShapedProject.courseKind().text()
                        + "ask: Ask about a course\nadd: Propose courses or a course-like thing\n"));
        Project after = rename(before, "course", "event", words("event", "events", "an event"));
        String kind = Reshaped.text(after, "content/shape/kinds/event.yaml");
        assertTrue(
                kind.startsWith("name: {one: event, many: events, a: an event}\nfolder: events # the folder\n"), kind);
        assertTrue(kind.contains("shown-there-as: Events here"), kind);
        assertTrue(kind.contains("help: events that go with it"), kind);
        assertTrue(kind.contains("\nask: Ask about an event\nadd: Propose events or a course-like thing\n"), kind);
    }

    @Test
    void keepsTheFolderOrTheNameOnRequest() {
        Project before = ShapedProject.with();
        Project sameFolder = ShapedProject.after(
                before, (d, p) -> RenameKind.of(d, p, "course", "class", NONE, Optional.of("courses")));
        assertTrue(Reshaped.has(sameFolder, ShapedProject.BREAD));
        assertFalse(Reshaped.text(sameFolder, "content/shape/kinds/class.yaml").contains("former-folders"));
        Project sameName = ShapedProject.after(
                before, (d, p) -> RenameKind.of(d, p, "course", "course", NONE, Optional.of("classes")));
        assertTrue(Reshaped.has(sameName, "content/classes/bread.md"));
        assertTrue(Reshaped.text(sameName, ShapedProject.COURSE).contains("former-folders: [courses]"));
    }

    @Test
    void renamesAKindOfTheShape() {
        Project before = TestProject.small();
        Project after = rename(before, "case-study", "project", words("project", "projects", "a project"));
        assertTrue(Reshaped.text(after, "content/shape/kinds/project.yaml").startsWith("""
                extends: shape
                replaces: case-study
                folder: projects
                former-folders: [case-studies]
                name: {one: project, many: projects, a: a project}
                """));
        assertEquals("""
                extends: shape
                shown-first:
                  label: What it does
                  through: project.organisation
                  show: project.services
                  evidence: [project.confidence]
                  none: No service of this {one} is recorded in this directory yet.
                  schema-org: knowsAbout
                expected-in: project.organisation
                """, Reshaped.text(after, "content/shape/kinds/organisation.yaml"));
        Project services = rename(after, "service", "offer", NONE);
        assertTrue(Reshaped.text(services, "content/shape/kinds/category.yaml")
                .endsWith("\nlisting: {as: with, with: offer}\nexpected-in: offer.category\n"));
        assertTrue(Reshaped.text(services, "content/shape/kinds/project.yaml").contains("{type: reference, to: offer"));
        Project back = rename(after, "project", "case-study", NONE);
        assertFalse(Reshaped.text(back, "content/shape/kinds/case-study.yaml").contains("replaces"));
    }

    @Test
    void renamesAKindInOneFile() {
        Project before = TestProject.smallWith(SourceFile.of(
                "content/pages/introduction.md",
                "---\ntitle: Introduction\nsummary: What it is for.\n---\n\nSee [PCN](../glossary.yaml#pcn).\n"));
        Project after = rename(before, "glossary-term", "word", NONE);
        assertTrue(Reshaped.has(after, "content/words.yaml"));
        assertTrue(Reshaped.text(after, "content/shape/kinds/word.yaml").contains("\nfile: words\n"));
        assertTrue(Reshaped.text(after, "content/pages/introduction.md").contains("(../words.yaml#pcn)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            course  | venue   | names a venue already
            course  | venues  | names a venue already
            course  | site    | already
            course  | search  | a page that every site has
            course  | A class | did you mean `a-class`?
            course  | course  | already called that
            curse   | class   | did you mean `course`?
            """)
    void rejectsImpossibleValues(String kind, String to, String reason) {
        Project project = ShapedProject.with();
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> RenameKind.of(Reshaped.directory(project), project, kind, to, NONE, Optional.empty()));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void refusesWhereFilesAreInTheWay() {
        for (List<String> others : List.of(List.of("content/classes/x.txt"), List.of("content/courses/notes.txt"))) {
            Project project = TestProject.with(ShapedProject.with(), List.of(), others);
            assertThrows(
                    Refusal.class,
                    () -> RenameKind.of(
                            Reshaped.directory(project), project, "course", "class", NONE, Optional.empty()));
        }
    }

    @Test
    void saysWhichTemplatesNeedAnotherName() {
        Project project = ShapedProject.with(
                SourceFile.of("templates/page/course.ftlh", "<#-- EntryPage -->\n"),
                SourceFile.of("templates/page/home.ftlh", "<#-- HomePage -->\n${links[\"courses\"]}\n"));
        ShapeEdit edit = RenameKind.of(Reshaped.directory(project), project, "course", "class", NONE, Optional.empty());
        assertEquals(
                List.of(
                        "rename templates/page/course.ftlh to templates/page/class.ftlh, so that it shows the pages of this"
                                + " kind again",
                        "templates/page/home.ftlh:2 may need the same change; the kind is now `class`, its folder"
                                + " `classes`",
                        "readers still see `courses`; to change that too, repeat the command with --one, --many and --a"),
                edit.remarks());
    }
}

package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.directory.Site;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class RenameTest {
    private static final String SERVICE = "content/services/extended-access.md";
    private static final String STUDY = "content/case-studies/evening-hubs.md";
    private static final String PAGE = "content/pages/introduction.md";

    private static Project rename(Project project, Kind kind, String from, String to) {
        Project after = Reshaped.with(project, (d, p) -> Rename.of(d, p, kind, new Id(from), to));
        Reshaped.assertNoNewErrors(project, after);
        return after;
    }

    private static Project page(String text) {
        return TestProject.smallWith(
                SourceFile.of(PAGE, "---\ntitle: Introduction\nsummary: What it is for.\n---\n\n" + text));
    }

    private static String pageAfter(String text, Kind kind, String from, String to) {
        String whole = Reshaped.text(rename(page(text), kind, from, to), PAGE);
        return whole.substring(whole.indexOf("---\n\n") + 5);
    }

    @Test
    void movesTheFileAndKeepsTheOldId() {
        Project after = rename(TestProject.small(), TestKinds.SERVICE, "extended-access", "evening-care");
        assertFalse(Reshaped.has(after, SERVICE));
        assertEquals(
                "---\nname: Extended access\nsummary: Appointments in the evenings and at weekends.\n"
                        + "category: enhanced-services\nformer-ids: [extended-access]\n---\n\n## How it works\n\n"
                        + "Federations offer appointments outside the usual hours.\n",
                Reshaped.text(after, "content/services/evening-care.md"));
        assertTrue(Reshaped.text(after, STUDY).contains("\nservices: [evening-care]\n"));
    }

    @Test
    void updatesLinksInAnyStyle() {
        assertEquals("""
                [a](../services/b.md), [b](<../services/b.md>), [c](./../services/b.md#how-it-works "title"),
                [d](../../content/services/b.md), [e](../services/b.md), [f][], [g][f] and
                ![bus](../images/bus.svg) `(../services/extended-access.md)` [h](https://example.org/extended-access.md)

                [F]: ../services/b.md#how-it-works 'T'
                [unused]: <../services/b.md>
                """, pageAfter("""
                        [a](../services/extended-access.md), [b](<../services/extended-access.md>), [c](./../services/extended-access.md#how-it-works "title"),
                        [d](../../content/services/extended-access.md), [e](../services/extended%2Daccess.md), [f][], [g][f] and
                        ![bus](../images/bus.svg) `(../services/extended-access.md)` [h](https://example.org/extended-access.md)

                        [F]: ../services/extended-access.md#how-it-works 'T'
                        [unused]: <../services/extended-access.md>
                        """, TestKinds.SERVICE, "extended-access", "b"));
    }

    @Test
    void updatesLinksWithEscapesAndInHeadingsListsAndQuotes() {
        assertEquals(
                "# [x](../services/b.md#how-it-works)\n\n> - [**y**](../services/b.md)\n>\n> 1. *[z](../services/b.md)*\n",
                pageAfter(
                        "# [x](../services/extended\\-access.md#how-it-works)\n\n"
                                + "> - [**y**](../services/extended&#45;access.md)\n>\n"
                                + "> 1. *[z](../services/extended-access.md)*\n",
                        TestKinds.SERVICE,
                        "extended-access",
                        "b"));
    }

    @Test
    void updatesLinksOfAnEntryToItself() {
        Project project = page("## Why\n\n[a](introduction.md), [b](#why), [c](../pages/introduction.md#why)\n");
        Project after = rename(project, TestKinds.PAGE, "introduction", "start");
        String text = Reshaped.text(after, "content/pages/start.md");
        assertTrue(text.endsWith("[a](start.md), [b](#why), [c](../pages/start.md#why)\n"), text);
    }

    @Test
    void keepsCommentsQuotesAndSpacesOfFields() {
        String study = Reshaped.text(TestProject.small(), STUDY)
                .replace("services: [extended-access]", "services: # two\n   -   'extended-access' # one\n   - \"x\"")
                .replace("organisation: taurus-healthcare", "organisation:   taurus-healthcare   # them");
        Project project = TestProject.smallWith(
                SourceFile.of(STUDY, study),
                SourceFile.of(
                        "content/services/x.md",
                        "---\nname: X\nsummary: X.\ncategory: enhanced-services\nrelated: [ extended-access , x ]\n---\n\nX.\n"));
        Project after = rename(project, TestKinds.SERVICE, "extended-access", "b");
        assertEquals(study.replace("'extended-access'", "'b'"), Reshaped.text(after, STUDY));
        assertTrue(Reshaped.text(after, "content/services/x.md").contains("related: [ b , x ]\n"));
        Project organisation = rename(project, TestKinds.ORGANISATION, "taurus-healthcare", "null");
        assertEquals(study.replace("taurus-healthcare   #", "'null'   #"), Reshaped.text(organisation, STUDY));
    }

    @Test
    void removesTheNewIdFromTheFormerIds() {
        Project there = rename(TestProject.small(), TestKinds.SERVICE, "extended-access", "b");
        Project further = rename(there, TestKinds.SERVICE, "b", "c");
        assertTrue(Reshaped.text(further, "content/services/c.md").contains("former-ids: [extended-access, b]\n"));
        Project back = rename(further, TestKinds.SERVICE, "c", "extended-access");
        assertTrue(Reshaped.text(back, SERVICE).contains("former-ids: [c, b]\n"));
    }

    @Test
    void renamesATermByItsName() {
        Project project = page("A [PCN](../glossary.yaml#pcn) and the [list](../glossary.yaml).\n");
        Project after = rename(project, TestKinds.TERM, "pcn", "Network: primary care");
        assertTrue(Reshaped.text(after, PAGE)
                .endsWith("[PCN](../glossary.yaml#network-primary-care) and the [list](../glossary.yaml).\n"));
        assertEquals(
                "- term: 'Network: primary care'\n  expansion: primary care network\n"
                        + "  definition: A group of neighbouring GP practices.\n  also: [PCN]\n",
                Reshaped.text(after, "content/glossary.yaml"));
        Project back = rename(after, TestKinds.TERM, "network-primary-care", "PCN");
        assertTrue(Reshaped.text(back, "content/glossary.yaml").endsWith("also: ['Network: primary care']\n"));
        Project spelt = rename(project, TestKinds.TERM, "pcn", "pcn");
        assertTrue(Reshaped.text(spelt, "content/glossary.yaml").startsWith("- term: pcn\n"));
        assertFalse(Reshaped.text(spelt, "content/glossary.yaml").contains("also"));
    }

    @Test
    void normalisesAFileName() {
        Project project = TestProject.smallWith(
                SourceFile.of(
                        "content/services/Night Care.md",
                        "---\nname: N\nsummary: N.\ncategory: enhanced-services\n---\n\nN.\n"),
                SourceFile.of(PAGE, "---\ntitle: I\nsummary: I.\n---\n\n[n](../services/Night%20Care.md)\n"));
        Project after = rename(project, TestKinds.SERVICE, "night-care", "night-care");
        assertFalse(Reshaped.text(after, "content/services/night-care.md").contains("former-ids"));
        assertTrue(Reshaped.text(after, PAGE).endsWith("[n](../services/night-care.md)\n"));
    }

    @Test
    void refusesInvalidNames() {
        Project small = TestProject.small();
        refuses(small, TestKinds.SERVICE, "extended-access", "Evening Hubs", true, "did you mean `evening-hubs`?");
        refuses(small, TestKinds.SERVICE, "extended-access", "…", true, "is not an id");
        refuses(small, TestKinds.SERVICE, "extended-access", "extended-access", true, "already called that");
        refuses(small, TestKinds.SERVICE, "extended-acess", "b", true, "did you mean `extended-access`?");
        refuses(small, TestKinds.PAGE, "introduction", "search", true, "the site has other pages at that address");
        refuses(small, Site.KIND, "site", "b", true, "the site is not an entry");
        refuses(small, TestKinds.TERM, "pcn", "  ", true, "cannot be a term");
        refuses(small, TestKinds.TERM, "pcn", "x".repeat(91), true, "at most 90 are allowed");
    }

    @Test
    void refusesIdsThatAreTaken() {
        String service = "---\nname: B\nsummary: B.\ncategory: enhanced-services\nformer-ids: [c]\n---\n\nB.\n";
        Project project = TestProject.with(
                TestProject.smallWith(
                        SourceFile.of("content/services/b.md", service),
                        SourceFile.of(
                                "content/gone.yaml",
                                "- was: service/d\n  name: D\n  since: 2024-01-01\n  reason: R.\n")),
                List.of(),
                List.of("content/services/e.md/x.txt"));
        refuses(project, TestKinds.SERVICE, "extended-access", "b", false, "`waymark merge`");
        refuses(project, TestKinds.SERVICE, "extended-access", "c", false, "former id of `b`");
        refuses(
                project,
                TestKinds.SERVICE,
                "extended-access",
                "d",
                false,
                "remove its notice at content/gone.yaml:1:3 first");
        refuses(project, TestKinds.SERVICE, "c", "f", true, "it is called `b` now");
        refuses(project, TestKinds.SERVICE, "d", "f", true, "it was removed on 2024-01-01");
    }

    @Test
    void updatesLinksInTablesFootnotesAndBoxes() {
        String text = """
                | a \\| b [c](../services/extended-access.md) | [x][d] |
                | :--- | --- |
                | `e \\| f` [g](../services/extended-access.md "h \\| i") | ~~[j](../services/extended-access.md#how-it-works)~~ |

                - [x] [k](../services/extended-access.md)[^l], https://example.org/services/extended-access.md

                [^l]: See [m](../services/extended-access.md).

                    > [n](../services/extended-access.md)

                [d]: ../services/extended-access.md
                """;
        assertEquals(
                text.replace("../services/extended-access.md", "../services/b.md"),
                pageAfter(text, TestKinds.SERVICE, "extended-access", "b"));
    }

    @Test
    void refusesIfErrorsMayHideReferences() {
        String study = Reshaped.text(TestProject.small(), STUDY);
        Project broken = TestProject.smallWith(SourceFile.of(STUDY, study.replace("region: Midlands", "region: [")));
        Refusal refusal = refuses(broken, TestKinds.SERVICE, "extended-access", "b", false, "errors hide");
        assertEquals(STUDY, refusal.notes().get(0).span().path());
        Project text =
                TestProject.smallWith(SourceFile.of(STUDY, study.replace("[extended-access]", "extended-access")));
        refuses(text, TestKinds.SERVICE, "extended-access", "b", false, "errors hide");
        Project other = TestProject.smallWith(SourceFile.of(STUDY, study.replace("place: Herefordshire\n", "")));
        assertTrue(Reshaped.text(rename(other, TestKinds.SERVICE, "extended-access", "b"), STUDY)
                .contains("[b]"));
        refuses(broken, TestKinds.CASE_STUDY, "evening-hubs", "b", false, "must be fixed first");
    }

    private static Refusal refuses(
            Project project, Kind kind, String from, String to, boolean isWrongUsage, String reason) {
        Refusal refusal = assertThrows(
                Refusal.class, () -> Rename.of(Reshaped.directory(project), project, kind, new Id(from), to));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertEquals(isWrongUsage, refusal.isWrongUsage(), refusal.getMessage());
        return refusal;
    }
}

package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.BuiltSite;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.render.OutputFile;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class RetireTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final String STUDY = "content/case-studies/evening-hubs.md";
    private static final String PAGE = "content/pages/introduction.md";
    private static final String GONE = "content/gone.yaml";
    private static final EntryName INTRODUCTION = new EntryName(TestKinds.PAGE, new Id("introduction"));

    private static Project retire(
            Project project, Kind kind, String id, Optional<EntryName> to, Optional<String> reason) {
        Project after = Reshaped.with(project, (d, p) -> Retire.of(d, p, kind, new Id(id), to, reason, DAY, true));
        Reshaped.assertNoNewErrors(project, after);
        return after;
    }

    private static Refusal refuses(
            Project project, Kind kind, String id, Optional<EntryName> to, Optional<String> reason) {
        return assertThrows(Refusal.class, () -> retire(project, kind, id, to, reason));
    }

    /** With a service that is not required, but that fields and links refer to. */
    private static Project withNightCare() {
        return TestProject.smallWith(
                SourceFile.of(
                        "content/services/night-care.md",
                        "---\nname: Night care\nsummary: By night.\ncategory: enhanced-services\nformer-ids: [late-care]\n---\n\nBy night.\n"),
                SourceFile.of(
                        "content/services/extended-access.md",
                        Reshaped.text(TestProject.small(), "content/services/extended-access.md")
                                .replace("services\n---", "services\n# near\nrelated: [night-care] # it\n---")),
                SourceFile.of(
                        STUDY,
                        Reshaped.text(TestProject.small(), STUDY)
                                .replace("[extended-access]", "[night-care, extended-access]")),
                SourceFile.of(
                        PAGE,
                        "---\ntitle: I\nsummary: I.\n---\n\nIn [the **night**](../services/night-care.md), [late][n] or [n].\n\n[n]: ../services/night-care.md\n"));
    }

    private static String html(Project project, String path) {
        return BuiltSite.of(project, TestProject.SETTINGS).files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> new String(((OutputFile.Made) file).bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page " + path));
    }

    @Test
    void leavesANoticeAtEveryAddress() {
        Project after = retire(
                withNightCare(),
                TestKinds.SERVICE,
                "night-care",
                Optional.empty(),
                Optional.of(" It ended: \nno *staff* <b>. "));
        assertTrue(Reshaped.text(after, GONE)
                .endsWith("\n- was: service/night-care\n  name: Night care\n  since: 2025-03-01\n"
                        + "  reason: 'It ended: no *staff* <b>.'\n  former-ids: [late-care]\n"));
        assertTrue(Reshaped.text(after, STUDY).contains("\nservices: [extended-access]\n"));
        assertTrue(Reshaped.text(after, "content/services/extended-access.md").contains("services\n# near\n---"));
        assertTrue(Reshaped.text(after, PAGE).endsWith("---\n\nIn the **night**, late or n.\n\n"));
        for (String id : List.of("night-care", "late-care")) {
            String page = html(after, "services/" + id + "/index.html");
            assertTrue(page.contains("<h1>Night care</h1>"), page);
            assertTrue(
                    page.contains(
                            "This service was removed from the directory on <time datetime=\"2025-03-01\">1 March 2025</time>."),
                    page);
            assertTrue(page.contains("It ended: no *staff* &lt;b&gt;."), page);
            assertTrue(page.contains("<meta name=\"robots\" content=\"noindex\">"), page);
        }
        assertFalse(html(after, "sitemap.xml").contains("night-care"));
        assertFalse(html(after, "a-to-z/index.html").contains("Night care"));
    }

    @Test
    void namesTheReplacement() {
        Project after = retire(
                withNightCare(), TestKinds.SERVICE, "night-care", Optional.of(INTRODUCTION), Optional.of("It ended."));
        assertTrue(Reshaped.text(after, GONE).contains("  reason: It ended.\n  instead: page/introduction\n"));
        assertTrue(html(after, "services/night-care/index.html").contains("<a href=\"../../introduction/\">I</a>"));
        assertTrue(
                Reshaped.text(after, PAGE).endsWith("In the **night**, late or n.\n\n"),
                "a page does not redirect to itself");
    }

    @Test
    void redirectsToAnotherKindByANoticeWithoutReason() {
        Project after =
                retire(withNightCare(), TestKinds.SERVICE, "night-care", Optional.of(INTRODUCTION), Optional.empty());
        assertFalse(Reshaped.text(after, GONE).contains("reason: "));
        assertTrue(html(after, "services/late-care/index.html")
                .contains("<meta http-equiv=\"refresh\" content=\"0; url=../../introduction/\">"));
    }

    @Test
    void redirectsWithinAKindByFormerIds() {
        var other = new EntryName(TestKinds.SERVICE, new Id("extended-access"));
        Project after = retire(withNightCare(), TestKinds.SERVICE, "night-care", Optional.of(other), Optional.empty());
        assertFalse(Reshaped.has(after, GONE));
        String service = Reshaped.text(after, "content/services/extended-access.md");
        assertTrue(service.contains("# near\nformer-ids: [night-care, late-care]\n---"), service);
        assertTrue(Reshaped.text(after, PAGE).endsWith("[n]: ../services/extended-access.md\n"));
        assertTrue(Reshaped.text(after, STUDY).contains("\nservices: [extended-access]\n"));
    }

    @Test
    void updatesNoticesThatReferToTheEntry() {
        Project first = retire(
                withNightCare(),
                TestKinds.SERVICE,
                "night-care",
                Optional.of(new EntryName(TestKinds.CASE_STUDY, new Id("evening-hubs"))),
                Optional.empty());
        Refusal refusal =
                refuses(first, TestKinds.CASE_STUDY, "evening-hubs", Optional.empty(), Optional.of("It ended."));
        assertEquals(GONE, refusal.notes().get(0).span().path());
        Project second = retire(
                first, TestKinds.CASE_STUDY, "evening-hubs", Optional.of(INTRODUCTION), Optional.of("It ended."));
        assertEquals(2, Reshaped.text(second, GONE).split("instead: page/introduction", -1).length - 1);
        Project renamed =
                Reshaped.with(second, (d, p) -> Rename.of(d, p, TestKinds.PAGE, new Id("introduction"), "start"));
        assertEquals(2, Reshaped.text(renamed, GONE).split("instead: page/start", -1).length - 1);
        Reshaped.assertNoNewErrors(second, renamed);
    }

    @Test
    void refusesToRetireARequiredEntry() {
        Refusal service =
                refuses(TestProject.small(), TestKinds.SERVICE, "extended-access", Optional.empty(), Optional.of("R."));
        assertFalse(service.isWrongUsage());
        assertEquals(STUDY + ":5:12", service.notes().get(0).span().toString());
        assertEquals(
                "`services` must name a service; name another",
                service.notes().get(0).message());
        Refusal category = refuses(
                withNightCare(), TestKinds.CATEGORY, "enhanced-services", Optional.of(INTRODUCTION), Optional.empty());
        assertEquals(2, category.notes().size());
    }

    @Test
    void refusesToSendReadersToADraft() {
        Project draft = TestProject.smallWith(
                SourceFile.of(
                        "content/services/night-care.md",
                        "---\nname: Night care\nsummary: By night.\ncategory: enhanced-services\ndraft: yes\n---\n\nBy night.\n"));
        var other = new EntryName(TestKinds.SERVICE, new Id("night-care"));
        Refusal refusal = refuses(draft, TestKinds.SERVICE, "extended-access", Optional.of(other), Optional.empty());
        assertTrue(refusal.getMessage().contains("is not published"), refusal.getMessage());
        assertFalse(refusal.isWrongUsage());
    }

    @Test
    void refusesInvalidRequests() {
        Project small = TestProject.small();
        assertTrue(refuses(small, TestKinds.PAGE, "introduction", Optional.empty(), Optional.empty())
                .isWrongUsage());
        assertTrue(refuses(small, TestKinds.PAGE, "introduction", Optional.empty(), Optional.of(" "))
                .isWrongUsage());
        assertTrue(refuses(small, TestKinds.PAGE, "introduction", Optional.of(INTRODUCTION), Optional.empty())
                .isWrongUsage());
        var unknown = new EntryName(TestKinds.SERVICE, new Id("extended-acess"));
        assertTrue(refuses(small, TestKinds.PAGE, "introduction", Optional.of(unknown), Optional.empty())
                .getMessage()
                .endsWith("did you mean `extended-access`?"));
        Project odd = TestProject.smallWith(SourceFile.of(GONE, "[]\n"));
        assertFalse(refuses(odd, TestKinds.CASE_STUDY, "evening-hubs", Optional.empty(), Optional.of("R."))
                .isWrongUsage());
    }
}

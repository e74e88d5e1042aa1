package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class MergeTest {
    private static final String FROM = "content/services/night-care.md";
    private static final String INTO = "content/services/extended-access.md";
    private static final String PAGE = "content/pages/introduction.md";

    private static Project merge(Project project, Kind kind, String from, String into) {
        Project after = Reshaped.with(project, (d, p) -> Merge.of(d, p, kind, new Id(from), new Id(into)));
        Reshaped.assertNoNewErrors(project, after);
        return after;
    }

    private static Project nightCare(String fields, String text) {
        return TestProject.smallWith(
                SourceFile.of(
                        FROM,
                        "---\nname: Night *care*\nsummary: By night.\ncategory: enhanced-services\n" + fields
                                + "---\n\n" + text),
                SourceFile.of(
                        "content/case-studies/evening-hubs.md",
                        Reshaped.text(TestProject.small(), "content/case-studies/evening-hubs.md")
                                .replace("[extended-access]", "[night-care, extended-access]")),
                SourceFile.of(
                        PAGE,
                        "---\ntitle: I\nsummary: I.\n---\n\n[a](../services/night-care.md#how-it-works), [b](../services/night-care.md)\n"));
    }

    @Test
    void keepsTheContentOfBoth() {
        Project project = nightCare(
                "also-known-as: [Late care, Extended access]\nrelated: [extended-access]\nformer-ids: [late-care]\n",
                "## How it works\n\nBy [night](extended-access.md). See [above](#how-it-works).\n");
        Project after = merge(project, TestKinds.SERVICE, "night-care", "extended-access");
        assertFalse(Reshaped.has(after, FROM));
        assertEquals("""
                ---
                name: Extended access
                summary: Appointments in the evenings and at weekends.
                category: enhanced-services
                also-known-as: [Night *care*, Late care]
                former-ids: [night-care, late-care]
                # From `night-care`, which was merged into this. Work it in, or delete it:
                # summary: By night.
                # related: [extended-access]
                ---

                ## How it works

                Federations offer appointments outside the usual hours.

                ## Night \\*care\\*

                ## How it works

                By night. See [above](#how-it-works-1).
                """, Reshaped.text(after, INTO));
        assertTrue(Reshaped.text(after, "content/case-studies/evening-hubs.md")
                .contains("\nservices: [extended-access]\n"));
        assertTrue(Reshaped.text(after, PAGE)
                .endsWith("[a](../services/extended-access.md#how-it-works-1), [b](../services/extended-access.md)\n"));
    }

    @Test
    void mergesTermsInTheirFile() {
        String glossary = "# Words\n\n- term: PCN # short\n  definition: A group.\n\n"
                + "- term: Network\n  also: [net]\n  definition: A group of practices.\n\n# The end\n";
        Project project = TestProject.smallWith(
                SourceFile.of("content/glossary.yaml", glossary),
                SourceFile.of(PAGE, "---\ntitle: I\nsummary: I.\n---\n\n[n](../glossary.yaml#network)\n"));
        Project after = merge(project, TestKinds.TERM, "network", "pcn");
        assertEquals(
                "# Words\n\n- term: PCN # short\n  definition: A group.\n  also: [Network, net]\n"
                        + "  # From `network`, which was merged into this. Work it in, or delete it:\n"
                        + "  # definition: A group of practices.\n\n# The end\n",
                Reshaped.text(after, "content/glossary.yaml"));
        assertTrue(Reshaped.text(after, PAGE).endsWith("[n](../glossary.yaml#pcn)\n"));
    }

    @Test
    void refusesTextsThatWouldChangeTheirMeaning() {
        Project names = nightCare("", "By [x].\n\n[x]: https://example.org/night\n");
        Project both = TestProject.with(
                names,
                List.of(SourceFile.of(
                        INTO, Reshaped.text(names, INTO) + "\nSee [X].\n\n[X]: https://example.org/day\n")),
                List.of());
        Refusal refusal = refuses(both, "night-care", "extended-access");
        assertEquals(9, refusal.notes().get(0).span().startLine());
        Project code = TestProject.with(
                nightCare("", "By night.\n"),
                List.of(SourceFile.of(INTO, Reshaped.text(names, INTO) + "\n```\nopen\n")),
                List.of());
        assertTrue(refuses(code, "night-care", "extended-access").getMessage().contains("unclosed code"));
    }

    @Test
    void refusesFootnotesOfTheSameName() {
        Project project = nightCare("", "By night.[^1]\n\n[^1]: Since 2020.\n");
        Project both = TestProject.with(
                project,
                List.of(SourceFile.of(INTO, Reshaped.text(project, INTO) + "\nBy day.[^1]\n\n[^1]: Since 2019.\n")),
                List.of());
        Refusal refusal = refuses(both, "night-care", "extended-access");
        assertEquals(9, refusal.notes().get(0).span().startLine());
        merge(project, TestKinds.SERVICE, "night-care", "extended-access");
    }

    @Test
    void refusesToMergeAnEntryIntoItself() {
        assertTrue(refuses(TestProject.small(), "extended-access", "extended-access")
                .isWrongUsage());
    }

    private static Refusal refuses(Project project, String from, String into) {
        return assertThrows(
                Refusal.class,
                () -> Merge.of(Reshaped.directory(project), project, TestKinds.SERVICE, new Id(from), new Id(into)));
    }
}

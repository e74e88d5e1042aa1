package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.SmallSite;

class GlossaryUsesTest {
    @Test
    void listsServicesFirstThenPagesThenCaseStudies() {
        String glossary = SmallSite.with(
                        "content/case-studies/evening-hubs.md",
                        SmallSite.original("content/case-studies/evening-hubs.md") + "\nPCNs took part.\n",
                        "content/pages/introduction.md",
                        SmallSite.original("content/pages/introduction.md") + "\nSee [it](../glossary.yaml#pcn).\n",
                        "content/services/extended-access.md",
                        SmallSite.original("content/services/extended-access.md") + "\nA PCN. A PCN.\n")
                .page("glossary/");
        assertEquals(
                "Used on: Extended access, Introduction, Evening hubs for a county",
                glossary.lines()
                        .filter(line -> line.contains("Used on"))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll("<[^>]*>", ""));
    }

    @Test
    void countsUsesAfterTheFirstTen() {
        List<String> files = new ArrayList<>();
        for (int i = 10; i < 23; i++) {
            files.add("content/pages/p" + i + ".md");
            files.add("---\ntitle: Page " + i + "\nsummary: A page.\n---\n\nA PCN.\n");
        }
        String glossary = SmallSite.with(files.toArray(String[]::new)).page("glossary/");
        assertTrue(glossary.contains(">Page 19</a> and 3 other pages</p>"));
        assertFalse(glossary.substring(0, glossary.indexOf("</main>")).contains("Page 20"));
    }

    @Test
    void showsNoUsesOfUnusedTerms() {
        assertFalse(SmallSite.with().page("glossary/").contains("Used on"));
    }
}

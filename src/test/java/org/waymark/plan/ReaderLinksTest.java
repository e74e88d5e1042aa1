package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.SmallSite;

class ReaderLinksTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b, https://github.com/a/b/edit/main/content/services/x.md",
        "https://github.com/a/b/, https://github.com/a/b/edit/main/content/services/x.md",
        "https://github.com/a/b.git, https://github.com/a/b/edit/main/content/services/x.md",
        "https://gitlab.com/a/b/c, https://gitlab.com/a/b/c/-/edit/main/content/services/x.md",
        "https://gitlab.example.org/a, https://gitlab.example.org/a/-/edit/main/content/services/x.md",
        "https://code.example.org/a, https://code.example.org/a",
        "https://notgithub.com/a/b, https://notgithub.com/a/b",
    })
    void linkToTheFileIfTheHostCanEdit(String repository, String expected) {
        assertEquals(expected, ReaderLinks.edit(repository, "content/services/x.md"));
    }

    @Test
    void encodeSubjects() {
        String link = ReaderLinks.mailto("a%b?c&d+e@example.org", "Change to: A&E? 100% “new” #1\r\nBcc: x", "");
        assertEquals(
                "mailto:a%25b%3Fc%26d+e@example.org?subject=Change%20to%3A%20A%26E%3F%20100%25%20%E2%80%9Cnew%E2%80%9D"
                        + "%20%231%0D%0ABcc%3A%20x",
                link);
        assertEquals(
                "a%b?c&d+e@example.org?subject=Change to: A&E? 100% “new” #1\r\nBcc: x",
                URI.create(link).getSchemeSpecificPart());
    }

    @Test
    void writeToTheEditorsIfThereIsNoRepository() {
        SmallSite site = SmallSite.with();
        assertTrue(site.page("services/extended-access/")
                .contains("<a href=\"mailto:editors@example.org?subject=Change%20to%3A%20Extended%20access&amp;body="
                        + "Page%3A%20https%3A%2F%2Fdirectory.example.org%2Fservices%2Fextended-access%2F\">"
                        + "Suggest a change to this page</a>"));
        assertTrue(site.page("case-studies/evening-hubs/").contains("?subject=Question%20about%3A%20Evening%20hubs"));
        assertTrue(site.page("services/").contains(">Add a service</a>"));
        assertFalse(site.page("").contains("Suggest a change"));
    }

    @Test
    void useTheFormIfThereIsNoAddress() {
        SmallSite site = site("contact:\n  url: https://www.example.org/ask?a=1&b=2\n");
        assertTrue(
                site.page("services/").contains("<a href=\"https://www.example.org/ask?a=1&amp;b=2\">Add a service"));
    }

    @Test
    void areOmittedWithoutAContact() {
        SmallSite site = site("contact:\n  name: The editors\n");
        assertFalse(site.page("services/").contains("class=\"actions\""));
    }

    @Test
    void linkToTheFileOfTheGlossary() {
        SmallSite site = site("contact: {email: a@example.org}\nrepository: https://github.com/a/b\n");
        assertTrue(site.page("glossary/").contains("https://github.com/a/b/edit/main/content/glossary.yaml"));
        assertTrue(site.page("organisations/taurus-healthcare/")
                .contains("https://github.com/a/b/edit/main/content/organisations/taurus-healthcare.yaml"));
    }

    private static SmallSite site(String lines) {
        return SmallSite.with(
                "content/site.yaml",
                SmallSite.original("content/site.yaml").replace("contact:\n  email: editors@example.org\n", lines));
    }
}

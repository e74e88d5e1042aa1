package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.TestProject;

/** What {@code explain --template} prints, for kinds that a project declares. */
class ExplainTemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page/exhibition.ftlh           | exhibition",
                "templates/page/exhibition.ftlh | exhibition",
                "page/exhibition                | exhibition",
            })
    void listsTheFieldsOfAKind(String name, String kind) {
        String text = explain(0, name);
        assertTrue(text.startsWith("page/" + kind + ".ftlh shows the page of an exhibition."), text);
        for (String line : new String[] {
            "page EntryPage",
            "page.field.at reference: .label, .text, .items, .links",
            "page.field[\"read-more\"] citation: .label, .text, .items, .sources; may be missing",
            ".summary text, may be missing",
            ".fields list of FieldView",
            "Macros of part/fields.ftlh, imported as fields"
        }) {
            assertTrue(text.replaceAll(" +", " ").contains(line), line + " is not in " + text);
        }
        assertFalse(text.contains("insured-for"), "what readers do not see");
        assertFalse(text.contains("steps-free"), "a field of another kind");
    }

    @Test
    void listsTheFieldsOfAllKindsForTheCommonTemplate() {
        String text = explain(0, "page/entry.ftlh");
        assertTrue(text.contains("Fields of an exhibition\n") && text.contains("Fields of a venue\n"), text);
        assertFalse(text.contains("Fields of a tip\n"), "which has no page");
    }

    @Test
    void explainsPagesAndParts() {
        assertTrue(explain(0, "page/home.ftlh").contains("HomeSection\n"));
        assertTrue(explain(0, "part/fields.ftlh").contains("Macros of part/fields.ftlh\n  <@"));
    }

    @Test
    void helpsWithAWrongName() {
        assertEquals(
                "waymark explain: there is no template `page/exibition`; did you mean `page/exhibition.ftlh`?",
                explain(2, "page/exibition").lines().findFirst().orElseThrow());
        assertTrue(explain(2, "page/zzz.ftlh").contains("`page/zzz.ftlh`; the pages have page/a-to-z.ftlh"));
    }

    private static String explain(int code, String template) {
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        String project = TestProject.resource("/foreign").toString();
        assertEquals(code, WaymarkCommand.run(writer, writer, "explain", "--project", project, "--template", template));
        return out.toString();
    }
}

package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.JsonOutput;
import org.waymark.TestProject;

/** Lists of entries of declared kinds, by declared fields. */
class ListCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admission=free              | hidden paper-boats",
                "admission=By ticket         | ink",
                "at=old-mill                 | paper-boats",
                "at=old mill                 | paper-boats",
                "at.borough=East Side        | paper-boats",
                "rooms.count=3               | paper-boats",
                "announced=2025-04-01        | ink",
                "draft=yes                   | hidden",
                "rooms=                      | hidden ink",
                "heading=nothing like this   | ''",
            })
    void listsByAnyField(String condition, String ids) {
        List<String> found = list("exhibition", "--where", condition)
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .toList();
        assertEquals(ids, String.join(" ", found.stream().sorted().toList()));
    }

    @Test
    void showsFieldsInTheOrderOfOne() {
        assertEquals("""
                ink          2025-04-01  town-hall
                paper-boats  2025-05-02  old-mill, town-hall
                hidden       2025-06-01  town-hall
                """, list("exhibition", "--fields", "announced,at", "--by", "announced"));
        assertEquals("""
                paper-boats  3
                hidden
                ink
                """, list("exhibition", "--fields", "rooms.count", "--by", "rooms.count"));
    }

    @Test
    void writesTablesForSpreadsheetsAndPrograms() {
        assertEquals(
                "id,name,path,at,numbers\r\n"
                        + "paper-boats,Paper boats on the river,content/exhibitions/paper-boats.md,"
                        + "\"old-mill, town-hall\",120 boats folded by children\r\n",
                list("exhibition", "--where", "at=old-mill", "--fields", "at,numbers", "--csv"));
        String json = list("exhibition", "--where", "at=old-mill", "--fields", "at,rooms", "--format", "json");
        JsonOutput.assertValid("list", json);
        assertTrue(
                json.replaceAll("\\s+", " ")
                        .contains("\"fields\" : { \"at\" : [ \"old-mill\", \"town-hall\" ],"
                                + " \"rooms\" : [ \"alarm-code: secret-alarm, count: 3, guide: ada\" ] }"),
                json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--where | admision=Free   | an exhibition has no field `admision`; did you mean `admission`?",
                "--fields | at.burough     | an exhibition has no field `at.burough`; did you mean `at.borough`?",
                "--by    | hedding         | an exhibition has no field `hedding`; did you mean `heading`?",
                "--where | admission=Fre   | `admission` is never `Fre`; did you mean `Free`?",
                "--where | admission       | `--where admission` must have the form FIELD=VALUE",
            })
    void helpsWithAWrongName(String option, String value, String message) {
        var err = new StringWriter();
        int code = run(err, err, "exhibition", option, value);
        assertEquals(2, code);
        assertEquals(
                "waymark list: " + message, err.toString().lines().findFirst().orElseThrow());
    }

    private static String list(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        assertEquals(0, run(out, err, args), err.toString());
        return out.toString();
    }

    private static int run(StringWriter out, StringWriter err, String... args) {
        var all = new ArrayList<>(
                List.of("list", "--project", TestProject.resource("/foreign").toString()));
        all.addAll(List.of(args));
        return WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}

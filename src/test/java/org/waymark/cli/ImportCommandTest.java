package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.JsonOutput;
import org.waymark.TestProject;

/** Export and import, on a small directory of their own. */
class ImportCommandTest {
    private static final String HEADER = "id,name,kind,place,region\n";

    @TempDir
    private Path folder;

    private Path project;
    private Path table;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void copySmallDirectory() throws IOException {
        project = folder.resolve("project");
        table = folder.resolve("t.csv");
        TestProject.copySmall(project);
    }

    private Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] all = Stream.concat(
                        Stream.of(arguments), Stream.of("--project", project.toString(), "--as-of", "2025-03-01"))
                .toArray(String[]::new);
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), all);
        return new Run(code, out.toString(), err.toString());
    }

    private Run imports(String rows, String... options) throws IOException {
        Files.writeString(table, rows);
        return run(Stream.concat(Stream.of("import", table.toString(), "--kind", "organisation"), Stream.of(options))
                .toArray(String[]::new));
    }

    private Map<String, String> files() throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(project.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void exportsAndImportsWithoutAChange() throws IOException {
        Map<String, String> before = files();
        for (String name : new String[] {"t.csv", "t.xlsx"}) {
            String file = folder.resolve(name).toString();
            Run export = run("export", "--kind", "case-study", file, "--text");
            assertEquals("", export.err());
            assertEquals("Wrote 1 row to " + file + ".\n", export.out());
            Run run = run("import", "--kind", "case-study", file);
            assertEquals("Added no entries and changed 0; 1 row says nothing new.\n", run.out() + run.err());
        }
        assertEquals(before, files());
    }

    @Test
    void addsAndChangesEntriesAndKeepsTheRestAsTyped() throws IOException {
        Path existing = project.resolve("content/organisations/taurus-healthcare.yaml");
        Files.writeString(existing, "# Ask Ann.\n" + Files.readString(existing).replace("place:", "place:   "));
        Run run = imports(HEADER + "taurus-healthcare,Taurus Healthcare,GP federation,Hereford,midlands\n"
                + ",Another Federation,gp federation,Leeds,North East and Yorkshire\n");
        assertEquals("", run.err());
        assertEquals("""
                Wrote content/organisations/another-federation.yaml
                Changed content/organisations/taurus-healthcare.yaml (1 edit)
                Added 1 entry and changed 1; 0 rows say nothing new.
                Note: 1 new warning: see waymark check.
                """, run.out());
        assertEquals(
                "# Ask Ann.\nname: Taurus Healthcare\nkind: GP federation\nplace:    Hereford\nregion: Midlands\n",
                Files.readString(existing));
        assertTrue(files().get("content/organisations/another-federation.yaml")
                .contains("\nregion: North East and Yorkshire\n"));
    }

    @Test
    void showsTheDifferenceWithoutMakingIt() throws IOException {
        Map<String, String> before = files();
        Run run = imports("id,place\ntaurus-healthcare,Hereford\n", "--dry-run");
        assertTrue(run.out().contains("-place: Herefordshire\n+place: Hereford\n"), run.out());
        assertEquals("Would add no entries and change 1; 0 rows say nothing new.\n", run.err());
        assertEquals(before, files());
    }

    @Test
    void changesNothingIfOneCellIsWrong() throws IOException {
        Map<String, String> before = files();
        Run run = imports(HEADER + "taurus-healthcare,Taurus Healthcare,GP federation,Hereford,Midlands\n"
                + ",Another,GP federation,Leeds,Midlandia\n");
        assertEquals(1, run.code());
        assertTrue(run.out().contains("t.csv, row 3, column E"), run.out());
        assertTrue(run.out().contains("did you mean `Midlands`?"), run.out());
        assertEquals(
                "Nothing was changed.\n",
                run.err()
                                .lines()
                                .skip(run.err().lines().count() - 1)
                                .findFirst()
                                .orElse("") + "\n");
        assertEquals(before, files());
    }

    @Test
    void reportsWhatTheCheckOfTheDirectoryFindsAtTheCell() throws IOException {
        Map<String, String> before = files();
        Files.writeString(table, "id,organisation\nevening-hubs,no-such\n");
        Run run = run("import", table.toString(), "--kind", "case-study");
        assertTrue(run.out().contains("no organisation is called `no-such`"), run.out());
        assertTrue(run.out().contains("row 2, column B"), run.out());
        Files.writeString(table, "id,expire-on,publish-on\nevening-hubs,2020-01-01,2021-01-01\n");
        run = run("import", table.toString(), "--kind", "case-study");
        assertTrue(run.out().contains("[publication-dates]"), run.out());
        assertTrue(run.out().contains("row 2, column B"), run.out());
        assertEquals(before, files());
    }

    @Test
    void takesHeadingsFromAListThatIsKept() throws IOException {
        Path list = folder.resolve("columns.yaml");
        Files.writeString(list, "Who: name\nTown: place\nNotes:\n");
        Run run = imports("Who,Town,Notes\nTaurus Healthcare,Hereford,ring Ann\n", "--columns", list.toString());
        assertEquals("", run.err());
        assertTrue(run.out().contains("changed 1;"), run.out());
        run = imports("Who,Town,Notes\nTaurus Healthcare,Hereford,ring Ann\n");
        assertTrue(run.out().contains("[invalid-table]"), run.out());
        run = imports("Name,Palce,Notes\nTaurus Healthcare,Hereford,ring Ann\n");
        assertTrue(run.out().contains("did you mean `place`?"), run.out());
        assertTrue(run.out().contains("has no field `Notes`"), run.out());
        Files.writeString(list, "Who: nmae\n");
        run = imports("Who\nTaurus Healthcare\n", "--columns", list.toString());
        assertTrue(run.out().contains("columns.yaml:1:6"), run.out());
        assertTrue(run.out().contains("did you mean `name`?"), run.out());
    }

    @Test
    void asksAnOrganisationAboutWhatReadersSee() throws IOException {
        Path existing = project.resolve("content/organisations/taurus-healthcare.yaml");
        Files.writeString(existing, Files.readString(existing) + "owner: Ann in the office\nods-code: \"0123\"\n");
        Map<String, String> before = files();
        Run letter = run("due", "--sheet", "taurus healthcare");
        assertEquals("", letter.err());
        assertTrue(letter.out().startsWith("# Taurus Healthcare\n"), letter.out());
        assertTrue(letter.out().contains("| ODS code | 0123 | |\n"), letter.out());
        assertTrue(letter.out().contains("## Evening hubs for a county\n"), letter.out());
        assertFalse(letter.out().contains("Ann"), letter.out());
        Path sheets = folder.resolve("sheets");
        run("due", "--sheet", "organisation/taurus-healthcare", "--to", sheets.toString());
        for (String kind : new String[] {"case-study", "organisation"}) {
            Path sheet = sheets.resolve(kind + ".csv");
            assertFalse(Files.readString(sheet).contains("Ann"));
            assertEquals(
                    "Added no entries and changed 0; 1 row says nothing new.\n",
                    run("import", sheet.toString(), "--kind", kind).out());
        }
        assertEquals(before, files());
        assertFalse(Files.readString(sheets.resolve("case-study.csv")).contains("expire-on"));
        Path corrected = sheets.resolve("organisation.csv");
        Files.writeString(corrected, Files.readString(corrected).replace(",0123,", ",\"0456\","));
        assertEquals(
                "",
                run("import", corrected.toString(), "--kind", "organisation").err());
        assertEquals(
                before.get("content/organisations/taurus-healthcare.yaml").replace("\"0123\"", "\"0456\""),
                Files.readString(existing));
        assertEquals(2, run("due", "--sheet", "nobody").code());
        assertEquals(2, run("due", "--to", sheets.toString()).code());
        assertTrue(run("due", "--sheet", "ann in the office").out().contains("## Taurus Healthcare"));
    }

    @Test
    void takesRecordsOfJsonAndUsualValuesOfNewEntries() throws IOException {
        Path json = folder.resolve("t.json");
        Files.writeString(
                json, "[{\"name\": \"Another Federation\", \"kind\": \"GP federation\", \"place\": \"Leeds\"}]");
        Run run = run("import", json.toString(), "--kind", "organisation");
        assertTrue(run.out().contains("needs `region`"), run.out());
        run = run(
                "import", json.toString(), "--kind", "organisation", "--set", "region=midlands", "--set", "place=Ross");
        assertEquals("", run.err());
        String entry = files().get("content/organisations/another-federation.yaml");
        assertTrue(entry.contains("\nplace: Leeds\nregion: Midlands\n"), entry);
        run = run("import", json.toString(), "--kind", "organisation", "--dry-run", "--format", "json");
        assertEquals(0, run.code());
        JsonOutput.assertValid("import", run.out());
        run = run("import", json.toString(), "--kind", "organisation", "--set", "regin=midlands", "--format", "json");
        assertEquals(1, run.code());
        JsonOutput.assertValid("findings", run.out());
        run = run("import", json.toString(), "--kind", "organisation", "--set", "regin=midlands");
        assertTrue(run.out().contains("has no field `regin`"), run.out());
        assertEquals(
                2,
                run("import", json.toString(), "--kind", "organisation", "--set", "region")
                        .code());
    }

    @Test
    void refusesWhatIsNoPackageOfOpenReferral() throws IOException {
        Run run = run("import", folder.toString(), "--kind", "organisation");
        assertTrue(run.out().contains("the folder has no `datapackage.json`"), run.out() + run.err());
        Files.writeString(
                folder.resolve("datapackage.json"),
                "{\"resources\": [{\"name\": \"organization\", \"path\":"
                        + " \"../project/content/site.yaml\"}, {\"name\": \"organization\", \"path\": \"missing.csv\"}]}");
        run = run("import", folder.resolve("datapackage.json").toString(), "--kind", "organisation");
        assertTrue(run.out().contains("the kind does not say what these are"), run.out() + run.err());
        Path zip = folder.resolve("t.zip");
        Files.writeString(zip, "PK is not enough");
        run = run("import", zip.toString(), "--kind", "organisation");
        assertTrue(run.out().contains("the archive has no `datapackage.json`"), run.out() + run.err());
        assertEquals(1, run.code());
    }

    @Test
    void refusesFilesThatAreNoTables() throws IOException {
        assertEquals(2, run("import", "t.ods", "--kind", "organisation").code());
        assertEquals(2, run("import", "missing.csv", "--kind", "organisation").code());
        assertEquals(2, run("export", "t.pdf", "--kind", "organisation").code());
        assertEquals(
                2,
                run("export", project.resolve("content/t.csv").toString(), "--kind", "organisation")
                        .code());
        assertFalse(Files.exists(project.resolve("content/t.csv")));
    }
}

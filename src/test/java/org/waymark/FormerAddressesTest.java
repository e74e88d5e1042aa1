package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waymark.directory.DataHistory;
import org.waymark.directory.Kinds;
import org.waymark.directory.Routes;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;
import org.waymark.tool.edit.LedgerUpdate;

/** A kind may move to another folder, and a choice may get another id, without losing an address. */
class FormerAddressesTest {
    private static final Settings SETTINGS = new Settings(LocalDate.of(2025, 6, 1), Optional.empty());

    private static Project before() {
        return ProjectReader.read(TestProject.resource("/foreign"));
    }

    /** Exhibitions become shows, in folder and name, and the West Side gets another id. */
    private static Project after(String formerFolder, String formerId) {
        Project before = before();
        List<SourceFile> files = before.content().stream()
                .map(file -> {
                    String path = file.path()
                            .replace("content/exhibitions/", "content/shows/")
                            .replace("kinds/exhibition.", "kinds/show.");
                    String text = file.text()
                            .replace("folder: exhibitions", "folder: shows" + formerFolder)
                            .replace("to: exhibition}", "to: show}")
                            .replaceAll("\\bexhibition\\.(?=[a-z])", "show.")
                            .replace("id: west-side", "id: the-west" + formerId);
                    return SourceFile.of(path, text);
                })
                .toList();
        return before.withContent(files);
    }

    private static Project after() {
        return after("\nformer-folders: [exhibitions]", "\n    former-ids: [west-side]");
    }

    private static Project withLedger(Project project) {
        Edition before = Build.once().run(before(), SETTINGS, stage -> {}, file -> {});
        Kinds kinds = before.directory().kinds();
        String ledger = before.paths().stream()
                .flatMap(path -> Routes.promised(path).stream())
                .map(path -> "  /" + path + ": "
                        + Routes.ownerOf(kinds, path).map(Object::toString).orElse("site"))
                .collect(Collectors.joining("\n", "routes:\n", "\n"));
        var files = new ArrayList<>(project.content());
        files.add(SourceFile.of("content/routes.yaml", ledger));
        return project.withContent(files);
    }

    /** The boroughs become districts, in the name of the vocabulary and the word of the facet. */
    private static Project districts(String formerNames, String formerWords) {
        Project before = before();
        return before.withContent(before.content().stream()
                .map(file -> SourceFile.of(
                        file.path().replace("vocabularies/boroughs.", "vocabularies/districts."),
                        file.text()
                                .replace("name: {one: borough,", formerNames + "name: {one: borough,")
                                .replace("from: boroughs", "from: districts")
                                .replace("{word: borough,", "{word: district," + formerWords)
                                .replace("within: borough", "within: district")
                                .replace("columns: borough", "columns: district")))
                .toList());
    }

    private static Project districts() {
        return districts("former-names: [boroughs]\n", " former-words: [borough],");
    }

    private static TreeMap<String, String> site(Project project) {
        BuiltSite site = BuiltSite.of(project, SETTINGS);
        assertEquals(List.of(), site.diagnostics());
        var files = new TreeMap<String, String>();
        for (OutputFile file : site.files()) {
            if (file instanceof OutputFile.Made made) {
                files.put(made.path(), new String(made.bytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static void assertLeads(TreeMap<String, String> site, String from, String link) {
        String page = site.getOrDefault(from + "index.html", "no page " + from);
        assertTrue(page.contains("content=\"0; url=" + link + "\""), page);
    }

    private static List<String> findings(Project project) {
        return BuiltSite.of(project, SETTINGS).diagnostics().stream()
                .map(finding -> finding.span() + " " + finding.code() + ": "
                        + finding.help().orElse(""))
                .toList();
    }

    @Test
    void everyFormerAddressRedirectsInOneStep() {
        TreeMap<String, String> site = site(after());
        assertLeads(site, "exhibitions/", "../shows/");
        assertLeads(site, "exhibitions/ink/", "../../shows/ink/");
        assertLeads(site, "exhibitions/by-venue/old-mill/", "../../../shows/by-venue/old-mill/");
        assertLeads(site, "exhibitions/by-borough/west-side/", "../../../shows/by-borough/the-west/");
        assertLeads(site, "shows/by-borough/west-side/", "../../../shows/by-borough/the-west/");
        assertLeads(site, "boroughs/west-side/", "../../boroughs/the-west/");
        String sitemap = site.getOrDefault("sitemap.xml", "");
        assertTrue(sitemap.contains("/shows/ink/") && !sitemap.contains("/exhibitions/"), sitemap);
    }

    /** The ledger still has the former names of the entries. */
    @Test
    void noPublishedAddressIsLost() {
        TreeMap<String, String> site = site(withLedger(after()));
        for (String file :
                Build.once().run(before(), SETTINGS, stage -> {}, output -> {}).paths()) {
            if (Routes.promised(file).isPresent()) {
                assertTrue(site.containsKey(file), file);
            }
        }
        assertLeads(site, "exhibitions/ink/", "../../shows/ink/");
        assertLeads(site, "boroughs/west-side/", "../../boroughs/the-west/");
    }

    @Test
    void theLedgerGetsNoFormerAddresses() {
        Project after = after();
        Edition edition = Build.once().run(after, SETTINGS, stage -> {}, file -> {});
        List<String> added = LedgerUpdate.of(edition.directory().kinds(), after, edition.paths(), DataHistory.NONE)
                .added();
        assertTrue(added.contains("/shows/ink/"), added.toString());
        assertTrue(added.stream().noneMatch(path -> path.contains("exhibitions") || path.contains("west-side")));
    }

    @Test
    void saysWhatKeepsAnAddress() {
        Project after = after("", "");
        // The kind keeps its name, so the entries of the ledger are known.
        List<SourceFile> files = after.content().stream()
                .map(file -> SourceFile.of(
                        file.path().replace("kinds/show.", "kinds/exhibition."),
                        file.text().replace("to: show}", "to: exhibition}").replaceAll("\\bshow\\.", "exhibition.")))
                .toList();
        List<String> found = findings(withLedger(after.withContent(files)));
        assertEquals(2, found.size(), found.toString());
        assertTrue(
                found.get(0)
                        .endsWith(
                                "vanished-route: if the id is `the-west` now, add `former-ids: [west-side]` to that choice"),
                found.toString());
        assertTrue(
                found.get(1)
                        .endsWith(
                                "vanished-route: add `former-folders: [exhibitions]` to the file of the kind `exhibition`"),
                found.toString());
    }

    @Test
    void reportsAMissingKindOfTheLedgerOnce() {
        List<String> found = findings(withLedger(after("", "\n    former-ids: [west-side]")));
        assertEquals(1, found.size(), found.toString());
        assertTrue(
                found.get(0)
                        .endsWith(
                                "if one of these was called `exhibition` before, add `former-folders: [exhibitions]` to its file"),
                found.toString());
    }

    @Test
    void aFormerFolderBelongsToNothingElse() {
        for (String folder : List.of("venues", "boroughs", "search", "shows", "tips", "where-and-how")) {
            List<String> found = findings(after("\nformer-folders: [" + folder + "]", ""));
            assertEquals(1, found.size(), found.toString());
            assertTrue(found.get(0).contains("kinds/show.yaml:3:18"), found.toString());
        }
    }

    @Test
    void aFormerIdLeadsToOneChoice() {
        List<String> found = findings(after("", "\n    former-ids: [east-side]"));
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).contains("former-id-in-use"), found.toString());
    }

    @Test
    void formerNamesOfVocabulariesAndWordsOfFacetsRedirect() {
        TreeMap<String, String> site = site(withLedger(districts()));
        assertLeads(site, "boroughs/", "../districts/");
        assertLeads(site, "boroughs/west-side/", "../../districts/west-side/");
        assertLeads(site, "exhibitions/by-borough/west-side/", "../../../exhibitions/by-district/west-side/");
        for (String file :
                Build.once().run(before(), SETTINGS, stage -> {}, output -> {}).paths()) {
            if (Routes.promised(file).isPresent()) {
                assertTrue(site.containsKey(file), file);
            }
        }
    }

    @Test
    void allOfAnAddressCanBeFormer() {
        Project districts = districts();
        TreeMap<String, String> site = site(districts.withContent(districts.content().stream()
                .map(file -> SourceFile.of(
                        file.path().replace("content/exhibitions/", "content/shows/"),
                        file.text()
                                .replace("folder: exhibitions", "folder: shows\nformer-folders: [exhibitions]")
                                .replace("id: west-side", "id: the-west\n    former-ids: [west-side]")))
                .toList()));
        assertLeads(site, "boroughs/west-side/", "../../districts/the-west/");
        for (String folder : List.of("exhibitions", "shows")) {
            for (String word : List.of("borough", "district")) {
                assertLeads(site, folder + "/by-" + word + "/west-side/", "../../../shows/by-district/the-west/");
            }
        }
    }

    @Test
    void theScriptOfAListKnowsFormerWordsAndIds() {
        Project districts = districts();
        TreeMap<String, String> site = site(districts.withContent(districts.content().stream()
                .map(file -> SourceFile.of(
                        file.path(),
                        file.text().replace("id: west-side", "id: the-west\n    former-ids: [west-side, west]")))
                .toList()));
        String data = site.entrySet().stream()
                .filter(file -> file.getKey().endsWith("/facets.js"))
                .map(file -> file.getValue())
                .collect(Collectors.joining());
        assertTrue(data.contains("[[\"borough\"],[[\"west-side\",\"the-west\"],[\"west\",\"the-west\"]]]"), data);
        assertTrue(data.contains("[\"venue-the-mill\",\"venue-old-mill\"]"), data);
        assertTrue(data.contains("[[],[[\"the-mill\",\"old-mill\"]]]"), data);
    }

    @Test
    void saysWhichVocabularyAndFacetNeedAFormerName() {
        List<String> found = findings(withLedger(districts("", "")));
        assertEquals(2, found.size(), found.toString());
        assertTrue(
                found.get(0)
                        .endsWith(
                                "vanished-route: if it is called `districts` now, add `former-names: [boroughs]` to its file"),
                found.toString());
        assertTrue(
                found.get(1)
                        .endsWith(
                                "vanished-route: if its word is `district` now, add `former-words: [borough]` to that facet"),
                found.toString());
    }

    @Test
    void aFormerNameOrWordBelongsToNothingElse() {
        for (String name : List.of("venues", "districts", "search", "exhibitions")) {
            List<String> found = findings(districts("former-names: [" + name + "]\n", ""));
            assertEquals(1, found.size(), found.toString());
            assertTrue(found.get(0).contains("vocabularies/districts.yaml:1:16"), found.toString());
        }
        for (String word : List.of("district", "venue")) {
            List<String> found = findings(districts("", " former-words: [" + word + "],"));
            assertEquals(1, found.size(), found.toString());
            assertTrue(found.get(0).contains("remove it from `former-words`"), found.toString());
        }
    }
}

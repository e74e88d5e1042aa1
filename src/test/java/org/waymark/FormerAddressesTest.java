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
import org.waymark.directory.Kinds;
import org.waymark.directory.Routes;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;
import org.waymark.tool.edit.LedgerUpdate;

/** A kind may move to another folder, and a choice may get another id, without the loss of an address. */
class FormerAddressesTest {
    private static final Settings SETTINGS = new Settings(LocalDate.of(2025, 6, 1), Optional.empty());

    private static Project before() {
        return ProjectReader.read(TestProject.resource("/foreign"));
    }

    /** Exhibitions are shows, by folder and by name, and the West Side has another id. */
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

    /** The ledger still calls the entries what they were called then. */
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
        List<String> added = LedgerUpdate.of(edition.directory().kinds(), after, edition.paths())
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
                        file.text().replace("to: show}", "to: exhibition}")))
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
    void saysOnceThatAKindOfTheLedgerIsNoMore() {
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
}

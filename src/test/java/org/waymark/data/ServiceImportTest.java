package org.waymark.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.BuiltSite;
import org.waymark.Settings;
import org.waymark.ShippedShapesTest;
import org.waymark.TestProject;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Directory;
import org.waymark.plan.ServiceData;
import org.waymark.render.OutputFile;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.tool.data.ImportPlan;
import org.waymark.tool.data.ServicePackage;
import org.waymark.tool.data.TableFile;
import org.waymark.tool.data.TableImport;
import org.waymark.tool.edit.ChangedProject;
import org.waymark.tool.edit.EditableProject;
import org.waymark.tool.edit.LedgerUpdate;
import org.waymark.tool.edit.Merge;
import org.waymark.tool.edit.Rename;

/** Open Referral data are imported by what the kinds say: those that Waymark publishes, and those of others. */
class ServiceImportTest {
    private static final String IDENTITY = "identity: 0b1a3c9e-7f55-4b36-a1a8-2f6d0e4c9b21\n";

    /** What entries need, and Open Referral has no word for. */
    private static final Map<String, Map<String, String>> USUAL = Map.of(
            "place", Map.of("area", "North"),
            "organisation", Map.of("type", "Charity"),
            "category", Map.of(),
            "service", Map.of("draft", "no"));

    private static final Project PROJECT = project();
    private static final Map<String, byte[]> PUBLISHED = published();

    private static Project project() {
        Project project = ShippedShapesTest.project("local-services");
        return project.withContent(project.content().stream()
                .map(file -> file.path().equals("content/site.yaml")
                        ? SourceFile.of(
                                file.path(),
                                file.text().replaceAll("(?m)^identity:.*\n", "") + "data: [tables, hsds, oruk-api]\n"
                                        + IDENTITY)
                        : file)
                .toList());
    }

    private static Map<String, byte[]> published() {
        var files = new TreeMap<String, byte[]>();
        BuiltSite built = BuiltSite.of(PROJECT, TestProject.SETTINGS);
        assertEquals(0, built.errors(), built.diagnostics()::toString);
        built.files().stream()
                .filter(OutputFile.Made.class::isInstance)
                .map(OutputFile.Made.class::cast)
                .forEach(file -> files.put(file.path(), file.bytes()));
        return files;
    }

    private record Import(Project project, Kind kind, Outcome<ImportPlan> outcome) {
        ImportPlan plan() {
            return outcome.value()
                    .orElseThrow(() -> new AssertionError(outcome.diagnostics().stream()
                            .map(found -> found.span() + " " + found.message())
                            .collect(Collectors.joining("\n"))));
        }

        Project changed() {
            return ChangedProject.of(project, plan().changes());
        }
    }

    private static Import imports(Project project, String kindName, String path, byte[] bytes) {
        return imports(project, kindName, path, bytes, Map.of());
    }

    private static Import imports(
            Project project, String kindName, String path, byte[] bytes, Map<String, String> usual) {
        Directory directory = Build.once().check(project, TestProject.SETTINGS).directory();
        Kind kind = directory.kinds().named(kindName).orElseThrow();
        var imports =
                new TableImport(new EditableProject(directory, project), kind, TestProject.SETTINGS.asOf(), usual);
        if (!path.endsWith(".zip")) {
            return new Import(
                    project,
                    kind,
                    imports.plan(
                            new TableFile(path, bytes, Optional.empty()),
                            Optional.empty(),
                            () -> ServiceData.of(directory)));
        }
        Outcome<ServicePackage> services = ServicePackage.unzipped(path, bytes);
        return new Import(
                project,
                kind,
                services.value().isPresent()
                        ? imports.plan(path, services.value().get(), () -> ServiceData.of(directory))
                        : Outcome.failed(services.diagnostics()));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] published(String path) {
        byte[] bytes = PUBLISHED.get(path);
        assertTrue(bytes != null, () -> path + " in " + PUBLISHED.keySet());
        return bytes;
    }

    private static byte[] publishedPackage() throws IOException {
        return zip(PUBLISHED.entrySet().stream()
                .filter(file -> file.getKey().startsWith("data/hsds/")
                        && file.getKey().matches(".*(\\.csv|datapackage\\.json)"))
                .collect(Collectors.toMap(file -> file.getKey().substring("data/".length()), Map.Entry::getValue)));
    }

    private static String entry(Project project, String path) {
        return project.content().stream()
                .filter(file -> file.path().equals(path))
                .map(SourceFile::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " in "
                        + project.content().stream().map(SourceFile::path).toList()));
    }

    @Test
    void whatWaymarkPublishesChangesNothing() throws IOException {
        for (String kind : List.of("service", "organisation", "place", "category")) {
            String file = "data/hsds/"
                    + Map.of("organisation", "organizations", "category", "taxonomy_terms")
                            .getOrDefault(kind, "services")
                    + ".json";
            for (Import each : List.of(
                    imports(PROJECT, kind, "services.json", published(file)),
                    imports(PROJECT, kind, "hsds.zip", publishedPackage()))) {
                assertEquals(List.of(), each.plan().changes(), kind);
                assertEquals(0, each.plan().added(), kind);
                assertTrue(each.plan().unchanged() > 0, kind);
                assertEquals(List.of(), each.plan().remarks(), kind);
            }
        }
        Import page = imports(PROJECT, "service", "page.json", published("api/services/index.json"));
        assertEquals(List.of(), page.plan().changes());
    }

    /** In a directory without them, entries are made that publish the same. */
    @Test
    void whatWaymarkPublishesMakesTheSameEntriesAnew() throws IOException {
        Project project = PROJECT.withContent(PROJECT.content().stream()
                .filter(file -> !file.path().matches("content/(services|organisations|places)/.*"))
                .toList());
        byte[] all = publishedPackage();
        for (String kind : List.of("place", "organisation", "service")) {
            project = imports(project, kind, "hsds.zip", all, USUAL.get(kind)).changed();
        }
        assertEquals(
                List.of(),
                Build.once().check(project, TestProject.SETTINGS).diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .toList());
        for (String kind : List.of("place", "organisation", "service")) {
            assertEquals(
                    List.of(), imports(project, kind, "hsds.zip", all).plan().changes(), kind);
        }
        assertTrue(
                entry(project, "content/services/repair-cafe.md")
                        .contains("\nhours:\n  second and last Saturday: 10:00 to 13:00\n"),
                entry(project, "content/services/repair-cafe.md"));
    }

    @Test
    void changesOnlyWhatIsDifferent() {
        String changed = new String(published("data/hsds/services.json"), StandardCharsets.UTF_8)
                .replace("0113 496 0004", "0113 496 0009")
                .replace("\"A warm meal in company.", "\"A warm meal with others.")
                .replace("\"closes_at\":\"14:00:00\"", "\"closes_at\":\"15:30\"");
        Project after = imports(PROJECT, "service", "t.json", changed.getBytes(StandardCharsets.UTF_8))
                .changed();
        String lunch = entry(after, "content/services/tuesday-lunch.md");
        String before = entry(PROJECT, "content/services/tuesday-lunch.md");
        assertEquals(
                before.replace("A warm meal in company.", "A warm meal with others.")
                        .replace("12:00 to 14:00", "12:00 to 15:30"),
                lunch);
        assertEquals(
                entry(PROJECT, "content/services/debt-advice.md").replace("0113 496 0004", "0113 496 0009"),
                entry(after, "content/services/debt-advice.md"));
    }

    private static Project with(Project project, String path, UnaryOperator<String> change) {
        return project.withContent(project.content().stream()
                .map(file -> file.path().equals(path) ? SourceFile.of(path, change.apply(file.text())) : file)
                .toList());
    }

    private static byte[] services(UnaryOperator<String> change) {
        return change.apply(new String(published("data/hsds/services.json"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Others have old names, and some names are given twice: the identifier says which entry is meant. */
    @Test
    void recognisesObjectsByTheirIdentifiersBeforeTheirNames() {
        String repair = "content/services/repair-cafe.md";
        Project renamed = with(PROJECT, repair, text -> text.replace("name: Repair café", "name: Debt advice"));
        byte[] other = services(text -> text.replace("Volunteers help you to mend", "Friends help you to mend"));
        Import twins = imports(renamed, "service", "s.json", other);
        assertEquals(0, twins.plan().added());
        assertEquals(1, twins.plan().updated());
        assertTrue(entry(twins.changed(), repair).contains("\nname: Repair café\nsummary: Friends help"));

        Project draft = with(PROJECT, repair, text -> text.replaceFirst("\n---\n", "\ndraft: yes\n---\n"));
        Import unpublished =
                imports(draft, "service", "s.json", services(text -> text.replace("Repair café", "Mending")));
        assertEquals(0, unpublished.plan().added());
        assertTrue(entry(unpublished.changed(), repair).contains("\nname: Mending\n"));
    }

    /** Whoever has old data knows the entry that went, too. */
    @Test
    void recognisesAnEntryByTheIdentifierOfOneThatWasMergedIntoIt() {
        Project merged = merged();
        assertEquals(
                ids(PROJECT, "tool-library"), ids(merged, "tool-library"), "the entry that stays keeps its identifier");
        String old = new String(published("data/hsds/services.json"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"name\":\"Repair café\""))
                .findFirst()
                .orElseThrow()
                .replaceFirst(",$", "");
        Import each = imports(merged, "service", "s.json", old.getBytes(StandardCharsets.UTF_8));
        assertEquals(0, each.plan().added());
        assertTrue(entry(each.changed(), "content/services/tool-library.md").contains("\nname: Repair café\n"));

        BuiltSite site = BuiltSite.of(merged, TestProject.SETTINGS);
        assertEquals(0, site.errors(), site.diagnostics()::toString);
        Project back = rename(rename(PROJECT, "repair-cafe", "mending"), "mending", "repair-cafe");
        assertEquals(ids(PROJECT, "repair-cafe"), ids(back, "repair-cafe"), "so does one that gets its first id back");
        assertEquals(0, BuiltSite.of(back, TestProject.SETTINGS).errors());
    }

    /** Whoever takes the changes finds the entry that stays at the name of the one that went. */
    @Test
    void theChangesNameTheEntryThatStaysAfterAMerge() {
        BuiltSite first = BuiltSite.of(PROJECT, TestProject.SETTINGS);
        Directory directory = first.directory();
        Project recorded = ChangedProject.of(
                merged(),
                LedgerUpdate.of(
                                directory.kinds(),
                                PROJECT,
                                first.edition().paths(),
                                directory
                                        .history()
                                        .with(
                                                ChangeFeed.digests(text(first, DataFiles.CHANGES_PATH)),
                                                directory.asOf()))
                        .change()
                        .stream()
                        .toList());
        LocalDate next = TestProject.SETTINGS.asOf().plusDays(1);
        List<String> changes = text(
                        BuiltSite.of(recorded, new Settings(next, Optional.empty())), DataFiles.CHANGES_PATH)
                .lines()
                .filter(line -> line.contains("\"repair-cafe\"") || line.contains("\"tool-library\","))
                .toList();
        String came = "\",\"came\":\"" + directory.asOf() + "\",\"";
        assertEquals(
                "{\"_kind\":\"service\",\"_id\":\"repair-cafe" + came + "went\":\"" + next
                        + "\",\"now\":{\"_kind\":\"service\",\"_id\":\"tool-library\"}}",
                changes.get(0));
        assertTrue(
                changes.get(1)
                        .startsWith("{\"_kind\":\"service\",\"_id\":\"tool-library" + came + "changed\":\"" + next),
                changes.get(1));
    }

    private static String text(BuiltSite site, String path) {
        return site.files().stream()
                .filter(file -> file.path().equals(path))
                .map(OutputFile.Made.class::cast)
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new AssertionError(site.diagnostics()));
    }

    private static Project merged() {
        Directory directory = Build.once().check(PROJECT, TestProject.SETTINGS).directory();
        Kind kind = directory.kinds().named("service").orElseThrow();
        return ChangedProject.of(
                PROJECT, Merge.of(directory, PROJECT, kind, new Id("repair-cafe"), new Id("tool-library")));
    }

    private static Project rename(Project project, String from, String to) {
        Directory directory = Build.once().check(project, TestProject.SETTINGS).directory();
        Kind kind = directory.kinds().named("service").orElseThrow();
        return ChangedProject.of(project, Rename.of(directory, project, kind, new Id(from), to));
    }

    private static List<String> ids(Project project, String id) {
        Directory directory = Build.once().check(project, TestProject.SETTINGS).directory();
        String label = directory.kinds().named("service").stream()
                .flatMap(directory::entries)
                .filter(entry -> entry.id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .label();
        return ServiceData.of(directory).orElseThrow().rows("service").stream()
                .filter(row -> label.equals(row.get("name")))
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    @Test
    void losesNothingSilently() {
        byte[] places = services(text -> text.replaceFirst(
                        "(\"addresses\":\\[)(\\{[^}]*\\})",
                        "$1{\"id\":\"b9a1e1ce-5d3a-4b0a-9f0e-6f1b8a0c9d01\",\"address_1\":\"PO Box 7\",\"city\":\"Leeds\","
                                + "\"state_province\":\"Leeds\",\"postal_code\":\"LS1 1AA\",\"country\":\"GB\","
                                + "\"address_type\":\"postal\"},$2")
                .replaceFirst("(\"phones\":\\[\\{)", "$1\"extension\":12,"));
        Import place = imports(PROJECT, "place", "s.json", places);
        assertEquals(List.of(), place.plan().changes(), "the address to which people can go stays");
        String remarks = String.join("\n", place.plan().remarks());
        assertTrue(
                remarks.contains(
                                "only the first of several `addresses` is imported, since `address` is one address (1): `")
                        && remarks.contains("` has `PO Box 7, Leeds, LS1 1AA`"),
                remarks);
        String both =
                remarks + imports(PROJECT, "service", "s.json", places).plan().remarks();
        assertTrue(both.contains("`phones.extension` (1)"), both);
    }

    private static Path reference(String name) {
        String folder = System.getProperty("waymark.schemas", "");
        if (folder.isEmpty()) {
            System.err.println("NOT TESTED: the examples of Open Referral; set waymark.schemas to a folder with hsds");
        }
        assumeTrue(!folder.isEmpty());
        return Path.of(folder, "hsds", name);
    }

    @Test
    void importsTheExamplesOfOpenReferral() throws IOException {
        byte[] whole = possible(Files.readString(reference("examples/service_full.json")));
        var files = new TreeMap<String, byte[]>();
        try (var all = Files.list(reference("tabular/examples"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), possible(Files.readString(file)));
            }
        }
        files.put("datapackage.json", Files.readAllBytes(reference("tabular/datapackage.json")));
        for (boolean isJson : new boolean[] {true, false}) {
            Project project = PROJECT;
            String name = isJson ? "service_full.json" : "t.zip";
            byte[] bytes = isJson ? whole : zip(files);
            for (String kind :
                    isJson ? List.of("organisation", "place", "category") : List.of("organisation", "place")) {
                Import each = imports(project, kind, name, bytes, USUAL.get(kind));
                project = each.changed();
                assertEquals(1, each.plan().added(), kind);
            }
            Import services =
                    imports(project, "service", name, bytes, Map.of("categories", "advice", "areas", "North"));
            Project after = services.changed();
            String service = entry(after, "content/services/community-counselling.md");
            for (String line : List.of(
                    "organisation: example-organization-inc",
                    "  - mycity-civic-center",
                    "phone: +44 1234 234567",
                    "who-can-use:\n  ages: 12 to 100",
                    "also-known-as:\n  - MyCity Counselling Services",
                    "draft: yes",
                    "\n---\n\nCounselling Services provided by trained professionals. Suitable")) {
                assertTrue(service.contains(line), line + " in " + service);
            }
            assertTrue(
                    services.plan().remarks().get(0).contains("`assurer_email` (1)"),
                    services.plan().remarks()::toString);
            assertTrue(
                    services.plan()
                            .remarks()
                            .contains("`schedules` with rules that `hours` cannot express are not imported (1):"
                                    + " `Community Counselling`"),
                    services.plan().remarks()::toString);
            assertEquals(
                    List.of(),
                    imports(after, "service", name, bytes, Map.of()).plan().changes());
        }
    }

    /** The examples have latitudes, postcodes and prices that cannot be. */
    private static byte[] possible(String text) {
        return text.replace("\"latitude\": 100", "\"latitude\": 52.5123")
                .replace("\"longitude\": 101", "\"longitude\": -2.5123")
                .replace(",100,101,10092008082", ",52.5123,-2.5123,10092008082")
                .replace("ABC 1234", "ZZ1 1AA")
                .replaceAll("The service is available to all residents[^\"]*?residency\\.", "MyCity")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What stands in one cell and is no value would otherwise remove the one that there was. */
    @Test
    void keepsHoursAndAddressesFromCellsThatAreNeither() {
        for (String hours : List.of("Mon-Fri 9-5", "24/7", "0.375", "ask us")) {
            assertEquals(
                    "`hours` cannot be read",
                    imports(
                                    PROJECT,
                                    "service",
                                    "t.csv",
                                    ("name,hours\nRepair café," + hours + "\n").getBytes(StandardCharsets.UTF_8))
                            .outcome()
                            .diagnostics()
                            .get(0)
                            .message());
        }
        Project without = imports(
                        PROJECT,
                        "place",
                        "t.json",
                        "[{\"name\":\"Mill Lane Hall\",\"address\":null}]".getBytes(StandardCharsets.UTF_8))
                .changed();
        assertFalse(entry(without, "content/places/mill-lane-hall.yaml").contains("\naddress:"));
        assertEquals(
                "`address` is more than one column",
                imports(
                                PROJECT,
                                "place",
                                "t.csv",
                                "name,address\nMill Lane Hall,1 Road\n".getBytes(StandardCharsets.UTF_8))
                        .outcome()
                        .diagnostics()
                        .get(0)
                        .message());
    }

    @Test
    void refusesWhatIsNoPackage() throws IOException {
        assertEquals("the archive has no `datapackage.json`", refusal(zip(Map.of("a.csv", new byte[3]))));
        byte[] inner = zip(Map.of("datapackage.json", new byte[1 << 20]));
        assertEquals(
                "the archive has no `datapackage.json`",
                refusal(zip(Map.of("inner.zip", inner))),
                "an archive within an archive stays closed");
    }

    @Test
    void refusesPackagesThatWouldFillTheMemory() throws IOException {
        String most = "the package has more than 1000 files, or 64 MB once it is unpacked";
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put("../../etc/" + i, new byte[0]);
        }
        assertEquals(most, refusal(zip(many)));
        assertEquals(most, refusal(zip(Map.of("datapackage.json", new byte[65 << 20]))));
        byte[] twice = zip(new TreeMap<>(Map.of("aa.csv", new byte[1], "ab.csv", new byte[2])));
        String same = new String(twice, StandardCharsets.ISO_8859_1).replace("ab.csv", "aa.csv");
        assertEquals("the package has two files called `aa.csv`", refusal(same.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String refusal(byte[] zip) {
        return imports(PROJECT, "service", "t.zip", zip)
                .outcome()
                .diagnostics()
                .get(0)
                .message();
    }

    /** A description cannot lead out of its package. */
    @Test
    void readsOnlyFilesOfThePackage() {
        var asked = new ArrayList<String>();
        String description = """
                {"resources": [
                  {"name": "service", "path": "../../secret.csv"},
                  {"name": "service", "path": "/etc/passwd"},
                  {"name": "service", "path": "https://example.org/services.csv"},
                  {"name": "service", "path": "services.csv"}]}
                """;
        ServicePackage.of("folder/", path -> {
            asked.add(path);
            return path.endsWith(".json")
                    ? Optional.of(description.getBytes(StandardCharsets.UTF_8))
                    : Optional.empty();
        });
        assertEquals(List.of("datapackage.json", "services.csv"), asked);
    }
}

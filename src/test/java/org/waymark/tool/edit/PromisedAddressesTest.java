package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Build;
import org.waymark.BuiltSite;
import org.waymark.Settings;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.data.ChangeFeed;
import org.waymark.data.DataFiles;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.DataHistory;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Routes;
import org.waymark.render.OutputFile;
import org.waymark.schema.EntryName;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever editors do to the entries over several editions, no published address is lost: in the last edition each is
 * a page, or redirects to one in a single step. And whoever took the data of any edition reaches those of the last by the feed of
 * changes.
 */
class PromisedAddressesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final Pattern TARGET = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final int EDITIONS = 6;

    private static final JsonMapper JSON = new JsonMapper();

    private final TreeSet<String> published = new TreeSet<>();
    private final List<Harvest> harvested = new ArrayList<>();

    @Test
    @Thorough("publishes several editions")
    void losesNoAddressOverAFewEditions() {
        assertLosesNoAddress(1, 2);
    }

    @Thorough("long random chains")
    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void losesNoAddressAfterRandomEdits(long seed) {
        assertLosesNoAddress(seed, EDITIONS);
    }

    private void assertLosesNoAddress(long seed, int editions) {
        var random = new Random(seed);
        Build build = Build.kept();
        Project project = directory(random);
        Map<String, String> texts = Map.of();
        for (int edition = 0; edition < editions; edition++) {
            Settings day = new Settings(FIRST.plusDays(edition), Optional.empty());
            BuiltSite site = BuiltSite.of(build, project, day);
            assertEquals(0, site.errors(), site.diagnostics()::toString);
            texts = texts(site);
            harvested.add(Harvest.of(texts));
            site.edition().paths().forEach(path -> Routes.promised(path).ifPresent(to -> published.add(to.file())));
            LedgerUpdate update =
                    LedgerUpdate.of(TestKinds.ALL, project, site.edition().paths(), history(site, texts));
            project = Reshaped.apply(project, update.change().stream().toList());
            assertEquals(
                    List.of(),
                    LedgerUpdate.of(
                                    TestKinds.ALL,
                                    project,
                                    site.edition().paths(),
                                    site.edition().directory().history())
                            .added());
            for (int change = 0; change < 4; change++) {
                project = changed(project, random, FIRST.plusDays(edition + 1L));
            }
        }
        for (String file : published) {
            assertAnswers(texts, file);
        }
        for (Harvest old : harvested) {
            assertEquals(Harvest.of(texts).entries(), old.broughtUpToDate(texts));
        }
    }

    private static DataHistory history(BuiltSite site, Map<String, String> texts) {
        Directory directory = site.edition().directory();
        return directory.history().with(ChangeFeed.digests(feed(texts)), directory.asOf());
    }

    private static String feed(Map<String, String> site) {
        return Optional.ofNullable(site.get(DataFiles.CHANGES_PATH)).orElseThrow();
    }

    /**
     * What somebody has who took the data once.
     *
     * @param last the last day in the feed, if it had days
     * @param entries the lines of all entries, by name
     */
    private record Harvest(String last, Map<String, String> entries) {
        static Harvest of(Map<String, String> site) {
            var entries = new TreeMap<String, String>();
            site.get("data/directory.jsonl").lines().forEach(line -> entries.put(name(JSON.readTree(line)), line));
            return new Harvest(
                    feed(site)
                            .lines()
                            .map(line -> day(JSON.readTree(line)))
                            .max(String::compareTo)
                            .orElseThrow(),
                    entries);
        }

        private static String name(JsonNode line) {
            return line.path("_kind").asString() + "/" + line.path("_id").asString();
        }

        private static String day(JsonNode line) {
            return line.path("changed").asString("") + line.path("went").asString("");
        }

        /** As the guide says: takes what the feed names since that day, and drops what went. */
        Map<String, String> broughtUpToDate(Map<String, String> site) {
            Map<String, String> today = of(site).entries();
            var mine = new TreeMap<>(entries);
            feed(site)
                    .lines()
                    .map(JSON::readTree)
                    .filter(line -> day(line).compareTo(last) >= 0)
                    .forEach(line -> {
                        if (line.has("went")) {
                            mine.remove(name(line));
                        } else {
                            mine.put(name(line), today.get(name(line)));
                        }
                    });
            return mine;
        }
    }

    private static void assertAnswers(Map<String, String> site, String file) {
        assertTrue(site.containsKey(file), () -> "nothing answers at " + file);
        Matcher redirect = TARGET.matcher(site.get(file));
        if (redirect.find()) {
            Path target = Path.of(file, redirect.group(1));
            assertTrue(site.containsKey(target.file()), () -> file + " leads to " + target.file());
            assertTrue(!TARGET.matcher(site.get(target.file())).find(), () -> file + " leads on twice");
        }
    }

    /** The resolved target of a relative link. */
    private record Path(String file) {
        static Path of(String from, String link) {
            String resolved =
                    java.net.URI.create("/" + from).resolve(link).getPath().substring(1);
            return new Path(resolved.isEmpty() || resolved.endsWith("/") ? resolved + "index.html" : resolved);
        }
    }

    private static Map<String, String> texts(BuiltSite site) {
        var texts = new HashMap<String, String>();
        for (OutputFile file : site.files()) {
            if (file instanceof OutputFile.Made made) {
                texts.put(made.path(), new String(made.bytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Enough case studies for lists of several pages, some of which are removed later. */
    private static Project directory(Random random) {
        var files = new ArrayList<SourceFile>();
        for (int i = 0; i < 3; i++) {
            files.add(SourceFile.of(
                    "content/services/service-" + i + ".md",
                    "---\nname: Service " + i + "\nsummary: About it.\ncategory: category-" + i + "\n---\n\nText.\n"));
            files.add(SourceFile.of(
                    "content/categories/category-" + i + ".md",
                    "---\nname: Category " + i + "\nsummary: About it.\n---\n\nText.\n"));
            files.add(SourceFile.of(
                    "content/pages/page-" + i + ".md",
                    "---\ntitle: Page " + i + "\nsummary: About it.\n---\n\nText.\n"));
        }
        for (int i = 0; i < 26; i++) {
            files.add(SourceFile.of("content/case-studies/study-" + i + ".md", """
                    ---
                    title: Study %d
                    summary: About it.
                    organisation: taurus-healthcare
                    services: [service-%d]
                    place: Herefordshire
                    region: Midlands
                    confidence: high
                    sources:
                      - {title: About us, publisher: Taurus, url: 'https://www.example.org/', seen: 2025}
                    published: 2025-02-01
                    ---

                    Text.
                    """.formatted(i, random.nextInt(3))));
        }
        return TestProject.with(TestProject.small(), files, List.of());
    }

    /** The project after a change that an editor could make, or unchanged if it was refused. */
    private static Project changed(Project project, Random random, LocalDate day) {
        Directory directory = Reshaped.directory(project);
        List<Entry> entries = directory.entries().stream()
                .filter(entry -> TestKinds.ALL.isForReaders(entry.kind())
                        && entry.kind().place().isFolder())
                .toList();
        Entry entry = entries.get(random.nextInt(entries.size()));
        List<Entry> others = entries.stream()
                .filter(other -> other.kind().equals(entry.kind()) && !other.equals(entry))
                .toList();
        Entry other = others.isEmpty() ? entry : others.get(random.nextInt(others.size()));
        Project after;
        try {
            after = switch (random.nextInt(10)) {
                case 0, 1 ->
                    Reshaped.with(
                            project,
                            (d, p) -> Rename.of(d, p, entry.kind(), entry.id(), "renamed-" + random.nextInt(1000)));
                case 2 -> Reshaped.with(project, (d, p) -> Merge.of(d, p, entry.kind(), entry.id(), other.id()));
                case 3 -> retired(project, entry, Optional.empty(), Optional.of("It ended."), day);
                case 4 -> retired(project, entry, Optional.of(other), Optional.empty(), day);
                case 5 -> retired(project, entry, Optional.of(entries.get(0)), Optional.of("It ended."), day);
                case 6 -> withField(project, entry, "expire-on: " + day);
                case 7 -> changedText(project, entry, text -> text.replace("summary: ", "summary: Now " + day + ". "));
                case 8 ->
                    changedText(
                            project,
                            hidden(directory, entry),
                            text -> text.replaceAll("(?m)^(draft|expire-on): .*\n", ""));
                default -> withField(project, entry, "draft: yes");
            };
        } catch (Refusal e) {
            return project;
        }
        // Links to unpublished entries would stop an editor. But no command loses an address.
        List<Diagnostic> found = Stream.of(day, day.plusDays(1), day.plusDays(EDITIONS))
                .flatMap(each -> BuiltSite.of(after, new Settings(each, Optional.empty())).diagnostics().stream())
                .toList();
        assertTrue(found.stream().noneMatch(each -> each.code().equals(Codes.VANISHED_ROUTE)), found::toString);
        boolean isSound = found.stream().noneMatch(Diagnostic::isError);
        return isSound ? after : project;
    }

    private static Project retired(
            Project project, Entry entry, Optional<Entry> successor, Optional<String> reason, LocalDate day) {
        Optional<EntryName> to = successor.map(heir -> new EntryName(heir.kind(), heir.id()));
        return Reshaped.with(project, (d, p) -> Retire.of(d, p, entry.kind(), entry.id(), to, reason, day, true));
    }

    /** An entry that is not published, if there is one. */
    private static Entry hidden(Directory directory, Entry otherwise) {
        return directory.entries().stream()
                .filter(entry -> TestKinds.ALL.isForReaders(entry.kind()) && !directory.isPublished(entry))
                .findFirst()
                .orElse(otherwise);
    }

    private static Project changedText(Project project, Entry entry, UnaryOperator<String> change) {
        String text = change.apply(Reshaped.text(project, entry.path()));
        return TestProject.with(project, List.of(SourceFile.of(entry.path(), text)), List.of());
    }

    private static Project withField(Project project, Entry entry, String field) {
        if (!entry.kind().equals(TestKinds.CASE_STUDY) && !entry.kind().name().equals("page")) {
            return project;
        }
        String text = Reshaped.text(project, entry.path());
        String name = field.substring(0, field.indexOf(':'));
        return text.contains("\n" + name + ": ")
                ? project
                : TestProject.with(
                        project,
                        List.of(SourceFile.of(entry.path(), text.replaceFirst("\n---\n", "\n" + field + "\n---\n"))),
                        List.of());
    }
}

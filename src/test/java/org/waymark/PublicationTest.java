package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * Random directories whose entries are published on different days and link to each other: on each day, either the
 * site is complete and reveals nothing unpublished, or there is an error for each link that would be broken.
 */
class PublicationTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final int DAYS = 6;
    private static final int NEVER = 100;
    private static final String STUDY_FIELDS = """
            organisation: taurus-healthcare
            place: Herefordshire
            region: Midlands
            confidence: high
            sources:
              - {title: About us, publisher: Taurus, url: 'https://www.example.org/', seen: 2025}
            published: 2025-02-01
            allow: [published-day]
            """;

    /** An entry that readers can recognise by a unique word, if it is published. */
    private record Made(String folder, String id, boolean draft, int from, int until, List<Integer> leadsTo) {
        boolean isPublished(int day) {
            return !draft && from <= day && day < until;
        }

        String word() {
            return "zq" + id + "zq";
        }

        SourceFile file(List<Made> all) {
            boolean isService = folder.equals("services");
            var fields = new StringBuilder();
            fields.append(isService ? "name: " : "title: ")
                    .append(word())
                    .append("\nsummary: About ")
                    .append(word())
                    .append(".\n");
            List<String> services = leadsTo.stream()
                    .map(all::get)
                    .filter(to -> to.folder.equals("services"))
                    .map(Made::id)
                    .toList();
            if (isService) {
                fields.append("category: enhanced-services\nrelated: ")
                        .append(services)
                        .append('\n');
            } else if (folder.equals("case-studies")) {
                fields.append(STUDY_FIELDS)
                        .append("services: ")
                        .append(services.isEmpty() ? List.of("extended-access") : services)
                        .append('\n');
            }
            fields.append("former-ids: [was-").append(id).append("]\n");
            fields.append("draft: ").append(draft ? "yes" : "no").append('\n');
            if (from > 0) {
                fields.append("publish-on: ").append(FIRST.plusDays(from)).append('\n');
            }
            if (until < NEVER) {
                fields.append("expire-on: ").append(FIRST.plusDays(until)).append('\n');
            }
            String links = leadsTo.stream()
                    .map(all::get)
                    .map(to -> "To [" + id + " and " + to.id + "](../" + to.folder + "/" + to.id + ".md).\n")
                    .collect(Collectors.joining("\n"));
            return SourceFile.of(
                    "content/" + folder + "/" + id + ".md",
                    "---\n" + fields + "---\n\nThe text of " + word() + " tells of a federation.\n\n" + links);
        }
    }

    /** A hidden entry is nowhere; one that a shown entry names, itself or through others, stays and says that it is late. */
    @Test
    void hidesOverdueEntriesThatNoOtherNames() {
        String fields = "category: enhanced-services\nreviewed: ";
        BuiltSite built = BuiltSite.of(
                TestProject.smallWith(
                        SourceFile.of(
                                "content/shape/kinds/service.yaml",
                                "extends: shape\nreview: {every: 90d, when-overdue: hide}\n"),
                        service("zqlate", fields + "2024-01-01\n", ""),
                        service("zqcircle", fields + "2024-01-01\nrelated: [zqlate]\n", ""),
                        service("zqfresh", fields + "2024-12-01\nrelated: [zqnamed]\n", ""),
                        service("zqnamed", fields + "2024-01-01\n", "See [it](zqlinked.md)."),
                        service("zqlinked", fields + "2024-01-01\n", "")),
                TestProject.SETTINGS);
        assertEquals(0, built.errors(), built.diagnostics()::toString);
        String all = built.files().stream()
                .filter(OutputFile.Made.class::isInstance)
                .map(file -> ((OutputFile.Made) file).path() + " "
                        + new String(((OutputFile.Made) file).bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        assertFalse(all.contains("zqlate") || all.contains("zqcircle"));
        assertFalse(page(built, "zqfresh").contains("overdue for review"));
        assertTrue(page(built, "zqnamed").contains("This page is overdue for review."));
        assertTrue(page(built, "zqlinked").contains("This page is overdue for review."));
        assertTrue(all.contains("\"_id\":\"zqnamed\"") || all.contains("\"_id\": \"zqnamed\""));
        List<String> late = all.lines()
                .filter(line -> line.contains(",true,") && line.startsWith("service,"))
                .map(line -> line.split(",")[1])
                .toList();
        assertEquals(List.of("zqlinked", "zqnamed"), late);
    }

    private static SourceFile service(String id, String fields, String text) {
        return SourceFile.of(
                "content/services/" + id + ".md",
                "---\nname: " + id + "\nsummary: It helps people.\n" + fields + "---\n\nA federation offers it. " + text
                        + "\n");
    }

    private static String page(BuiltSite built, String id) {
        return built.files().stream()
                .filter(OutputFile.Made.class::isInstance)
                .map(OutputFile.Made.class::cast)
                .filter(file -> file.path().equals("services/" + id + "/index.html"))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    static List<Long> seeds() {
        return new Random(20250301).longs(6).boxed().toList();
    }

    private static List<Made> entries(Random random) {
        List<String> folders = List.of("services", "services", "services", "case-studies", "case-studies", "pages");
        var entries = new ArrayList<Made>();
        for (int i = 0; i < folders.size(); i++) {
            int from = random.nextInt(3) == 0 ? 1 + random.nextInt(DAYS - 1) : 0;
            int until = random.nextInt(3) == 0 ? from + 1 + random.nextInt(DAYS) : NEVER;
            List<Integer> leadsTo = IntStream.range(0, random.nextInt(2))
                    .map(n -> random.nextInt(folders.size()))
                    .boxed()
                    .toList();
            entries.add(new Made(folders.get(i), "e" + i, random.nextInt(5) == 0, from, until, leadsTo));
        }
        return entries;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isCompleteOnEachDay(long seed) {
        List<Made> entries = entries(new Random(seed));
        Project project = TestProject.smallWith(
                entries.stream().map(entry -> entry.file(entries)).toArray(SourceFile[]::new));
        for (int day = 0; day < DAYS; day++) {
            BuiltSite site = BuiltSite.of(project, new Settings(FIRST.plusDays(day), Optional.empty()));
            assertEquals(expected(entries, day), links(site.diagnostics()), "day " + day);
            if (site.errors() == 0) {
                assertEquals(List.of(), deadLinks(HtmlSite.of(site)));
                doesNotRevealUnpublishedEntries(site, entries, day);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showsEverythingToEditors(long seed) {
        List<Made> entries = entries(new Random(seed));
        Project project = TestProject.smallWith(
                entries.stream().map(entry -> entry.file(entries)).toArray(SourceFile[]::new));
        for (int day = 0; day < DAYS; day += 3) {
            BuiltSite site = BuiltSite.of(project, new Settings(FIRST.plusDays(day), Optional.empty(), true));
            assertEquals(expected(entries, day), links(site.diagnostics()), "day " + day);
            if (site.errors() == 0) {
                HtmlSite html = HtmlSite.of(site);
                assertEquals(List.of(), deadLinks(html));
                for (Made entry : entries) {
                    String page = (entry.folder.equals("pages") ? "" : entry.folder + "/") + entry.id + "/index.html";
                    String heading = html.elements(page, "h1").get(0).getTextContent();
                    assertEquals(entry.isPublished(day) && entry.until == NEVER, heading.equals(entry.word()), heading);
                }
            }
        }
    }

    /** The expected findings, worked out day by day. */
    private static Set<String> expected(List<Made> entries, int today) {
        var expected = new TreeSet<String>();
        for (Made from : entries) {
            for (int to : from.leadsTo) {
                IntStream.range(today, NEVER)
                        .filter(day -> from.isPublished(day) && !entries.get(to).isPublished(day))
                        .findFirst()
                        .ifPresent(day -> expected.add(
                                from.id + (day == today ? " leads nowhere" : " from " + FIRST.plusDays(day))));
            }
        }
        return expected;
    }

    private static Set<String> links(List<Diagnostic> diagnostics) {
        var found = new TreeSet<String>();
        for (Diagnostic diagnostic : diagnostics) {
            String id = diagnostic.span().path().replaceAll(".*/|\\.md", "");
            switch (diagnostic.code().name()) {
                case "unpublished-link" -> found.add(id + " leads nowhere");
                case "future-dead-link" -> found.add(id + diagnostic.message().replaceAll("(from \\S+) .*", " $1"));
                default -> assertFalse(diagnostic.isError(), diagnostic.toString());
            }
        }
        return found;
    }

    private static List<HtmlSite.Reference> deadLinks(HtmlSite site) {
        return site.references()
                .filter(link -> !link.isExternal())
                .filter(link -> site.file(link.target().getPath()).isEmpty())
                .toList();
    }

    private static void doesNotRevealUnpublishedEntries(BuiltSite site, List<Made> entries, int day) {
        for (OutputFile file : site.files()) {
            if (file instanceof OutputFile.Made made) {
                String text = made.path() + " " + new String(made.bytes(), StandardCharsets.UTF_8);
                for (Made entry : entries) {
                    assertTrue(
                            entry.isPublished(day)
                                    || (!text.contains(entry.word())
                                            && !text.contains("/" + entry.id + "/")
                                            && !text.contains("was-" + entry.id)),
                            () -> made.path() + " tells of " + entry.id);
                }
            }
        }
    }

    @Test
    void omitsImagesUsedOnlyByDrafts() {
        String picture = "images/bus.svg";
        SourceFile draft = page("draft: true");
        assertTrue(hasFile(TestProject.small(), picture));
        assertFalse(hasFile(TestProject.smallWith(draft), picture));
        assertTrue(hasFile(TestProject.smallWith(page("draft: no")), picture));
        SourceFile other =
                SourceFile.of("content/pages/other.md", page("order: 1").text());
        assertTrue(hasFile(TestProject.smallWith(draft, other), picture));
    }

    private static SourceFile page(String field) {
        return SourceFile.of(
                "content/pages/bus.md",
                "---\ntitle: Bus\nsummary: About it.\nallow: [duplicate-name]\n" + field
                        + "\n---\n\n![A bus](../images/bus.svg)\n");
    }

    private static boolean hasFile(Project project, String path) {
        BuiltSite site = BuiltSite.of(project, TestProject.SETTINGS);
        assertEquals(0, site.errors(), site.diagnostics()::toString);
        return site.files().stream().anyMatch(file -> file.path().equals(path));
    }
}

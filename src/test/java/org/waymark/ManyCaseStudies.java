package org.waymark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** A directory with as many case studies as a test needs, spread evenly over services, regions and organisations. */
public final class ManyCaseStudies {
    public static final List<String> REGIONS = List.of("London", "Midlands", "South East");
    public static final List<String> KINDS = List.of("GP federation", "Trust & \"partners\" <one>");
    private static final int SERVICES = 12;
    private static final int IN_FIRST_CATEGORY = 6;

    private ManyCaseStudies() {}

    /** Two categories of six services each, and a service, a region and a kind of organisation without case studies. */
    public static Project project(int count) {
        var files = new ArrayList<SourceFile>();
        files.add(category("first", 1));
        files.add(category("second", 2));
        for (int i = 0; i < SERVICES; i++) {
            files.add(service("service-" + i, i < IN_FIRST_CATEGORY ? "first" : "second", i));
        }
        files.add(service("unused", "second", SERVICES));
        for (int i = 0; i < KINDS.size(); i++) {
            files.add(organisation("organisation-" + i, KINDS.get(i)));
        }
        files.add(organisation("organisation-unused", "Society"));
        for (int i = 0; i < count; i++) {
            files.add(study(i));
        }
        return TestProject.with(
                TestProject.without(TestProject.small(), "content/case-studies/evening-hubs.md"), files, List.of());
    }

    /** A category with this many services, and a case study of all of them. */
    public static List<SourceFile> oneStudyOfManyServices(int count) {
        var files = new ArrayList<SourceFile>();
        files.add(category("third", 3));
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add("extra-" + i);
            files.add(service("extra-" + i, "third", i));
        }
        SourceFile one = study(0);
        files.add(SourceFile.of(
                "content/case-studies/of-many.md",
                one.text()
                        .replaceFirst("services: .*", "services: [" + String.join(", ", ids) + "]")
                        .replaceFirst("title: .*", "title: Of many")
                        .replaceFirst("region: .*", "region: North West")));
        return files;
    }

    /** The indices of the services of a case study. */
    public static List<Integer> services(int study) {
        return Stream.of(study % SERVICES, study * 5 % SERVICES, study * 7 % 11)
                .distinct()
                .toList();
    }

    public static String region(int study) {
        return REGIONS.get(study / 4 % REGIONS.size());
    }

    public static String kind(int study) {
        return KINDS.get(study % 5 == 0 ? 1 : 0);
    }

    /** How many of the first {@code count} case studies have a service and are in a region. */
    public static int count(int count, int service, String region) {
        return (int) IntStream.range(0, count)
                .filter(i -> services(i).contains(service) && region(i).equals(region))
                .count();
    }

    private static SourceFile category(String id, int order) {
        return SourceFile.of(
                "content/categories/" + id + ".md",
                "---\nname: The " + id + " category\nsummary: Services.\norder: " + order + "\n---\n\nText.\n");
    }

    private static SourceFile service(String id, String category, int order) {
        return SourceFile.of(
                "content/services/" + id + ".md",
                "---\nname: The " + id + "\nsummary: A service.\ncategory: " + category + "\norder: " + order
                        + "\n---\n\n## What it is\n\nText.\n");
    }

    private static SourceFile organisation(String id, String kind) {
        return SourceFile.of(
                "content/organisations/" + id + ".yaml",
                "name: The " + id + "\nkind: '" + kind + "'\nplace: Leeds\nregion: North East and Yorkshire\n");
    }

    private static SourceFile study(int i) {
        String services = String.join(
                ", ", services(i).stream().map(service -> "service-" + service).toList());
        return SourceFile.of("content/case-studies/study-" + i + ".md", """
                ---
                title: 'Study %d: "quotes" & <tags> \\ ~place~'
                summary: What study %d is, in café words 😀.
                organisation: organisation-%d
                services: [%s]
                place: O’Neill & Sons
                region: %s
                confidence: high
                sources:
                  - title: About us
                    publisher: Us
                    url: https://www.example.org/about
                    seen: 2025-01-31
                published: %s
                ---

                ## Challenge

                Text.
                """.formatted(
                        i,
                        i,
                        KINDS.indexOf(kind(i)),
                        services,
                        region(i),
                        LocalDate.of(2020, 1, 1).plusDays(i)));
    }
}

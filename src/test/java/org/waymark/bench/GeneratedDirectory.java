package org.waymark.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.TestKinds;
import org.waymark.content.Shapes;
import org.waymark.schema.Id;
import org.waymark.schema.Vocabulary.Option;
import org.waymark.source.SourceFile;

/**
 * A directory with as many case studies as a measurement needs: every kind of entry with all its fields, texts of
 * realistic length, and lists as uneven as real ones. Free of findings on {@link #AS_OF}. The same parameters give
 * the same bytes.
 */
public final class GeneratedDirectory {
    /** The build date on which no review is overdue. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    /** The seed of all published measurements. */
    public static final long SEED = 7;

    private static final List<String> ORGANISATION_KINDS = List.of(
            "GP federation",
            "Primary care alliance",
            "Community interest company",
            "Out-of-hours provider",
            "NHS trust");

    private static final int STUDIES_FOR_EACH_ORGANISATION = 5;
    private static final List<String> ORGANISATION_NAMES = List.of(
            "Federation",
            "Primary Care Alliance",
            "GP Partners",
            "Health Collaborative",
            "Community Health",
            "GP Network");
    private static final List<String> SOURCES =
            List.of("Annual report", "Board paper", "Evaluation", "News item", "Strategy", "Page about the service");
    private static final List<String> PUBLISHERS =
            List.of("County Council", "Integrated Care Board", "Healthwatch", "Gazette", "University");

    private record Category(String name, List<String> services) {}

    private static final List<Category> CATEGORIES = List.of(
            new Category(
                    "Care beyond the practice",
                    List.of(
                            "Evening and weekend clinics",
                            "Home visiting",
                            "Urgent treatment centres",
                            "Heart rhythm tests",
                            "Wound clinics",
                            "Diabetes reviews",
                            "Vaccination days",
                            "Care home rounds")),
            new Category(
                    "Help for practices",
                    List.of(
                            "Payroll and accounts",
                            "Shared telephone lines",
                            "Shared records",
                            "Contract advice",
                            "Publicity for practices",
                            "Buying together")),
            new Category(
                    "People and skills",
                    List.of(
                            "Training practices",
                            "A shared pool of locums",
                            "Pharmacists for networks",
                            "Mentors for new nurses",
                            "Advice on employment")),
            new Category(
                    "Speaking with one voice",
                    List.of("Work with councils", "Research in practices", "Seats on boards")));

    private static final List<String> TERMS = List.of(
            ("GP=general practitioner;PCN=primary care network;ICB=integrated care board;ICS=integrated care system;"
                            + "CQC=Care Quality Commission;ARRS=Additional Roles Reimbursement Scheme;LMC=local medical committee;"
                            + "GMS=general medical services;PMS=personal medical services;APMS=alternative provider medical services;"
                            + "QOF=Quality and Outcomes Framework;DES=directed enhanced service;LES=local enhanced service;"
                            + "CIC=community interest company;CCG=clinical commissioning group;ECG=electrocardiogram;HCA=healthcare assistant;"
                            + "FCP=first contact practitioner;MDT=multidisciplinary team;VCSE=voluntary, community and social enterprise;"
                            + "OOH=out of hours;UTC=urgent treatment centre;SLA=service level agreement;KPI=key performance indicator;"
                            + "DPIA=data protection impact assessment;ANP=advanced nurse practitioner;PPG=patient participation group;"
                            + "EHR=electronic health record;DNA=did not attend;SDEC=same day emergency care;federation;practice;place;"
                            + "neighbourhood;register;pathway;hub;rota;locum;referral;triage;commissioner;provider;contract;dashboard;"
                            + "waiting list;care coordinator;health mentor;social prescriber;clinical lead;practice manager;trainee;"
                            + "care home;joint clinic;shared record;home visit;group session")
                    .split(";"));

    private record Service(String id, String name, String category) {}

    private record Organisation(String id, String name, String place, String kind, Option region) {}

    private record Study(String id, String title, int organisation, List<Service> services, LocalDate published) {}

    private final Grammar grammar = Grammar.read();
    private final long seed;
    private final List<Service> services;
    private final List<Organisation> organisations;
    private final List<Study> studies;

    public GeneratedDirectory(int caseStudies, long seed) {
        this.seed = seed;
        services = CATEGORIES.stream()
                .flatMap(category ->
                        category.services().stream().map(name -> new Service(id(name), name, id(category.name()))))
                .toList();
        organisations = organisations(Math.max(1, caseStudies / STUDIES_FOR_EACH_ORGANISATION));
        studies = studies(caseStudies);
    }

    /** All files that Waymark reads, each made on demand; the stream may be parallel. */
    Stream<SourceFile> files() {
        var all = new ArrayList<Supplier<SourceFile>>();
        all.add(GeneratedDirectory::site);
        all.add(() -> SourceFile.of("content/glossary.yaml", glossary()));
        // The statements that every site has.
        Shapes.sample("base").forEach((path, text) -> {
            if (path.startsWith("content/pages/") && !path.endsWith("/about.md")) {
                all.add(() -> SourceFile.of(path, text));
            }
        });
        entries().forEach(entry -> all.add(() -> entry.get().source()));
        return all.stream().map(Supplier::get);
    }

    /** All files that Waymark reads, in project order. */
    public List<SourceFile> sources() {
        return files().parallel().sorted(Comparator.comparing(SourceFile::path)).toList();
    }

    /** Pages that are only lists: their kinds, with the id and title of each. */
    static Map<String, Map<String, String>> lists() {
        return Map.of(
                "by-service", titles(CATEGORIES.stream().flatMap(category -> category.services().stream())),
                "by-category", titles(CATEGORIES.stream().map(Category::name)),
                "by-region", titles(TestKinds.REGIONS.options().stream().map(Option::label)),
                "by-kind", titles(ORGANISATION_KINDS.stream()));
    }

    private static Map<String, String> titles(Stream<String> names) {
        return names.collect(Collectors.toMap(GeneratedDirectory::id, name -> name));
    }

    /** All entries except those of the glossary, generated one by one. */
    Stream<Supplier<GeneratedEntry>> entries() {
        return Stream.of(
                        numbered(CATEGORIES.size(), this::category),
                        numbered(services.size(), this::service),
                        numbered(3, this::page),
                        numbered(organisations.size(), this::organisation),
                        numbered(studies.size(), this::study))
                .flatMap(entries -> entries);
    }

    private static Stream<Supplier<GeneratedEntry>> numbered(int count, IntFunction<GeneratedEntry> entry) {
        return IntStream.range(0, count).mapToObj(number -> () -> entry.apply(number));
    }

    private List<Organisation> organisations(int count) {
        var dice = new Dice(seed, 1);
        var all = new ArrayList<Organisation>();
        for (int i = 0; i < count; i++) {
            String place = MadeUpNames.place(i);
            String name = place + " " + dice.pick(ORGANISATION_NAMES);
            String kind = ORGANISATION_KINDS.get(dice.longTailed(ORGANISATION_KINDS.size()));
            all.add(new Organisation(id(name), name, place, kind, dice.pick(TestKinds.REGIONS.options())));
        }
        return all;
    }

    /** Everything that must be known about all studies before any text can link to another. */
    private List<Study> studies(int count) {
        var dice = new Dice(seed, 2);
        Set<String> ids = new HashSet<>();
        var all = new ArrayList<Study>();
        for (int i = 0; i < count; i++) {
            // Each organisation has one case study; the rest go to a few that have many.
            int organisation = i < organisations.size() ? i : dice.longTailed(organisations.size());
            String title;
            do {
                title = line(dice, "subject", 60) + " in "
                        + organisations.get(organisation).place();
            } while (!ids.add(id(title)));
            List<Service> of = Stream.generate(() -> services.get(dice.longTailed(services.size())))
                    .limit(dice.between(1, 3))
                    .distinct()
                    .toList();
            all.add(new Study(id(title), title, organisation, of, AS_OF.minusDays(dice.between(1, 1_800))));
        }
        return all;
    }

    private static SourceFile site() {
        return SourceFile.of("content/site.yaml", """
                title: Directory of made-up services
                subtitle: What organisations that do not exist do
                summary: A generated directory with as many case studies as a measurement needs.
                publisher:
                  name: Waymark
                  url: https://www.example.org/
                language: en-GB
                base-url: https://directory.example.org/
                contact:
                  name: the editors
                  email: directory@example.org
                source:
                  title: A book of services
                  publisher: An example press
                  url: https://www.example.org/book
                  published: 2021
                licence: Open Government Licence v3.0
                severities:
                  vague-link-text: error
                """);
    }

    String glossary() {
        var dice = new Dice(seed, 3);
        var text = new StringBuilder();
        for (String entry : TERMS) {
            String[] term = entry.split("=");
            text.append("- term: ").append(term[0]).append('\n');
            if (term.length > 1) {
                text.append("  expansion: ").append(term[1]).append('\n');
            }
            field(text, "  definition: ", prose(dice, "definition"));
            if (dice.oneIn(4)) {
                text.append("  also:\n    - ")
                        .append(MadeUpNames.word(TERMS.indexOf(entry)))
                        .append('\n');
            }
            if (term.length == 1) {
                text.append("  ordinary-word: yes\n");
            }
            if (dice.oneIn(3)) {
                field(text, "  changed: ", prose(dice, "sentence"));
                text.append("  sources:\n    - https://www.example.org/terms/")
                        .append(id(term[0]))
                        .append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private GeneratedEntry category(int number) {
        var dice = new Dice(seed, 10 + number);
        Category category = CATEGORIES.get(number);
        var fields = new StringBuilder();
        field(fields, "name: ", category.name());
        field(fields, "summary: ", line(dice, "short", 160));
        field(fields, "order: ", String.valueOf(number + 1));
        return new GeneratedEntry(
                "categories",
                id(category.name()),
                category.name(),
                fields.toString(),
                body(
                        dice,
                        List.of("What this category covers"),
                        120,
                        category.services().stream()
                                .map(name -> services.stream()
                                        .filter(service -> service.name().equals(name))
                                        .findFirst()
                                        .orElseThrow())
                                .toList()),
                Map.of());
    }

    private GeneratedEntry service(int number) {
        var dice = new Dice(seed, 100 + number);
        Service service = services.get(number);
        var fields = new StringBuilder();
        field(fields, "name: ", service.name());
        field(fields, "summary: ", line(dice, "short", 160));
        field(fields, "category: ", service.category());
        field(fields, "order: ", String.valueOf(number + 1));
        fields.append("also-known-as:\n");
        field(fields, "  - ", line(dice, "thing", 60));
        fields.append("related:\n");
        List<Service> related =
                List.of(services.get((number + 3) % services.size()), services.get((number + 8) % services.size()));
        related.forEach(other -> field(fields, "  - ", other.id()));
        if (number % 5 == 0) {
            field(fields, "former-ids:\n  - ", service.id() + "-scheme");
        }
        reviewed(fields, dice);
        return new GeneratedEntry(
                "services",
                service.id(),
                service.name(),
                fields.toString(),
                body(dice, List.of("What it is", "What federations do", "What to look out for"), 300, related),
                Map.of());
    }

    private GeneratedEntry page(int number) {
        var dice = new Dice(seed, 200 + number);
        String title = List.of("Introduction", "How to take part", "About this directory")
                .get(number);
        var fields = new StringBuilder();
        field(fields, "title: ", title);
        field(fields, "summary: ", line(dice, "short", 160));
        field(fields, "order: ", String.valueOf(number + 1));
        reviewed(fields, dice);
        String body =
                body(dice, List.of("Why it exists", "How it is made", "What comes next"), 400, services.subList(0, 2));
        return new GeneratedEntry("pages", id(title), title, fields.toString(), body, Map.of());
    }

    private GeneratedEntry organisation(int number) {
        var dice = new Dice(seed, 1_000 + number);
        Organisation organisation = organisations.get(number);
        var fields = new StringBuilder();
        field(fields, "name: ", organisation.name());
        field(fields, "kind: ", organisation.kind());
        field(fields, "place: ", organisation.place());
        field(fields, "region: ", organisation.region().label());
        if (!dice.oneIn(5)) {
            field(fields, "website: ", "https://" + organisation.id() + ".example.org/");
        }
        if (dice.oneIn(2)) {
            field(fields, "ods-code: ", "X" + (10_000 + number));
        }
        if (!dice.oneIn(3)) {
            field(fields, "summary: ", line(dice, "short", 200));
        }
        if (dice.oneIn(40)) {
            field(fields, "former-ids:\n  - ", organisation.id() + "-limited");
        }
        return new GeneratedEntry(
                "organisations", organisation.id(), organisation.name(), fields.toString(), "", Map.of());
    }

    private GeneratedEntry study(int number) {
        var dice = new Dice(seed, 1_000_000 + number);
        Study study = studies.get(number);
        Organisation organisation = organisations.get(study.organisation());
        var fields = new StringBuilder();
        field(fields, "title: ", study.title());
        field(fields, "summary: ", line(dice, "short", 200));
        field(fields, "organisation: ", organisation.id());
        fields.append("services:\n");
        study.services().forEach(service -> field(fields, "  - ", service.id()));
        field(fields, "place: ", organisation.place());
        field(fields, "region: ", organisation.region().label());
        if (!dice.oneIn(4)) {
            field(fields, "period: ", dice.between(2014, 2020) + (dice.oneIn(2) ? " onwards" : " to 2021"));
        }
        if (!dice.oneIn(3)) {
            fields.append("scale:\n");
            field(fields, "  practices: ", String.valueOf(dice.between(3, 90)));
            if (dice.oneIn(2)) {
                field(fields, "  pcns: ", String.valueOf(dice.between(1, 12)));
            }
            field(fields, "  patients: ", String.valueOf(dice.between(20_000, 600_000)));
        }
        var figures = new ArrayList<String>();
        if (!dice.oneIn(4)) {
            fields.append("figures:\n");
            for (int i = dice.between(1, 3); i > 0; i--) {
                String value = String.format(Locale.ROOT, "%,d", dice.between(12, 20_000));
                figures.add(value);
                field(fields, "  - value: ", "'" + value + "'");
                field(fields, "    label: ", line(dice, "label", 120));
            }
        }
        field(fields, "confidence: ", dice.oneIn(3) ? "medium" : "high");
        fields.append("sources:\n");
        for (int i = dice.between(1, 3); i > 0; i--) {
            String title = dice.pick(SOURCES) + " " + dice.between(2015, 2025);
            field(fields, "  - title: ", "'" + title + ": " + line(dice, "thing", 90) + "'");
            field(fields, "    publisher: ", organisation.place() + " " + dice.pick(PUBLISHERS));
            field(fields, "    url: ", "https://www.example.org/" + id(title) + "-" + i + "/" + study.id());
            if (dice.oneIn(2)) {
                field(fields, "    published: ", dice.oneIn(2) ? "2021-03" : "2020");
            }
            field(fields, "    seen: ", "2026-11-20");
        }
        field(fields, "published: ", study.published().toString());
        reviewed(fields, dice);
        if (dice.oneIn(40)) {
            field(fields, "former-ids:\n  - ", study.id() + "-pilot");
        }
        String body =
                body(dice, List.of("Challenge", "What was done", "Results", "What was learned"), 350, study.services())
                        + figures.stream()
                                .map(value -> "\nThe count was " + value + ".\n")
                                .collect(Collectors.joining());
        return new GeneratedEntry(
                "case-studies",
                study.id(),
                study.title(),
                fields.toString(),
                body,
                Map.of(
                        "organisations", List.of(organisation.id()),
                        "by-service", study.services().stream().map(Service::id).toList(),
                        "by-category",
                                study.services().stream()
                                        .map(Service::category)
                                        .distinct()
                                        .toList(),
                        "by-region", List.of(organisation.region().id().value()),
                        "by-kind", List.of(id(organisation.kind()))));
    }

    private static void reviewed(StringBuilder fields, Dice dice) {
        field(fields, "reviewed: ", AS_OF.minusDays(dice.between(0, 300)).toString());
        field(fields, "review-by: ", AS_OF.plusDays(dice.between(20, 400)).toString());
    }

    private static void field(StringBuilder fields, String name, String value) {
        fields.append(name).append(value).append('\n');
    }

    /** A text of approximately this many words, with these headings. */
    private String body(Dice dice, List<String> headings, int words, List<Service> about) {
        var text = new StringBuilder();
        // A word has about six letters, including its space; the last block of a part overshoots by half.
        int part = words * 6 / headings.size() - 180;
        for (String heading : headings) {
            text.append("## ").append(heading).append("\n\n");
            int end = text.length() + part;
            while (text.length() < end) {
                block(text, dice, about);
                text.append('\n');
            }
        }
        return text.toString();
    }

    private void block(StringBuilder text, Dice dice, List<Service> about) {
        switch (dice.below(12)) {
            case 0, 1, 2 -> {
                write(text, dice, "sentence");
                text.append(" The parts were these:\n\n");
                for (int i = dice.between(3, 5); i > 0; i--) {
                    text.append("- ");
                    write(text, dice, "item");
                    text.append('\n');
                }
            }
            case 3 -> {
                write(text, dice, "sentence");
                text.append(" The steps were these:\n\n");
                for (int i = 1; i <= 3; i++) {
                    text.append(i).append(". ");
                    write(text, dice, "Item");
                    text.append('\n');
                }
            }
            case 4 -> {
                text.append("> ");
                write(text, dice, "quote");
                text.append('\n');
            }
            case 5 -> {
                text.append("### ");
                write(text, dice, "heading");
                text.append("\n\n");
                paragraph(text, dice, about);
            }
            default -> paragraph(text, dice, about);
        }
    }

    private void paragraph(StringBuilder text, Dice dice, List<Service> about) {
        for (int i = dice.between(2, 4); i > 0; i--) {
            write(text, dice, "sentence");
            text.append(i == 1 ? "\n" : " ");
        }
        if (dice.oneIn(2)) {
            text.setCharAt(text.length() - 1, ' ');
            link(text, dice, about);
        }
    }

    private void link(StringBuilder text, Dice dice, List<Service> about) {
        switch (dice.below(4)) {
            case 0 -> {
                String term = dice.pick(TERMS).split("=")[0];
                text.append("The glossary says more about [")
                        .append(term)
                        .append("](../glossary.yaml#")
                        .append(id(term))
                        .append(").\n");
            }
            case 1 -> {
                Study other = dice.pick(studies);
                text.append("Compare [")
                        .append(other.title())
                        .append("](../case-studies/")
                        .append(other.id())
                        .append(".md).\n");
            }
            case 2 ->
                text.append("There is a [report on ")
                        .append(MadeUpNames.word(dice.longTailed(MadeUpNames.WORDS)))
                        .append("](https://www.example.org/reports/")
                        .append(dice.below(10_000))
                        .append(").\n");
            default -> {
                Service service = dice.pick(about);
                text.append("Others offer [")
                        .append(service.name().toLowerCase(Locale.ROOT))
                        .append("](../services/")
                        .append(service.id())
                        .append(".md) too.\n");
            }
        }
    }

    /** A choice that is short enough. */
    private String line(Dice dice, String name, int longest) {
        String text;
        do {
            text = prose(dice, name.equals("subject") ? "Subject" : name);
        } while (text.length() > longest);
        return text;
    }

    private String prose(Dice dice, String name) {
        var text = new StringBuilder();
        write(text, dice, name);
        return text.toString();
    }

    /** Writes a part of the grammar, again if the sentence was too long to pass the check. */
    private void write(StringBuilder text, Dice dice, String name) {
        int start = text.length();
        do {
            text.setLength(start);
            writeOnce(text, dice, name);
        } while (text.substring(start).split("[ ]").length > 30);
    }

    private void writeOnce(StringBuilder text, Dice dice, String name) {
        grammar.write(text, name, dice, kind -> switch (kind) {
            case "place" -> MadeUpNames.place(dice.longTailed(MadeUpNames.PLACES));
            case "name" -> MadeUpNames.place(dice.longTailed(MadeUpNames.PLACES)) + " " + dice.pick(ORGANISATION_NAMES);
            case "rare" -> MadeUpNames.word(dice.longTailed(MadeUpNames.WORDS));
            case "term" -> TERMS.get(dice.longTailed(TERMS.size())).split("=")[0];
            case "count" -> String.valueOf(dice.between(3, 120));
            case "share" -> String.valueOf(dice.between(5, 95));
            case "month" -> dice.pick(List.of("March", "June", "October", "December")) + " " + dice.between(2015, 2025);
            default -> throw new IllegalArgumentException("the grammar has no {" + kind + "}");
        });
    }

    private static String id(String name) {
        return Id.from(name).value();
    }
}

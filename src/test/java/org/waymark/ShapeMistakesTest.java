package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.content.ShapeReader;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/** Each mistake in the files of a shape is one finding, with its span and help. */
class ShapeMistakesTest {
    private static final Project FOREIGN = ProjectReader.read(TestProject.resource("/foreign"));
    private static final int LONGEST_PLACE = 40;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kinds/exhibition  | to: venue}, required   | to: venu}, required      | unknown-reference | did you mean `venue`?
            kinds/exhibition  | to: exhibition}        | to: show}                | unknown-reference | the kinds are
            kinds/exhibition  | to: [maker, venue]     | to: [maker, venu]        | unknown-reference | did you mean `venue`?
            kinds/exhibition  | to: [maker, venue]     | to: []                   | invalid-value     | 'to: '
            kinds/exhibition  | with.borough, running | with.web, running            | unknown-reference | a dot and a field
            kinds/exhibition  | name: the rooms        | name: the rooms¶    shown-there-as: Rooms | invalid-value | remove it
            kinds/exhibition  | help: how many}        | help: how many, shown-there-as: Rooms} | invalid-value | remove it
            kinds/exhibition  | card: [at, admission]  | card: [at, rooms.alarm-code] | invalid-value | remove it here
            kinds/venue       | folder: venues         | folder: exhibitions      | invalid-value     | a folder or a file of its own
            kinds/exhibition  | folder: exhibitions    | folder: images           | invalid-value     | another name
            kinds/exhibition  | folder: exhibitions    | folder: exhibitions¶address: search | invalid-value | another-name
            kinds/exhibition  | folder: exhibitions    | folder: exhibitions¶address: boroughs | invalid-value | another-name
            kinds/exhibition  | required: yes, help: its title | help: its title  | invalid-value     | required: yes
            kinds/exhibition  | added: announced       | added: heading           | invalid-value     | the right type
            kinds/exhibition  | summary: gist          | summary: numbers         | invalid-value     | the right type
            kinds/exhibition  | card: [at, admission]  | card: [at, admision]     | unknown-reference | did you mean `admission`?
            kinds/exhibition  | card: [at, admission]  | card: [insured-for]      | invalid-value     | remove it here
            kinds/exhibition  | at.borough, with.borough, | at.keeper,         | invalid-value   | remove it here
            kinds/exhibition  | at.borough, with.borough, | at.boro,         | unknown-reference | a dot and a field
            kinds/exhibition  | path: admission, label | path: getting-there, label | invalid-value   | a reference, a choice or a short line
            kinds/exhibition  | path: admission, label | path: heading, label     | invalid-value     | a reference, a choice or a short line
            kinds/exhibition  | word: admission, path  | word: venue, path        | invalid-value     | a word of its own
            kinds/exhibition  | within: borough        | within: admission        | invalid-value     | the outer facet first
            kinds/exhibition  | within: borough        | within: venue            | invalid-value     | the outer facet first
            kinds/exhibition  | path: at.borough, label | path: admission, label  | invalid-value     | the path of the outer one must continue that of the inner one
            kinds/exhibition  | feeds: [venue]         | feeds: [admission]       | invalid-value     | only these can have a news feed
            kinds/exhibition  | rows: admission        | rows: price              | invalid-value     | one of the facets above
            kinds/exhibition  | ', added: announced'   | ''                       | invalid-value     | add the role to a date
            kinds/exhibition  | newest-first: yes      | 'order: {by: announced}' | ''               | ''
            kinds/exhibition  | newest-first: yes      | 'order: {by: heading, descending: yes, label: Z first}' | '' | ''
            kinds/exhibition  | newest-first: yes      | 'order: {by: at.built}'  | ''                | ''
            kinds/exhibition  | newest-first: yes      | 'order: {by: climb}'     | ''                | ''
            kinds/exhibition  | newest-first: yes      | 'order: {by: price}'     | ''                | ''
            kinds/exhibition  | newest-first: yes      | 'order: {by: shelf}'     | ''                | ''
            kinds/exhibition  | newest-first: yes      | 'order: {by: running, past: {after: running, label: Past}}' | '' | ''
            kinds/exhibition  | newest-first: yes      | 'order: {by: length}'    | invalid-value     | an amount with one unit
            kinds/exhibition  | newest-first: yes      | 'order: {by: insured-for}' | ''              | ''
            kinds/exhibition  | newest-first: yes      | 'order: {by: anounced}'  | unknown-reference | did you mean `announced`?
            kinds/exhibition  | newest-first: yes      | 'order: {by: at}'        | invalid-value     | a date, a period, a number
            kinds/exhibition  | newest-first: yes      | 'order: {by: getting-there}' | invalid-value | a date, a period
            kinds/exhibition  | newest-first: yes      | 'order: {label: newest first}' | missing-field | by
            kinds/exhibition  | newest-first: yes      | 'order: {by: announced, ascending: no}' | unknown-field | ''
            kinds/exhibition  | newest-first: yes      | newest-first: yes¶  order: {by: announced} | invalid-value | one of the two
            kinds/exhibition  | newest-first: yes      | 'order: {by: announced, past: {after: announced, label: Past}}' | '' | ''
            kinds/exhibition  | newest-first: yes      | 'order: {by: announced, past: {after: heading, label: Past}}' | invalid-value | under `after`
            kinds/exhibition  | newest-first: yes      | 'order: {by: announced, past: {after: end, label: Past}}' | unknown-reference | a dot and a field
            kinds/exhibition  | label: Admission, any  | label: Admission, sort: up, any | unknown-field | facet
            kinds/exhibition  | type: Event            | type: Evnet              | invalid-value     | did you mean `Event`?
            kinds/exhibition  | endDate: [running] | endDate: [runing]     | unknown-reference | did you mean `running`?
            kinds/exhibition  | 'label: See also, '    | 'label: See also, readers: maybe, ' | invalid-value | ''
            kinds/exhibition  | admission: {type: choice, from: admission, required: yes | admission: {type: choice, from: admision, required: yes | invalid-value | did you mean
            kinds/exhibition  | admission: {type: choice, from: admission, required: yes | admission: {type: choice, from: months, required: yes | invalid-value | content/shape/vocabularies/months.yaml
            kinds/venue       | as: groups, by: borough | as: groups              | invalid-value     | by: subject
            kinds/venue       | as: groups, by: borough | as: groups, by: boroug | unknown-reference | did you mean `borough`?
            kinds/venue       | as: groups, by: borough | as: with, with: tip     | ''                | ''
            kinds/venue       | as: groups, by: borough | as: with, with: note    | invalid-value     | a kind with a list
            kinds/venue       | as: groups, by: borough | as: with                | invalid-value     | with: course
            kinds/venue       | as: groups, by: borough | as: finder, newest-first: yes | invalid-value | add the role to a date
            kinds/venue       | built: {type: partial-date | draft: {type: partial-date | ''            | ''
            kinds/venue       | keeper: {type: line, max: 90, readers: no | keeper: {type: line, max: 90, shown-there-as: Keys, readers: no | invalid-value | remove it
            kinds/venue       | summary: in-short      | summary: keeper          | invalid-value     | let readers see this one
            kinds/exhibition  | units: [km, miles]     | 'units: [km, miles, {one: km, many: kms}]' | invalid-value | remove one of the two
            kinds/tip         | id-from: words         | id-from: why             | invalid-value     | required: yes
            kinds/tip         | file: tips             | file: site               | invalid-value     | another name
            kinds/tip         | as: letters            | as: finder               | invalid-value     | as: letters
            kinds/note        | includes: [publication] | includes: [publication]¶expected-in: exhibition.at | invalid-value | a reference to this kind
            kinds/note        | includes: [publication] | includes: [publication]¶expected-in: show.at | unknown-reference | the kinds are
            kinds/note        | includes: [publication] | includes: [publication]¶expected-in: exhibition | invalid-value | a dot and its field
            kinds/note        | includes: [publication] | 'includes: [publication]¶hsds: {type: location, properties: {code: [gist]}}' | invalid-value | its properties are
            kinds/note        | includes: [publication] | 'includes: [publication]¶hsds: {type: location, properties: {url: [gist]}}' | invalid-value | name a web address
            kinds/note        | includes: [publication] | 'includes: [publication]¶hsds: {type: service}' | invalid-value | names who provides it
            kinds/venue       | navigation: 2          | 'navigation: 2¶hsds: {type: location, properties: {transportation: [keeper]}}' | invalid-value | remove it here
            kinds/note        | includes: [publication] | includes: [publication]¶id-from: gist | invalid-value | remove the line
            kinds/note        | includes: [publication] | includes: [publication]¶navigation: 3 | invalid-value | listing: {as: plain}
            kinds/tip         | 'listing: {as: letters, title: Tips for visitors}' | '' | invalid-value | listing: {as: letters}
            kinds/note        | folder: notes          | folder: exhibition       | invalid-value     | another name
            kinds/tip         | id-from: words         | id-from: words¶text: no  | invalid-value     | remove the line
            kinds/venue       | help: when it was built | help: the year, month or day | unknown-field | in quotes
            kinds/venue       | help: when it was built | help: when: it was built | invalid-yaml      | ''
            kinds/venue       | '  built:'             | '  "":'                  | invalid-value     | hyphens between words
            kinds/venue       | 'roles: {label: called, summary: in-short}' | '' | missing-field        | `roles: {label: title}`
            kinds/venue       | as: groups, by: borough | 'as: plain, facets: [{word: b, path: borough, label: Borough, any: Any}]' | invalid-value | as: finder
            kinds/maker       | contact: [borough]     | contact: [boroug]        | unknown-reference | did you mean `borough`?
            kinds/maker       | contact: [borough]     | contact: [called, borough]¶navigation: 6 | '' | ''
            kinds/venue       | contact: [borough, write-to, web] | contact: [keeper] | invalid-value   | remove it here
            kinds/exhibition  | contact: [price]       | contact: [getting-there] | invalid-value     | a phone number or a web address
            kinds/venue       | through: exhibition.at | through: exhibitio.at    | unknown-reference | did you mean `exhibition`?
            kinds/venue       | through: exhibition.at | through: exhibition      | unknown-reference | a dot and a field
            kinds/venue       | through: exhibition.at | through: exhibition.ta   | unknown-reference | ''
            kinds/venue       | through: exhibition.at | through: exhibition.rooms.guide | invalid-value | its reference to this kind
            kinds/venue       | through: exhibition.at | through: exhibition.insured-for | invalid-value | remove it here
            kinds/venue       | show: exhibition.rooms.guide | show: exhibition.admission | invalid-value | the name of a reference
            kinds/venue       | show: exhibition.rooms.guide | show: tip.goes-for | invalid-value     | begin with `exhibition.`
            kinds/venue       | show: exhibition.rooms.guide | shows: exhibition.rooms.guide | unknown-field | did you mean `show`?
            kinds/venue       | evidence: [exhibition.admission] | evidence: [exhibition.getting-there] | invalid-value | a phone number or a web address
            kinds/venue       | evidence: [exhibition.admission] | evidence: [venue.built] | invalid-value | begin with `exhibition.`
            kinds/venue       | schema-org: provider}  | schema-org: provide}     | invalid-value     | did you mean `provider`?
            kinds/maker       | through: exhibition.with} | none: Nobody.}        | invalid-value     | through: course.venue
            kinds/maker       | through: exhibition.with} | 'through: exhibition.with, evidence: [exhibition.admission]}' | invalid-value | both `through` and `show`
            kinds/maker       | through: exhibition.with} | 'through: exhibition.with, schema-org: about}' | invalid-value | schema-org: {type: Thing}
            kinds/tip         | navigation: 4          | 'navigation: 4¶shown-first: {label: Where, show: tip.goes-for}' | invalid-value | remove it
            vocabularies/admission | choices:          | map: {width: 9, height: 9, title: Map}¶choices: | invalid-value | add a line such as
            vocabularies/admission | label: Free       | labell: Free             | unknown-field     | did you mean `label`?
            vocabularies/themes | id: inks                | id: river                | duplicate-id      | a label of its own
            vocabularies/themes | label: Inks             | label: Folding           | duplicate-id      | a label of its own
            vocabularies/themes | '{id: folding, label: Folding}' | '{id: folding, label: Folding, choices: [{id: e, label: E, choices: [{id: f, label: F}]}]}' | '' | ''
            vocabularies/themes | '{id: folding, label: Folding}' | '{id: folding, label: Folding, choices: [{id: e, label: E, choices: [{id: f, label: F, choices: [{id: g, label: G}]}]}]}' | invalid-value | one level up
            vocabularies/themes | '{id: folding, label: Folding}' | '{id: folding, label: Folding, chioces: [{id: e, label: E}]}' | unknown-field | did you mean `choices`?
            vocabularies/boroughs | id: west-side      | id: east-side            | duplicate-id      | a label of its own
            vocabularies/boroughs | label: West Side   | label: East Side         | duplicate-id      | a label of its own
            vocabularies/boroughs | M0 0L50 0 50 60 0 60Z | 'M0 0"/><script>x()</script>' | invalid-value | ''
            vocabularies/boroughs | width: 100         | width: 0                 | invalid-value     | ''
            """)
    void reportsEachMistakeOnceAtItsPlace(String file, String right, String wrong, String code, String help) {
        String path = "content/shape/" + file.strip() + ".yaml";
        List<Diagnostic> found = faults(path, right, wrong == null ? "" : wrong.replace("¶", "\n"));
        List<String> codes =
                found.stream().map(finding -> finding.code().name()).toList();
        assertEquals(code == null || code.isEmpty() ? List.of() : List.of(code), codes, found.toString());
        for (Diagnostic finding : found) {
            assertEquals(path, finding.span().path());
            assertTrue(finding.help().orElse("").contains(help == null ? "" : help), finding.toString());
        }
        if (!codes.isEmpty()) {
            assertLeavesEntriesAlone(path, right, wrong == null ? "" : wrong.replace("¶", "\n"), codes);
        }
    }

    /**
     * Mistakes that people make when they write such files for the first time. Each is one finding at the smallest text
     * that shows it; with another mistake in an entry, a project gets exactly these two findings.
     */
    @ParameterizedTest
    @MethodSource("mistakes")
    void explainsEachMistake(Mistake mistake) {
        SourceFile file = mistake.file();
        Project base = mistake.base();
        String entry = mistake.isForeign() ? "content/notes/visiting.md" : "content/services/extended-access.md";
        SourceFile mistaken = base.content().stream()
                .filter(each -> each.path().equals(entry))
                .map(each -> SourceFile.of(entry, each.text().replaceFirst("---\n\n", "colour: red\n---\n\n")))
                .findFirst()
                .orElseThrow();
        Edition edition = Build.once()
                .check(TestProject.with(base, List.of(file, mistaken), List.of()), ForeignShapeTest.SETTINGS);
        List<String> found = edition.diagnostics().stream()
                .map(finding -> finding.span().path().equals(entry)
                        ? finding.code().name()
                        : finding.code().name() + " | "
                                + begin(file.text(finding.span())) + " | "
                                + finding.help().orElse("-"))
                .map(mistake::shortened)
                .sorted()
                .toList();
        assertEquals(
                Stream.of("unknown-field", mistake.expected()).sorted().toList(),
                found,
                edition.diagnostics().toString());
    }

    private static String begin(String text) {
        String line = text.replace("\n", "¶");
        return line.length() > LONGEST_PLACE ? line.substring(0, LONGEST_PLACE) + "…" : line;
    }

    /**
     * A line of the table: the file below {@code content/shape}, with a plus if it is new; the text that is replaced,
     * once; its replacement; and the finding: its code, the text of its span, and its help.
     */
    private record Mistake(boolean isForeign, boolean isNew, String name, String right, String wrong, String expected) {
        static Mistake of(boolean isForeign, String row) {
            String[] parts = row.split(" *\\| ?", 4);
            return new Mistake(
                    isForeign,
                    parts[0].startsWith("+"),
                    parts[0].replace("+", ""),
                    parts[1].replace("¶", "\n"),
                    parts[2].replace("¶", "\n"),
                    parts[3]);
        }

        Project base() {
            return isForeign ? FOREIGN : TestProject.small();
        }

        SourceFile file() {
            String path = "content/shape/" + name + ".yaml";
            if (isNew) {
                return SourceFile.of(path, wrong + "\n");
            }
            String text = base().content().stream()
                    .filter(each -> each.path().equals(path))
                    .findFirst()
                    .orElseThrow()
                    .text();
            int at = text.indexOf(right);
            assertTrue(at >= 0, path + " has no " + right);
            return SourceFile.of(path, text.substring(0, at) + wrong + text.substring(at + right.length()));
        }

        /** The expected text, if it ends in the middle of a long help. */
        String shortened(String found) {
            return expected.endsWith("…") && found.startsWith(expected.substring(0, expected.length() - 1))
                    ? expected
                    : found;
        }

        @Override
        public String toString() {
            return name + ": " + wrong;
        }
    }

    static Stream<Mistake> mistakes() throws IOException {
        return Stream.concat(
                Files.readAllLines(TestProject.resource("/shape-mistakes/declared.txt")).stream()
                        .map(row -> Mistake.of(true, row)),
                Files.readAllLines(TestProject.resource("/shape-mistakes/extended.txt")).stream()
                        .map(row -> Mistake.of(false, row)));
    }

    /** A project with the mistake, and another in an entry of another kind, gets exactly these two findings. */
    private static void assertLeavesEntriesAlone(String path, String right, String wrong, List<String> codes) {
        Project foreign = ProjectReader.read(TestProject.resource("/foreign"));
        SourceFile shape = foreign.content().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
        String entry = path.endsWith("/note.yaml") ? "content/venues/old-mill.yaml" : "content/notes/visiting.md";
        SourceFile mistaken = foreign.content().stream()
                .filter(file -> file.path().equals(entry))
                .map(file -> SourceFile.of(
                        entry,
                        entry.endsWith(".md")
                                ? file.text().replace("---\n\n", "colour: red\n---\n\n")
                                : file.text() + "colour: red\n"))
                .findFirst()
                .orElseThrow();
        Project project = TestProject.with(foreign, List.of(changed(shape, right, wrong), mistaken), List.of());
        var expected = new ArrayList<>(codes);
        expected.add("unknown-field");
        Edition edition = Build.once().check(project, ForeignShapeTest.SETTINGS);
        List<String> found = edition.diagnostics().stream()
                .map(finding -> finding.code().name())
                .toList();
        assertEquals(
                expected.stream().sorted().toList(),
                found.stream().sorted().toList(),
                edition.diagnostics().toString());
    }

    /** Mistakes that show in entries or in the settings, and warnings, after which a shape can be used as before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            site.yaml                       | shape: none      | ''               | content/site.yaml:1:1 missing-field
            shape/vocabularies/boroughs.yaml | label: West Side | label: Docklands | content/makers/old-mill.yaml:2:10 invalid-value
            shape/vocabularies/boroughs.yaml | each borough    | each *borough*   | content/shape/vocabularies/boroughs.yaml:2:27 markup-in-field
            shape/kinds/venue.yaml          | label: Who shows | label: Who<br> shows | content/shape/kinds/venue.yaml:18:25 markup-in-field
            shape/kinds/tip.yaml            | label: Goes for  | label: Goes for, shown-there-as: Tips | ''
            shape/kinds/venue.yaml          | 'roles: {'         | '  tip: {type: reference, to: tip, shown-there-as: Venues, help: a tip}¶roles: {' | content/shape/kinds/venue.yaml:13:3 invalid-value
            """)
    void isOneFindingWhereverItShows(String name, String right, String wrong, String expected) {
        SourceFile file = FOREIGN.content().stream()
                .filter(each -> each.path().equals("content/" + name))
                .findFirst()
                .orElseThrow();
        BuiltSite site = BuiltSite.of(
                TestProject.with(FOREIGN, List.of(changed(file, right, wrong.replace("¶", "\n"))), List.of()),
                ForeignShapeTest.SETTINGS);
        assertEquals(
                expected,
                site.diagnostics().stream()
                        .map(finding ->
                                finding.span().path() + ":" + finding.span().startLine() + ":"
                                        + finding.span().startColumn() + " "
                                        + finding.code().name())
                        .collect(Collectors.joining("\n")),
                site.diagnostics().toString());
        assertEquals(
                site.errors() == 0,
                site.files().stream().anyMatch(each -> each.path().equals("boroughs/east-side/index.html")));
    }

    @Test
    void refusesMoreThanTheBounds() {
        assertEquals(List.of("too-long"), codes(withKinds(201)));
        assertEquals(List.of(), codes(withKinds(200)));
        assertEquals(List.of("too-long"), codes(withFields(301)));
        assertEquals(List.of("too-long"), codes(withChoices(20_001)));
    }

    private static List<String> codes(List<SourceFile> files) {
        return ShapeReader.read("test", files).diagnostics().stream()
                .map(finding -> finding.code().name())
                .toList();
    }

    private static String kind(int number, String fields) {
        return "name: {one: n" + number + ", many: ns" + number + ", a: an n" + number + "}\nfolder: f" + number
                + "\nfields:\n  title: {type: line, max: 60, required: yes, help: its name}\n" + fields
                + "roles: {label: title}\n";
    }

    private static List<SourceFile> withKinds(int count) {
        var files = new ArrayList<SourceFile>();
        for (int i = 0; i < count; i++) {
            files.add(SourceFile.of("content/shape/kinds/k" + i + ".yaml", kind(i, "")));
        }
        return files;
    }

    private static List<SourceFile> withFields(int count) {
        var fields = new StringBuilder();
        for (int i = 1; i < count; i++) {
            fields.append("  a").append(i).append(": {type: yes-no, help: whether}\n");
        }
        return List.of(SourceFile.of("content/shape/kinds/k.yaml", kind(1, fields.toString())));
    }

    private static List<SourceFile> withChoices(int count) {
        var choices = new StringBuilder("choices:\n");
        for (int i = 0; i < count; i++) {
            choices.append("  - {id: c")
                    .append(i)
                    .append(", label: C")
                    .append(i)
                    .append("}\n");
        }
        return List.of(SourceFile.of("content/shape/vocabularies/v.yaml", choices.toString()));
    }

    private static List<Diagnostic> faults(String path, String right, String wrong) {
        List<SourceFile> files = ForeignShapeTest.shapeFiles().stream()
                .map(file -> file.path().equals(path) ? changed(file, right, wrong) : file)
                .toList();
        return ShapeReader.read("test", files).diagnostics();
    }

    private static SourceFile changed(SourceFile file, String right, String wrong) {
        assertTrue(file.text().contains(right), file.path() + " has no " + right);
        return SourceFile.of(file.path(), file.text().replace(right, wrong));
    }
}

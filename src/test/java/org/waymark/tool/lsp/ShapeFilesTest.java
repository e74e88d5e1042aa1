package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.source.Position;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** What the server knows about the files of a shape, and of entries of the kinds that they declare. */
class ShapeFilesTest {
    private static final String KIND = "content/shape/kinds/talk.yaml";
    private static final String LIST = "content/shape/vocabularies/tracks.yaml";
    private static final String HOME = "content/shape/home.yaml";
    private static final String LABELS = "content/shape/labels/en-GB.yaml";
    private static final String EXHIBITION = "content/shape/kinds/exhibition.yaml";
    private static final Project FOREIGN = ProjectReader.read(TestProject.resource("/foreign"));
    private static final Snapshot SNAPSHOT = MarkedText.snapshot(FOREIGN);

    /** A kind file with a cursor at its end; ¦ is a line break. */
    private static final String TALK = "folder: talks¦fields:¦  title: {type: line, max: 90, required: yes, help: x}¦"
            + "  room: {type: reference, to: venue, help: x}¦  day: {type: date, help: x}¦"
            + "  size: {type: group, help: x, fields: {seats: {type: number, min: 1, help: x}}}¦"
            + "  secret: {type: line, max: 9, readers: no, help: x}¦";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nav‸                              | navigation",
                "includes: [‸                      | former-ids publication review",
                "includes: [review, ‸]             | former-ids publication review",
                "fields:¦  a: {‸                   | type required help label label-of-many shown-there-as readers",
                "fields:¦  a: {type: line, ‸       | max example prose required help label label-of-many shown-there-as readers !type !min",
                "fields:¦  a: {‸, type: number}    | min example required help label label-of-many shown-there-as readers !type !prose",
                "fields:¦  a:¦    type: number¦    mi‸ | min",
                "fields:¦  a:¦    ma‸¦    type: line | max label-of-many",
                "fields:¦  a: {type: yes‸          | yes-no",
                "fields:¦  a: {type: reference, to: ‸ | exhibition note tip venue",
                "fields:¦  a: {type: choice, from: ‸} | admission boroughs themes",
                "fields:¦  a: {type: list, of: par‸ | partial-date",
                "fields:¦  a: {type: list, of: {type: choice, from: bo‸ | boroughs",
                "fields:¦  a: {type: list, of: {‸  | type",
                "fields:¦  a: {type: group, fields: {b: {type: line, max‸ | max",
                "fields:¦  a:¦    type: group¦    fields:¦      b: {type: number, mi‸ | min",
                "navigation: 1¦listing:¦  ‸        | as title by with about newest-first facets feeds matrix",
                "listing: {as: ‸                   | none with plain groups letters finder",
                "listing: {as: with, with: ‸       | exhibition note tip venue",
                "listing:¦  facets:¦    - {word: a, ‸ | path label any within",
                "listing:¦  facets:¦    - {word: a, path: x}¦    - {word: b, within: ‸ | a",
                "listing:¦  facets:¦    - {word: a}¦  feeds: [‸ | a",
                "listing:¦  facets:¦    - {word: a}¦  matrix: {rows: ‸ | a",
                "schema-org: {type: Med‸           | MedicalClinic",
                "schema-org: {type: Event, properties: {start‸ | startDate",
                "extends: ‸                        | shape",
                "at-top: ‸                         | yes no",
            })
    void completesAKindFile(String text, String expected) {
        assertOffered(expected, labels(KIND, text.replace('¦', '\n')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roles: {label: ‸          | title secret",
                "roles:¦  label: ti‸       | title",
                "roles: {added: ‸          | day",
                "roles: {order: ‸          | ",
                "roles: {lab‸              | label",
                "card: [‸                  | title room room.called room.in-short room.borough room.web room.write-to"
                        + " room.steps-free room.built room.former-ids day size size.seats",
                "card: [title, room.bor‸]  | room.borough",
                "card: [room.bor‸, title]  | room.borough",
                "listing: {as: groups, by: ro‸ | room room.called room.in-short room.borough room.web room.write-to"
                        + " room.steps-free room.built room.former-ids",
                "eyebrow: da‸              | day",
                "listing: {as: plain, order: {by: da‸ | day",
                "search: {words: [da‸      | day",
                "id-from: day‸             | day",
                "schema-org: {type: Event, properties: {startDate: [da‸ | day",
            })
    void completesNamesOfFields(String text, String expected) {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(" "));
        assertEquals(wanted, labels(KIND, (TALK + text).replace('¦', '\n')));
    }

    /** One word alone, or at least several, in order, without those after an exclamation mark. */
    private static void assertOffered(String expected, List<String> labels) {
        List<String> words = List.of(expected.split(" "));
        if (words.size() == 1) {
            assertEquals(words, labels);
            return;
        }
        List<String> wanted =
                words.stream().filter(word -> !word.startsWith("!")).toList();
        assertEquals(wanted, labels.stream().filter(wanted::contains).toList(), labels.toString());
        words.stream()
                .filter(word -> word.startsWith("!"))
                .forEach(word -> assertFalse(labels.contains(word.substring(1)), labels.toString()));
    }

    @Test
    void completesAnExtension() {
        String begin = "extends: shape\nfields:\n  ";
        String path = "content/shape/kinds/service.yaml";
        Project project = TestProject.small();
        assertTrue(labels(project, path, begin + "‸").containsAll(List.of("name", "summary", "category")));
        assertEquals(List.of("max", "decimals", "label-of-many"), labels(project, path, begin + "name: {ma‸"));
        assertEquals(List.of("summary"), labels(project, path, begin + "new: {type: line, after: summ‸"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "choices:¦  - {‸                | id label phrase area choices",
                "choices:¦  - {id: a, ‸         | label phrase area choices !id",
                "choices:¦  - id: a¦    la‸     | label",
                "choices:¦  - {id: a, label: A}¦  - {id: b, ‸ | label phrase area choices !id",
                "choices:¦  - {id: a, area: {‸  | outline lines x y leader",
                "ma‸                            | map",
                "map: {‸                        | width height title",
            })
    void completesAVocabulary(String text, String expected) {
        assertOffered(expected, labels(LIST, text.replace('¦', '\n')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "‸                                    | top sections",
                "top: [‸                              | search figures ways-in",
                "sections:¦  - ma‸                    | map matrix",
                "sections:¦  - {show: ne‸             | newest",
                "sections:¦  - {‸                     | show",
                "sections:¦  - {show: newest, ‸       | of heading limit !show",
                "sections:¦  - {show: search, ‸       | heading",
                "sections:¦  - {show: newest, of: ‸   | exhibition note tip venue",
                "sections:¦  - show: map¦    of: ‸    | admission boroughs themes",
                "sections:¦  - {show: filter, of: exhi‸ | exhibition.borough exhibition.venue exhibition.admission",
            })
    void completesAHomePage(String text, String expected) {
        assertOffered(expected, labels(HOME, text.replace('¦', '\n')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search-but‸                     | search-button",
                "newest: The ‸                   | ",
                "newest: The {‸                  | {kind.one} {kind.many} {kind.a}",
                "newest: The {ki‸} ones          | {kind.one} {kind.many} {kind.a}",
                "entries: {‸                     | zero one other",
                "entries: {one: \"{co‸           | {count}",
                "entries:¦  other: \"{‸\"       | {count} {kind.one} {kind.many} {kind.a}",
            })
    void completesLabels(String text, String expected) {
        List<String> offered = labels(LABELS, text.replace('¦', '\n'));
        assertEquals(expected == null ? List.of() : List.of(expected.split(" ")), offered);
    }

    @Test
    void explainsLabelsAndTheHomePage() {
        assertTrue(help(LABELS, "new‸est: Latest").contains("For example: `newest: Newest {kind.many}`"));
        assertTrue(help(LABELS, "newest: The {kind.m‸any}")
                .contains("**{kind.many}** is the name of a kind or a vocabulary, for several."));
        assertTrue(help(LABELS, "entries: {on‸e: x}").contains("for numbers of the form `one`"));
        assertTrue(help(HOME, "sections:\n  - {show: filter, o‸f: x}").contains("the word of a facet of its list"));
        assertTrue(help(HOME, "sections:\n  - {show: list, of: ven‸ue}").contains("**venue**: a venue"));
        assertEquals(Optional.of("venue name"), declaration(HOME, "sections:\n  - {show: list, of: ven‸ue}"));
        assertEquals(
                Optional.of("exhibition venue"),
                declaration(HOME, "sections:\n  - {show: filter, of: exhibition.ven‸ue}"));
        assertEquals(
                Optional.of("notes/visiting.md Visiting"),
                declaration(HOME, "sections:\n  - {show: text, of: note/visi‸ting}"));
    }

    private static String help(String path, String marked) {
        MarkedText text = MarkedText.of(FOREIGN, path, marked);
        return HoverText.at(text.snapshot(), text.file(), text.cursor())
                .map(HoverText::text)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "card: [at, adm‸ission]            | exhibition admission",
                "at‸.borough                       | exhibition at",
                "at.bor‸ough                       | venue borough",
                "to: ven‸ue                        | venue name",
                "from: admis‸sion                  | vocabularies/admission choices",
                "added: annou‸nced                 | exhibition announced",
                "columns: bor‸ough                 | exhibition borough",
                "within: bor‸ough                  | exhibition borough",
                "feeds: [ven‸ue]                   | exhibition venue",
            })
    void leadsToTheDeclaration(String marked, String expected) {
        String file = FOREIGN.content().stream()
                .filter(each -> each.path().equals(EXHIBITION))
                .findFirst()
                .orElseThrow()
                .text();
        String plain = marked.replace("‸", "");
        assertTrue(file.contains(plain), plain);
        assertEquals(Optional.of(expected), declaration(EXHIBITION, file.replaceFirst(Pattern.quote(plain), marked)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content/exhibitions/a.md | ---¦head‸ing: A¦---¦          | exhibition heading",
                "content/exhibitions/a.md | ---¦heading: A¦rooms: {cou‸nt: 3}¦--- | exhibition count",
                "content/exhibitions/a.md | ---¦rooms:¦  cou‸nt: 3¦---¦   | exhibition count",
                "content/exhibitions/a.md | ---¦admission: Fr‸ee¦---¦     | vocabularies/admission Free",
                "content/exhibitions/a.md | ---¦at: [town-‸hall]¦---¦     | venues/town-hall Town Hall",
                "content/venues/b.yaml    | called: B¦bor‸ough: East Side¦ | venue borough",
                "content/venues/b.yaml    | called: B¦borough: East Si‸de¦ | vocabularies/boroughs East Side",
                "content/tips.yaml        | - words: A¦  w‸hy: B¦         | tip why",
                "content/exhibitions/a.md | ---¦dra‸ft: yes¦---¦          | ",
            })
    void leadsFromEntriesToTheShape(String path, String text, String expected) {
        assertEquals(Optional.ofNullable(expected), declaration(path, text.replace('¦', '\n')));
    }

    @Test
    void findsAllUsesOfAPart() {
        assertEquals(
                List.of("exhibition at", "exhibition with", "tip goes-for", "venue name"),
                uses("content/shape/kinds/venue.yaml", "na‸me"));
        assertEquals(
                List.of(
                        "exhibition search",
                        "exhibition - {word",
                        "venue borough",
                        "venue card",
                        "venue contact",
                        "venue listing",
                        "old-mill borough",
                        "town-hall borough"),
                uses("content/shape/kinds/venue.yaml", "bor‸ough: {"));
        assertEquals(
                List.of("hidden admission", "paper-boats admission", "admission - {id"),
                uses("content/shape/vocabularies/admission.yaml", "label: Fr‸ee"));
        assertEquals(List.of("paper-boats rooms", "exhibition count"), uses(EXHIBITION, "cou‸nt: {"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "newest-fi‸rst | Yes if the newest come first.",
                "type: li‸ne   | It needs `max` (how many characters it may have).",
                "ma‸x: 90      | How many characters it may have.",
                "to: ven‸ue    | **venue**: a venue, in `content/venues`",
                "from: admis‸sion | with the choices `Free`, `By ticket`.",
                "at.bor‸ough   | **borough**, a field of a venue",
                "adde‸d: ann   | a role: its field is a date.",
                "of: fig‸ure   | **figure**, a type",
            })
    void explainsWords(String marked, String expected) {
        String file = text(EXHIBITION);
        String plain = marked.replace("‸", "");
        MarkedText text = MarkedText.of(FOREIGN, EXHIBITION, file.replaceFirst(Pattern.quote(plain), marked));
        String help = HoverText.at(text.snapshot(), text.file(), text.cursor())
                .orElseThrow()
                .text();
        assertTrue(help.contains(expected), help);
    }

    @Test
    void offersTheFieldsOfDeclaredKinds() {
        assertTrue(labels("content/exhibitions/new.md", "---\n‸\n---\n").contains("next-to-see"));
        assertEquals(List.of("Free", "By ticket"), labels("content/exhibitions/new.md", "---\nadmission: ‸\n---\n"));
        assertEquals(List.of("old-mill", "town-hall"), labels("content/exhibitions/new.md", "---\nat: [‸\n---\n"));
    }

    /** While somebody types in a file of the shape, it is broken most of the time. */
    @Test
    void keepsAnsweringWhileTheShapeIsBroken() {
        Project broken = TestProject.with(
                FOREIGN,
                List.of(SourceFile.of(EXHIBITION, text(EXHIBITION).replace("type: date", "type: dat"))),
                List.of());
        Snapshot now = Snapshot.of(broken, Build.once().check(broken, TestProject.SETTINGS), Optional.of(SNAPSHOT));
        assertTrue(now.isStale());
        var file = SourceFile.of("content/exhibitions/new.md", "---\nat: [\n---\n");
        assertEquals(2, Completion.at(now, file, new Position(2, 6)).proposals().size());
        Snapshot first = MarkedText.snapshot(broken);
        assertEquals(
                Optional.of("venue"),
                first.kindOf(SourceFile.of("content/venues/x.yaml", "")).map(kind -> kind.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {EXHIBITION, "content/shape/vocabularies/boroughs.yaml"})
    void answersWhereverAFileEnds(String path) {
        String text = text(path);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int at = 0; at <= text.length(); at += 23) {
                ask(SourceFile.of(path, text.substring(0, at)), at);
            }
        });
    }

    @Test
    void answersWhereverAHomePageOrLabelsEnd() {
        Map<String, String> texts = Map.of(
                HOME,
                "top: [search]\nsections:\n  - map\n  - {show: filter, of: exhibition.venue, heading: \"A\"}\n  - show: text\n    of: venue/x\n",
                LABELS,
                "newest: The {kind.many}\nentries: {one: \"{count} {kind.one}\", other: '{'}\nmonths: [a, {b]\n");
        texts.forEach((path, text) -> assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int at = 0; at <= text.length(); at += 3) {
                ask(SourceFile.of(path, text.substring(0, at)), at);
                ask(SourceFile.of(path, text), at);
            }
        }));
    }

    @Test
    @Thorough("asks about hundreds of texts")
    void answersAtAnyPosition() {
        for (String path : List.of(EXHIBITION, "content/shape/vocabularies/boroughs.yaml")) {
            String text = text(path);
            // A prime step meets each sort of character sooner or later.
            for (int at = 0; at <= text.length(); at += 11) {
                ask(SourceFile.of(path, text.substring(0, at)), at);
                ask(SourceFile.of(path, text.substring(0, at) + "{[" + text.substring(at)), at + 1);
                ask(SourceFile.of(path, text.substring(0, at) + ":" + text.substring(at)), at + 1);
            }
        }
    }

    @Test
    void answersInTimeToHostileFiles() {
        for (String unit : List.of("{", "[", "{a: ", "- ", "a: {", "\"", "x:\n ", ",", "#", "{type: ", " ")) {
            String text = "fields:\n  a: " + unit.repeat(2_000);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> ask(SourceFile.of(KIND, text), text.length()), unit);
        }
        var deep = new StringBuilder();
        for (int depth = 0; depth < 1_000; depth++) {
            deep.append(" ".repeat(depth)).append("fields:\n");
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> ask(SourceFile.of(KIND, deep.toString()), deep.length()));
    }

    private static void ask(SourceFile file, int offset) {
        Position cursor = file.position(Math.min(offset, file.text().length()));
        Completion.at(SNAPSHOT, file, cursor);
        HoverText.at(SNAPSHOT, file, cursor);
        SymbolAtCursor.declared(SNAPSHOT, file, cursor);
        Outline.of(SNAPSHOT, file);
    }

    private static String text(String path) {
        return SNAPSHOT.file(path).orElseThrow().text();
    }

    private static Optional<String> declaration(String path, String marked) {
        MarkedText text = MarkedText.of(FOREIGN, path, marked);
        return SymbolAtCursor.declared(text.snapshot(), text.file(), text.cursor())
                .map(symbol -> symbol.place().path().replaceAll("content/(shape/)?(kinds/)?|\\.yaml", "") + " "
                        + from(symbol.place()));
    }

    /** The words at the beginning of a span. */
    private static String from(Span span) {
        String line = SNAPSHOT.file(span.path()).orElseThrow().line(span.startLine());
        return line.substring(span.startColumn() - 1).split("[:,}]")[0];
    }

    private static List<String> uses(String path, String marked) {
        String plain = marked.replace("‸", "");
        MarkedText text = MarkedText.of(FOREIGN, path, text(path).replaceFirst(Pattern.quote(plain), marked));
        SymbolAtCursor symbol =
                SymbolAtCursor.at(text.snapshot(), text.file(), text.cursor()).orElseThrow();
        return Occurrences.of(text.snapshot(), symbol, true).stream()
                .map(span -> span.path().replaceAll(".*/|\\.(md|yaml)$", "") + " "
                        + SNAPSHOT.file(span.path())
                                .orElseThrow()
                                .line(span.startLine())
                                .strip()
                                .split("[:,]")[0])
                .toList();
    }

    private static List<String> labels(String path, String marked) {
        return labels(FOREIGN, path, marked);
    }

    private static List<String> labels(Project project, String path, String marked) {
        MarkedText text = MarkedText.of(project, path, marked);
        return Completion.at(text.snapshot(), text.file(), text.cursor()).proposals().stream()
                .map(CompletionProposal::label)
                .toList();
    }
}

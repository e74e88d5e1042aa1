package org.waymark.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Vocabulary.Area;
import org.waymark.schema.Vocabulary.MapSize;
import org.waymark.schema.Vocabulary.Option;
import org.waymark.source.Span;
import org.waymark.source.Value.Mapping;

/** The file that lists the values of a choice. */
public final class VocabularyFile {
    /** The folder of these files, below that of the shape. */
    public static final String FOLDER = "vocabularies";

    /** The maximum number of levels of nested choices. */
    static final int MOST_LEVELS = 5;

    /** The key of the list of choices, at the top and below a choice. */
    public static final String BELOW = "choices";

    /** The key for former names of a vocabulary. */
    public static final String FORMER_NAMES_OF_VOCABULARY = "former-names";

    /** The keys of a choice. */
    public static final String ID = "id";

    public static final String LABEL = "label";

    /** The keys of the sentences about a vocabulary. */
    public static final List<String> SENTENCES = List.of("about", "about-each");

    private static final int LONGEST_OUTLINE = 20_000;

    private static final Pattern PLACE = Pattern.compile("\\{[a-z-]+}");

    private static final Field<Optional<Noun>> NAME =
            Field.optional("name", KindFile.nounType(), "what one value is called, if each has a page");
    private static final Field<List<Placed<Id>>> FORMER_NAMES = Field.list(
            FORMER_NAMES_OF_VOCABULARY,
            new WithSpan<>(new Identifier()),
            "former names of its file; addresses that begin with these redirect");
    private static final Field<Optional<String>> ABOUT =
            Field.optional("about", new Line(200, "Courses in each county."), "what the page of all values shows");
    private static final Field<Optional<String>> ABOUT_EACH = Field.optional(
            "about-each", new Line(200, "Courses in {label}."), "what the page of a value shows, with `{label}` in it");
    private static final Field<Optional<Placed<Integer>>> NAVIGATION = Field.optional(
            "navigation",
            new WithSpan<>(new WholeNumber(1, "4")),
            "the position of its page in the main navigation, lowest first");
    private static final Field<Optional<Presentation.Search>> SEARCH =
            Field.optional("search", KindFile.searchType(), "how its values are found");
    private static final Field<Optional<MapSize>> MAP =
            Field.optional("map", mapType(), "the size of the map, in the units of the outlines");
    private static final Field<Optional<Boolean>> CODES = Field.optional(
            "codes", new YesNo(), "yes if the ids are codes of a standard, which entries may write for the labels");
    private static final Field<List<Branch>> CHOICES =
            Field.required(BELOW, ListOf.nonEmpty(branchType(1)), "its values, in the order of the list");
    /** The fields of such a file. */
    static final List<Field<?>> PARTS =
            List.of(NAME, FORMER_NAMES, ABOUT, ABOUT_EACH, NAVIGATION, SEARCH, MAP, CODES, CHOICES);

    private VocabularyFile() {}

    /**
     * The kind of these files, for tools that treat them like files of entries.
     *
     * @param folder of the shape
     */
    public static Kind kind(String folder) {
        return Kind.ofSettings(
                "vocabulary",
                new Noun("vocabulary", "vocabularies", "a vocabulary"),
                new Kind.YamlFolder(folder + FOLDER),
                PARTS,
                NAME);
    }

    private static FieldType<MapSize> mapType() {
        Field<Integer> width = Field.required("width", new WholeNumber(1, "530"), "its width");
        Field<Integer> height = Field.required("height", new WholeNumber(1, "606"), "its height");
        Field<String> title = Field.required("title", new Line(90, "Map of the counties"), "its title");
        return new Group<>(
                "a map", List.of(width, height, title), f -> new MapSize(f.get(width), f.get(height), f.get(title)));
    }

    /**
     * A value with those below it.
     *
     * @param tooDeep the location of a level beyond the limit
     */
    private record Branch(Option option, List<Branch> below, Optional<Span> tooDeep) {}

    /** @param level 1 for the values at the top */
    private static FieldType<Branch> branchType(int level) {
        Field<Id> id = Field.required(ID, new Identifier(), "its part of an address");
        Field<String> label =
                Field.required(LABEL, PartName.line(PartName.Part.NEW_CHOICE, 90, "Midlands"), "its name");
        Field<Optional<String>> phrase =
                Field.optional("phrase", new Line(120, "in the Midlands"), "its name after a count");
        Field<List<String>> also = Field.list(
                "also", new Line(60, "Derbyshire"), "other names by which readers find it, such as places in it");
        Field<List<String>> postcodes =
                Field.list("postcodes", new Line(4, "DE"), "the letters with which postcodes there begin");
        Field<Optional<Area>> area = Field.optional("area", areaType(), "its area on the map");
        boolean isDeepest = level == MOST_LEVELS;
        FieldType<List<Branch>> all = isDeepest ? new AnyValue<>() : new ListOf<>(branchType(level + 1));
        var below = new Field<>(BELOW, all, Optional.of(List.<Branch>of()), "the values that belong to it");
        Field<List<Placed<Id>>> formerIds = CommonFields.FORMER_IDS;
        return new Group<>(
                "a choice",
                List.of(id, label, phrase, also, postcodes, area, formerIds, below),
                f -> new Branch(
                        new Option(
                                f.get(id),
                                f.get(label),
                                f.get(phrase),
                                f.get(also),
                                f.get(postcodes),
                                f.get(area),
                                List.of(),
                                f.get(formerIds),
                                false,
                                f.origin().of(id)),
                        f.get(below),
                        f.origin().given(below).filter(place -> isDeepest)));
    }

    private static FieldType<Area> areaType() {
        Field<String> outline =
                Field.required("outline", new PathData(LONGEST_OUTLINE), "its outline, as SVG path data");
        Field<List<String>> lines =
                Field.required("lines", ListOf.nonEmpty(new Line(40, "Midlands")), "its name, in lines");
        Field<Integer> x = Field.required("x", new WholeNumber(0, "260"), "the centre of its name");
        Field<Integer> y = Field.required("y", new WholeNumber(0, "318"), "the baseline of the first line of its name");
        Field<Optional<String>> leader =
                Field.optional("leader", new PathData(200), "a line to a name outside the area, as SVG path data");
        return new Group<>(
                "an area",
                List.of(outline, lines, x, y, leader),
                f -> new Area(f.get(outline), f.get(lines), f.get(x), f.get(y), f.get(leader)));
    }

    /**
     * Decodes a file.
     *
     * @param id of the vocabulary, which is the name of the file
     */
    public static Outcome<Vocabulary> decode(Id id, Mapping mapping, Span start) {
        Outcome<Fields> decoded = FieldDecoder.decode("a vocabulary", PARTS, mapping, start, id, Optional.empty());
        Fields values = decoded.value().orElseThrow();
        if (!values.isComplete()) {
            return Outcome.failed(decoded.diagnostics());
        }
        var diagnostics = new ArrayList<>(decoded.diagnostics());
        List<Option> options = flattened(values.get(CHOICES), diagnostics);
        formerIds(options, diagnostics);
        values.get(MAP)
                .filter(map -> values.get(NAME).isPresent())
                .ifPresent(map -> areas(map, options, values.origin(), diagnostics));
        values.get(ABOUT_EACH)
                .flatMap(VocabularyFile::unknownPlace)
                .ifPresent(place -> diagnostics.add(Diagnostic.of(
                        Codes.INVALID_VALUE,
                        values.origin().of(ABOUT_EACH),
                        "`about-each` has no placeholder `" + place + "`",
                        "its only placeholder is `{label}`, for the label of a choice")));
        if (values.get(NAME).isEmpty()) {
            Stream.of(FORMER_NAMES, ABOUT, ABOUT_EACH, NAVIGATION, SEARCH, MAP)
                    .filter(field -> values.origin().given(field).isPresent())
                    .findFirst()
                    .ifPresent(
                            field -> diagnostics.add(
                                    Diagnostic.of(
                                            Codes.INVALID_VALUE,
                                            values.origin().of(field),
                                            "`" + field.name()
                                                    + "` is about pages, but choices without a `name` have none",
                                            "add a line such as `name: {one: county, many: counties, a: a county}`, or remove this one")));
        }
        return Outcome.of(
                new Vocabulary(
                        id.value(),
                        values.get(FORMER_NAMES),
                        values.get(NAME),
                        values.get(ABOUT),
                        values.get(ABOUT_EACH),
                        values.get(NAVIGATION),
                        values.get(SEARCH).orElse(Presentation.Search.PLAIN),
                        values.get(MAP),
                        values.get(CODES).orElse(false)
                                ? options.stream().map(Option::withCode).toList()
                                : options),
                diagnostics);
    }

    private static Optional<String> unknownPlace(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .filter(place -> !place.equals("{label}"))
                .findFirst();
    }

    /** A map shows all top-level choices, each with its name in it. */
    private static void areas(MapSize map, List<Option> options, Origin origin, List<Diagnostic> diagnostics) {
        if (options.stream().noneMatch(option -> option.area().isPresent())) {
            diagnostics.add(Diagnostic.of(
                    Codes.MISSING_FIELD,
                    origin.of(MAP),
                    "there is a map, but no choice has an `area`",
                    "give each choice an `area`, or remove the map"));
            return;
        }
        for (Option option : options) {
            if (option.area().isEmpty() && option.above().isEmpty()) {
                diagnostics.add(Diagnostic.of(
                        Codes.MISSING_FIELD,
                        option.place(),
                        "`" + option.id() + "` has no `area`, so it is not on the map",
                        "draw it as the other choices are, with lines such as `area: {lines: [" + option.label()
                                + "], x: …, y: …, outline: …}`"));
            }
            option.area()
                    .filter(area -> area.x() > map.width() || area.y() > map.height())
                    .ifPresent(area -> diagnostics.add(Diagnostic.of(
                            Codes.INVALID_VALUE,
                            option.place(),
                            "the name of `" + option.id() + "` is outside the map, at " + area.x() + ", " + area.y(),
                            "the map is " + map.width() + " wide and " + map.height() + " high; change `x` and `y`")));
        }
    }

    /** A former id leads to one choice, so no other choice may have it, now or before. */
    private static void formerIds(List<Option> options, List<Diagnostic> diagnostics) {
        Map<Id, Span> holders = new HashMap<>();
        options.forEach(option -> holders.put(option.id(), option.place()));
        for (Option option : options) {
            for (Placed<Id> former : option.formerIds()) {
                Span other = holders.putIfAbsent(former.value(), former.span());
                if (option.id().equals(former.value())) {
                    diagnostics.add(Diagnostic.of(
                            Codes.FORMER_ID_IN_USE,
                            former.span(),
                            "`" + former.value() + "` is the id that this choice has now",
                            "remove it from `former-ids`"));
                } else if (other != null) {
                    diagnostics.add(Diagnostic.of(
                                    Codes.FORMER_ID_IN_USE,
                                    former.span(),
                                    "`" + former.value()
                                            + "` is a former id here, but a choice has or had it elsewhere",
                                    "remove it from `former-ids`, so that its address leads to one page only")
                            .withNote(other, "the other one is here"));
                }
            }
        }
    }

    /**
     * All values, each before those below it. One with the id or the label of an earlier one is
     * reported and left out.
     */
    private static List<Option> flattened(List<Branch> tree, List<Diagnostic> diagnostics) {
        var all = new ArrayList<Option>();
        add(tree, List.of(), all, new HashMap<>(), new HashMap<>(), diagnostics);
        return all;
    }

    private static void add(
            List<Branch> branches,
            List<Option> above,
            List<Option> all,
            Map<Id, Option> ids,
            Map<String, Option> labels,
            List<Diagnostic> diagnostics) {
        for (Branch branch : branches) {
            Option option = branch.option().below(above);
            Option sameId = ids.putIfAbsent(option.id(), option);
            Option sameLabel = labels.putIfAbsent(option.label(), option);
            if (sameId == null && sameLabel == null) {
                all.add(option);
            } else {
                Option earlier = sameId == null ? sameLabel : sameId;
                String what = sameId == null ? "label `" + option.label() + "`" : "id `" + option.id() + "`";
                diagnostics.add(Diagnostic.of(
                                Codes.DUPLICATE_ID,
                                option.place(),
                                "another choice has the " + what,
                                "give each choice an id and a label of its own")
                        .withNote(earlier.place(), "the other one is here"));
            }
            branch.tooDeep()
                    .ifPresent(place -> diagnostics.add(Diagnostic.of(
                            Codes.INVALID_VALUE,
                            place,
                            "choices are more than " + MOST_LEVELS + " levels deep",
                            "move these one level up")));
            add(
                    branch.below(),
                    Stream.concat(above.stream(), Stream.of(option)).toList(),
                    all,
                    ids,
                    labels,
                    diagnostics);
        }
    }
}

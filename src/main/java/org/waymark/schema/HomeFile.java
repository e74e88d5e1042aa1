package org.waymark.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Home.Section;
import org.waymark.schema.Home.Show;
import org.waymark.schema.PartName.Part;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/** The file that declares the home page. Bound to the kinds and vocabularies of one shape. */
public final class HomeFile {
    /** Its name below the folder of the shape. */
    public static final String NAME = "home.yaml";

    /** The maximum number of sections on a page. */
    static final int MOST_SECTIONS = 40;

    /** The maximum number of entries or links that a section may show. */
    static final int MOST_SHOWN = 100;

    /** The key for the kind, the vocabulary or the entry that a section is about. */
    public static final String OF = "of";

    public static final String HEADING = "heading";

    private static final Id ID = new Id("home");

    private static final Field<Optional<String>> OWN_HEADING =
            Field.optional(HEADING, new Line(90, "New this month"), "its heading, if the default one does not suit");
    private static final Field<Optional<Integer>> LIMIT =
            Field.optional("limit", new WholeNumber(1, MOST_SHOWN, "6"), "how many it may show");
    private static final Field<String> FILTER = Field.required(
            OF,
            PartName.line(Part.FACET_OF_KIND, 2 * Id.LONGEST, "course.level"),
            "the kind, a dot and the word of a facet of its list");

    private static final Field<List<Placed<Show>>> TOP = Field.list(
            "top",
            new WithSpan<>(new Choice<>(words(List.of(Show.SEARCH, Show.FIGURES, Show.WAYS_IN)))),
            "what is beside the title and the summary of the site");

    private final Field<Show> show =
            Field.required("show", new Choice<>(words(List.of(Show.values()))), "what the section shows");
    private final Field<Optional<String>> kind;
    private final Field<Optional<Vocabulary>> vocabulary;
    private final Field<Ref> text;
    private final Map<Show, List<Field<?>>> parameters = new EnumMap<>(Show.class);
    private final Field<List<Section>> sections;

    public HomeFile(Map<String, Vocabulary> vocabularies, List<Kind> kinds) {
        var names = new LinkedHashMap<String, String>();
        kinds.forEach(each -> names.put(each.name(), each.name()));
        // A kind whose file has another name is reported there, or with the kind that was meant.
        Map<String, String> nouns = new LinkedHashMap<>();
        kinds.stream()
                .map(each -> Id.from(each.noun().one()).value())
                .filter(noun -> !names.containsKey(noun))
                .forEach(noun -> nouns.put(noun, noun));
        kind = Field.optional(
                OF,
                new PartName<>(
                        Part.KIND, names.isEmpty() ? new Line(Id.LONGEST, "course") : new Choice<>(names, nouns)),
                "the kind; without it, each kind in the navigation that has such a list");
        vocabulary = Field.optional(
                OF,
                vocabularies.isEmpty() ? new Choice<>(Map.of("levels", NONE)) : new Choice<>(vocabularies),
                "the vocabulary; without it, each that has pages");
        text = Field.required(
                OF,
                new QualifiedReference(
                        kinds.stream().filter(each -> each.place().hasBody()).toList()),
                "the kind and the id of the entry whose text it is");
        for (Show each : Show.values()) {
            parameters.put(each, parametersOf(each));
        }
        sections = new Field<>(
                "sections",
                new ListOf<>(new SectionType(), 0, MOST_SECTIONS, true),
                Optional.empty(),
                "what follows, in order");
    }

    private static final Vocabulary NONE = new Vocabulary("levels", List.of());

    private List<Field<?>> parametersOf(Show each) {
        return switch (each) {
            case GROUPS, LIST, NEWEST -> List.of(kind, OWN_HEADING, LIMIT);
            case MATRIX -> List.of(kind, OWN_HEADING);
            case CHOICES -> List.of(vocabulary, OWN_HEADING, LIMIT);
            case MAP -> List.of(vocabulary, OWN_HEADING);
            case FILTER -> List.of(FILTER, OWN_HEADING, LIMIT);
            case TEXT -> List.of(text, OWN_HEADING);
            case FIGURES, SEARCH, TAKE_PART, WAYS_IN -> List.of(OWN_HEADING);
        };
    }

    private static Map<String, Show> words(List<Show> all) {
        var words = new LinkedHashMap<String, Show>();
        all.forEach(each -> words.put(each.word(), each));
        return words;
    }

    /** The fields of such a file. */
    List<Field<?>> parts() {
        return List.of(TOP, sections);
    }

    /**
     * The kind of this file, for tools that treat it like a file of entries.
     *
     * @param folder of the shape
     */
    public Kind kind(String folder) {
        return Kind.ofSettings(
                "home", new Noun("home page", "home pages", "a home page"), new Kind.YamlFolder(folder), parts(), TOP);
    }

    /**
     * Decodes a file as far as possible. A faulty section is left out.
     *
     * @return always with a value
     */
    public Outcome<Home> decode(Mapping mapping, Span start) {
        Outcome<Fields> decoded = FieldDecoder.decode("the home page", parts(), mapping, start, ID, Optional.empty());
        Fields values = decoded.value().orElseThrow();
        return Outcome.of(new Home(values.get(TOP), values.find(sections).orElse(List.of())), decoded.diagnostics());
    }

    /** A section: a word, or a group of a word and further fields. */
    private final class SectionType implements PartsByType<Section> {
        @Override
        public String decider() {
            return show.name();
        }

        @Override
        public List<Field<?>> parts(Optional<String> said) {
            var parts = new ArrayList<Field<?>>(List.of(show));
            Optional.ofNullable(words(List.of(Show.values())).get(said.orElse("")))
                    .ifPresent(each -> parts.addAll(Objects.requireNonNull(parameters.get(each))));
            return parts;
        }

        @Override
        public List<String> choices() {
            return show.type().choices();
        }

        @Override
        public Outcome<Section> decode(String name, Value value) {
            if (value instanceof Scalar scalar) {
                Outcome<?> word = show.type().decode(name, scalar);
                return word.value().isEmpty()
                        ? Outcome.failed(word.diagnostics())
                        : section(new Mapping(
                                List.of(new Member(new Scalar(show.name(), value.span()), Optional.of(value))),
                                value.span()));
            }
            return value instanceof Mapping mapping
                    ? section(mapping)
                    : InvalidValue.expected(name, value, "a list of words and of groups such as `" + example() + "`")
                            .outcome();
        }

        private Outcome<Section> section(Mapping mapping) {
            Optional<String> said = mapping.member(show.name())
                    .flatMap(Member::value)
                    .filter(Scalar.class::isInstance)
                    .map(word -> ((Scalar) word).text().strip());
            Optional<Member> shown = said.isPresent()
                    ? Optional.empty()
                    : mapping.members().stream()
                            .filter(member -> choices().contains(member.key().text()))
                            .findFirst();
            if (shown.isPresent()) {
                return Outcome.failed(wordAsKey(shown.get()));
            }
            boolean isKnown = said.filter(choices()::contains).isPresent();
            List<Field<?>> parts = parts(said);
            // The fields of an unknown section are unknown.
            Mapping judged = isKnown
                    ? mapping
                    : new Mapping(
                            mapping.members().stream()
                                    .filter(member -> member.key().text().equals(show.name()))
                                    .toList(),
                            mapping.span());
            Span start = mapping.members().isEmpty()
                    ? mapping.span()
                    : mapping.members().get(0).key().span();
            Outcome<Fields> decoded = FieldDecoder.decode(
                    "a section" + (isKnown ? " `" + said.get() + "`" : ""), parts, judged, start, ID, Optional.empty());
            Fields values = decoded.value().orElseThrow();
            boolean isWhole =
                    values.isComplete() && decoded.diagnostics().stream().noneMatch(Diagnostic::isError);
            return isWhole ? decoded.map(this::section) : Outcome.failed(decoded.diagnostics());
        }

        /** What a section shows, written before the colon. */
        private Diagnostic wordAsKey(Member member) {
            String word = member.key().text();
            String of = member.value()
                    .filter(Scalar.class::isInstance)
                    .map(value -> ((Scalar) value).text().strip())
                    .filter(text -> !text.isEmpty())
                    .map(text -> ", " + OF + ": " + text)
                    .orElse("");
            return Diagnostic.of(
                    Codes.UNKNOWN_FIELD,
                    member.key().span(),
                    "`" + word + "` is what a section shows, and comes after `" + show.name() + ":`",
                    "write `- {" + show.name() + ": " + word + of + "}`");
        }

        private Section section(Fields values) {
            Show shown = values.get(show);
            List<Field<?>> parts = Objects.requireNonNull(parameters.get(shown));
            Optional<String> path = parts.contains(FILTER) ? Optional.of(values.get(FILTER)) : Optional.empty();
            Optional<String> of = parts.contains(kind)
                    ? values.get(kind)
                    : parts.contains(vocabulary)
                            ? values.get(vocabulary).map(Vocabulary::name)
                            : path.map(HomeFile::beforeDot);
            return new Section(
                    shown,
                    of,
                    path.map(HomeFile::afterDot),
                    parts.contains(text) ? Optional.of(values.get(text)) : Optional.empty(),
                    values.get(OWN_HEADING),
                    parts.contains(LIMIT) ? values.get(LIMIT) : Optional.empty(),
                    values.origin());
        }

        @Override
        public Map<String, Object> schema() {
            var forms = new ArrayList<Object>();
            var alone = new ArrayList<String>();
            parameters.forEach((each, parts) -> {
                if (parts.stream().noneMatch(Field::isRequired)) {
                    alone.add(each.word());
                }
                var all = new ArrayList<Field<?>>();
                all.add(Field.required(show.name(), new Choice<>(words(List.of(each))), show.doc()));
                all.addAll(parts);
                forms.add(JsonSchema.ofFields(all));
            });
            forms.add(0, Map.of("enum", alone));
            return Map.of("anyOf", forms);
        }

        @Override
        public String example() {
            return "{show: list, limit: 6}";
        }
    }

    private static String beforeDot(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static String afterDot(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1);
    }
}

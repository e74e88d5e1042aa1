package org.waymark.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/** The types that a kind file can give to fields, each with its parameters. Bound to the vocabularies of one shape. */
final class FieldTypes {
    private static final Id NO_ID = new Id("type");
    private static final int LONGEST_EXAMPLE = 300;
    /** A list of groups. */
    private static final int SCHEMA_DEPTH = 2;

    private static final int LONGEST_LIST = 10_000;

    private static final Field<Integer> MAX =
            Field.required("max", new WholeNumber(1, "90"), "how many characters it may have");
    private static final Field<Optional<BigDecimal>> LEAST =
            Field.optional("min", anyNumber(), "the smallest number allowed");
    private static final Field<Optional<BigDecimal>> MOST =
            Field.optional("max", anyNumber(), "the largest number allowed");
    private static final Field<Optional<Integer>> DECIMALS = Field.optional(
            "decimals",
            new WholeNumber(0, DecimalNumber.MOST_DECIMALS, "2"),
            "how many digits a number may have after its point");
    private static final Field<Optional<Unit>> UNIT = Field.optional("unit", new UnitType(), "its unit");
    private static final Field<List<Unit>> UNITS =
            Field.list("units", new UnitType(), "its units; an entry uses one of them");
    private static final Field<Optional<List<Template>>> PATTERN =
            Field.optional("pattern", new OneOrMany<>(new TemplateType()), "its form, or a list of forms");
    private static final Field<Optional<CheckedForm>> CHECK =
            Field.optional("check", new Choice<>(CheckedForm.byWord()), "how its check digit is computed");
    private static final Field<Optional<Integer>> FEWEST =
            Field.optional("min", new WholeNumber(0, LONGEST_LIST, "1"), "how many items it needs");
    private static final Field<Optional<Integer>> MOST_ITEMS =
            Field.optional("max", new WholeNumber(1, LONGEST_LIST, "5"), "how many items it may have");
    private static final Field<Optional<Boolean>> UNIQUE =
            Field.optional("unique", new YesNo(), "yes if no two groups may be the same");
    private static final Field<Optional<String>> EXAMPLE = Field.optional(
            "example", new Line(LONGEST_EXAMPLE, "Herefordshire"), "a value as an editor would write it");
    private static final Field<Optional<Boolean>> PROSE =
            Field.optional("prose", new YesNo(), "yes for a sentence or a title, whose language is checked");
    private static final Field<List<Id>> TO = Field.required(
            "to", new OneOrMany<>(PartName.id(PartName.Part.KIND)), "the kind to which it refers, or a list of kinds");
    private static final Field<Optional<Boolean>> REQUIRED =
            Field.optional("required", new YesNo(), "yes if each entry must have it");
    private static final Field<String> HELP =
            Field.required("help", new Line(LONGEST_EXAMPLE, "the town, county or borough"), "what to write in it");
    private static final Field<Optional<String>> LABEL =
            Field.optional("label", new Line(90, "Opening times"), "the name that readers see");
    private static final Field<Optional<String>> LABEL_OF_MANY = Field.optional(
            "label-of-many", new Line(90, "Courses"), "the name that readers see if it has several values");
    private static final Field<Optional<String>> SHOWN_THERE_AS = Field.optional(
            "shown-there-as",
            new Line(90, "Courses"),
            "the heading of the list on the page of the entry that it names");
    private static final Field<Optional<Boolean>> READERS =
            Field.optional("readers", new YesNo(), "no if only editors see it");
    private static final Field<Optional<Id>> REPLACES =
            Field.optional("replaces", new Identifier(), "the field of the shape that it is, under another name");
    private static final Field<Optional<String>> AFTER = Field.optional(
            "after",
            PartName.line(PartName.Part.SIBLING, Id.LONGEST, "title"),
            "the field of the shape after which it comes");
    /** The keys that any field may have, whatever its type. */
    private static final List<Field<?>> OF_ANY_FIELD =
            List.of(REQUIRED, HELP, LABEL, LABEL_OF_MANY, SHOWN_THERE_AS, READERS);

    /** The further keys in a file that changes another's fields. */
    static final List<Field<?>> OF_CHANGE = List.of(AFTER, REPLACES);

    private static final Field<Optional<PositionType.Bounds>> BOUNDS =
            Field.optional("bounds", PositionType.Bounds.TYPE, "the area in which it must be");
    private static final String BRITAIN = "GB";

    /** Types that are lists of the choices of the vocabulary with their name, which comes with every shape. */
    private static final String ACCESSIBILITY = "accessibility";

    private static final String LANGUAGES = "languages";

    private static final String FROM = "from";
    private static final String LINE = "line";
    private static final String LIST = "list";
    private static final String OF = "of";

    /** The types whose parameters are unlike those of others. */
    private static final Map<String, String> TYPES_BY_PARAMETER = Map.of("to", "reference", FROM, "choice");

    /** What other programs call the types. */
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("array", "list"),
            Map.entry("bool", "yes-no"),
            Map.entry("boolean", "yes-no"),
            Map.entry("checkbox", "yes-no"),
            Map.entry("coordinates", "position"),
            Map.entry("cost", "money"),
            Map.entry("datetime", "date"),
            Map.entry("enum", "choice"),
            Map.entry("float", "number"),
            Map.entry("id", "identifier"),
            Map.entry("image", "picture"),
            Map.entry("int", "number"),
            Map.entry("integer", "number"),
            Map.entry("language", "languages"),
            Map.entry("link", "web-address"),
            Map.entry("location", "position"),
            Map.entry("markdown", "text"),
            Map.entry("hours", "opening-hours"),
            Map.entry("object", "group"),
            Map.entry("photo", "picture"),
            Map.entry("postal-address", "address"),
            Map.entry("price", "money"),
            Map.entry("relation", "reference"),
            Map.entry("select", "choice"),
            Map.entry("string", "line"),
            Map.entry("telephone", "phone"),
            Map.entry("uri", "web-address"),
            Map.entry("url", "web-address"),
            Map.entry("decimal", "number"),
            Map.entry("entry", "reference"),
            Map.entry("textarea", "text"),
            Map.entry("vocabulary", "choice"),
            Map.entry("website", "web-address"),
            Map.entry("year", "partial-date"));

    private final Map<String, DeclaredType> all = new LinkedHashMap<>();
    private final List<String> vocabularies;
    /** The parameter that every type has: its name. */
    private final Field<String> type;

    /** Creates a type from its parameters. */
    private record DeclaredType(List<Field<?>> parameters, Function<Fields, FieldType<?>> create) {}

    /**
     * The types for a directory.
     *
     * @param country for phone numbers without a country code; empty if unknown
     */
    FieldTypes(Map<String, Vocabulary> vocabularies, Optional<String> country) {
        this.vocabularies = List.copyOf(vocabularies.keySet());
        Field<FieldType<?>> of = Field.required(OF, new ItemType(), "the type of its items");
        Field<Vocabulary> from = Field.required(
                FROM,
                new PartName<>(PartName.Part.VOCABULARY, new Choice<>(vocabularies)),
                "the vocabulary of its values");
        Field<Optional<String>> name =
                Field.optional("name", new Line(90, "the scale"), "what messages call it, with an article");
        Field<DeclaredFields> parts = Field.required("fields", new FieldsType(false), "its parts");
        boolean isBritish = country.filter(BRITAIN::equals).isPresent();
        // A mistake in the country is not one in each phone number.
        boolean isKnown = country.filter(CountryCode.UNKNOWN::equals).isEmpty();
        add(ACCESSIBILITY, List.of(FEWEST, MOST_ITEMS), f -> list(vocabularies, ACCESSIBILITY, f));
        add("address", List.of(), f -> isBritish ? PostalAddress.BRITISH : PostalAddress.OTHER);
        add("amount", List.of(UNIT, UNITS, LEAST, MOST, DECIMALS, EXAMPLE), FieldTypes::amount);
        add("choice", List.of(from), f -> f.get(from).options().isEmpty() ? new AnyValue<>() : Choice.of(f.get(from)));
        add("citation", List.of(), f -> Citation.TYPE);
        add("date", List.of(), f -> new Date());
        add("e-mail", List.of(), f -> new Email());
        add("eligibility", List.of(), f -> Eligibility.TYPE);
        add("figure", List.of(), f -> Figure.TYPE);
        add(
                "group",
                List.of(name, parts),
                f -> new Group<>(f.get(name).orElse("the group"), f.get(parts).fields(), g -> g));
        add("identifier", List.of(PATTERN, CHECK, EXAMPLE), FieldTypes::identifier);
        add(LANGUAGES, List.of(FEWEST, MOST_ITEMS), f -> list(vocabularies, LANGUAGES, f));
        add(
                LINE,
                List.of(MAX, EXAMPLE, PROSE),
                f -> new Line(f.get(MAX), example(f, "…"), f.get(PROSE).orElse(false)));
        add(LIST, List.of(of, FEWEST, MOST_ITEMS, UNIQUE), f -> list(f.get(of), f));
        add("money", List.of(), f -> isKnown ? new MoneyType(MoneyType.of(country)) : new AnyValue<>());
        add("number", List.of(LEAST, MOST, DECIMALS, EXAMPLE), FieldTypes::number);
        add("opening-hours", List.of(), f -> new OpeningHoursType());
        add("partial-date", List.of(), f -> new FlexibleDate());
        add("period", List.of(), f -> new PeriodType());
        add("phone", List.of(), f -> isKnown ? new Phone(country) : new AnyValue<>());
        add("picture", List.of(), f -> Picture.TYPE);
        add("position", List.of(BOUNDS), f -> position(f.get(BOUNDS), isBritish));
        add("reference", List.of(TO, EXAMPLE), FieldTypes::reference);
        add("service-area", List.of(), f -> ServiceArea.TYPE);
        add("text", List.of(EXAMPLE), f -> new Text(example(f, "…")));
        add("web-address", List.of(), f -> new WebAddress());
        add("yes-no", List.of(), f -> new YesNo());
        var names = new LinkedHashMap<String, String>();
        names.put(LINE, LINE); // the example of a type, and the first that is offered
        all.keySet().forEach(each -> names.put(each, each));
        type = Field.required("type", new Choice<>(names), "what its value must be");
    }

    private void add(String name, List<Field<?>> parameters, Function<Fields, FieldType<?>> create) {
        all.put(name, new DeclaredType(parameters, create));
    }

    private static String example(Fields parameters, String otherwise) {
        return parameters.get(EXAMPLE).orElse(otherwise);
    }

    private static FieldType<BigDecimal> anyNumber() {
        return new DecimalNumber(Optional.empty(), Optional.empty(), DecimalNumber.MOST_DECIMALS, "1");
    }

    private static FieldType<?> number(Fields parameters) {
        int decimals = parameters.get(DECIMALS).orElse(0);
        if (decimals > 0) {
            return decimal(parameters, decimals, example(parameters, sample(parameters)));
        }
        BigDecimal least = parameters.get(LEAST).orElse(BigDecimal.ZERO);
        return new WholeNumber(
                whole(least, RoundingMode.CEILING),
                whole(parameters.get(MOST).orElse(BigDecimal.valueOf(WholeNumber.MOST)), RoundingMode.FLOOR),
                example(parameters, least.toPlainString()));
    }

    /** A number as a whole one, within the range allowed. */
    private static int whole(BigDecimal number, RoundingMode rounding) {
        BigDecimal most = BigDecimal.valueOf(WholeNumber.MOST);
        return number.setScale(0, rounding).min(most).max(most.negate()).intValueExact();
    }

    private static DecimalNumber decimal(Fields parameters, int decimals, String example) {
        return new DecimalNumber(
                parameters.get(LEAST).or(() -> Optional.of(BigDecimal.ZERO)), parameters.get(MOST), decimals, example);
    }

    /** A number that is allowed. */
    private static String sample(Fields parameters) {
        return parameters
                .get(LEAST)
                .or(() -> parameters.get(MOST))
                .orElse(BigDecimal.ONE)
                .toPlainString();
    }

    private static FieldType<?> amount(Fields parameters) {
        List<Unit> units = units(parameters);
        String sample = sample(parameters);
        DecimalNumber number =
                decimal(parameters, parameters.get(DECIMALS).orElse(DecimalNumber.MOST_DECIMALS), sample);
        return new QuantityType(
                number, units, example(parameters, new Quantity(new BigDecimal(sample), units.get(0)).toString()));
    }

    private static List<Unit> units(Fields parameters) {
        return Stream.concat(parameters.get(UNIT).stream(), parameters.get(UNITS).stream())
                .toList();
    }

    private static FieldType<?> identifier(Fields parameters) {
        List<Template> forms = parameters.get(PATTERN).orElse(List.of());
        Optional<CheckedForm> check = parameters.get(CHECK);
        return forms.isEmpty() && check.isEmpty()
                ? new Identifier()
                : new FormalIdentifier(forms, check, example(parameters, FormalIdentifier.sample(forms, check)));
    }

    private static PositionType position(Optional<PositionType.Bounds> declared, boolean isBritish) {
        return new PositionType(
                declared.or(() -> isBritish ? Optional.of(PositionType.Bounds.UNITED_KINGDOM) : Optional.empty()));
    }

    private static <T> ListOf<T> list(FieldType<T> item, Fields parameters) {
        return new ListOf<>(
                item,
                parameters.get(FEWEST).orElse(0),
                parameters.get(MOST_ITEMS).orElse(Integer.MAX_VALUE),
                parameters.get(UNIQUE).orElse(false));
    }

    /** A list of choices of a vocabulary with the name of the type. */
    private static FieldType<?> list(Map<String, Vocabulary> vocabularies, String name, Fields parameters) {
        return Optional.ofNullable(vocabularies.get(name))
                .filter(vocabulary -> !vocabulary.options().isEmpty())
                .<FieldType<?>>map(vocabulary -> list(Choice.of(vocabulary), parameters))
                .orElseGet(AnyValue::new);
    }

    private static FieldType<?> reference(Fields parameters) {
        List<String> kinds = parameters.get(TO).stream().map(Id::value).toList();
        String id = kinds.size() > 1 ? kinds.get(0) + "/an-id" : "an-id";
        return new Reference(kinds, example(parameters, id));
    }

    /** The parameters of a field of each type. */
    Map<String, List<Field<?>>> parametersByType() {
        var parameters = new LinkedHashMap<String, List<Field<?>>>();
        all.forEach((name, declared) -> {
            var known = new ArrayList<>(OF_ANY_FIELD);
            known.addAll(declared.parameters());
            parameters.put(name, known);
        });
        return parameters;
    }

    /** The declared fields of a kind, by name. */
    FieldType<DeclaredFields> fields() {
        return new FieldsType(false);
    }

    /** The same in a file that changes another's fields: a field without a type keeps what it does not mention. */
    FieldType<DeclaredFields> changedFields() {
        return new FieldsType(true);
    }

    /** The type that a declaration names. */
    private Optional<String> said(Mapping declaration) {
        return declaration
                .member(type.name())
                .flatMap(Member::value)
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text().strip());
    }

    /** The parameters of a type, with its name; for an unknown one, only its name. */
    private List<Field<?>> parametersOf(Optional<String> typed) {
        var parts = new ArrayList<Field<?>>(List.of(type));
        typed.map(all::get).ifPresent(declared -> parts.addAll(declared.parameters()));
        return parts;
    }

    /**
     * A vocabulary that does not exist under this or a similar name. Authors of a kind often have not written its
     * vocabulary yet.
     */
    private Optional<Diagnostic> missingVocabulary(Mapping field) {
        Optional<Scalar> from = field.member(FROM)
                .filter(member -> parametersOf(said(field)).stream()
                        .anyMatch(parameter -> parameter.name().equals(FROM)))
                .flatMap(Member::value)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
        Optional<Diagnostic> file = from.filter(name -> name.text().strip().endsWith(".yaml"))
                .map(name -> Diagnostic.of(
                                Codes.INVALID_VALUE,
                                name.span(),
                                "`" + name.text().strip() + "` is the name of a file",
                                "write the name of the vocabulary: `" + withoutExtension(name) + "`")
                        .withFix(name.written()
                                .map(span -> Fix.change(
                                        span, withoutExtension(name), vocabularies.contains(withoutExtension(name))))));
        return file.or(() -> from.filter(name -> Id.isValid(name.text().strip())
                        && !vocabularies.contains(name.text().strip())
                        && DidYouMean.nearest(name.text().strip(), vocabularies).isEmpty())
                .map(name -> Diagnostic.of(
                        Codes.INVALID_VALUE,
                        name.span(),
                        "no vocabulary is called `" + name.text().strip() + "`",
                        "write its choices in a file `content/shape/" + VocabularyFile.FOLDER + "/"
                                + name.text().strip() + ".yaml`"
                                + (vocabularies.isEmpty()
                                        ? ""
                                        : ", or name one of " + String.join(", ", vocabularies)))));
    }

    private static String withoutExtension(Scalar name) {
        String text = name.text().strip();
        return text.substring(text.lastIndexOf('/') + 1, text.length() - ".yaml".length());
    }

    /** The name of a type without {@code type:} before it, or with a misspelt one. */
    private Optional<Diagnostic> typeWithoutKey(Mapping declaration) {
        if (declaration.has(type.name())) {
            return Optional.empty();
        }
        Optional<Diagnostic> word = declaration.members().stream()
                .filter(member -> all.containsKey(member.key().text())
                        && member.value().filter(value -> !isBlank(value)).isEmpty())
                .findFirst()
                .map(member -> member.key())
                .map(key -> Diagnostic.of(
                                Codes.UNKNOWN_FIELD,
                                key.span(),
                                "`" + key.text() + "` is a type, which comes after `" + type.name() + ":`",
                                "write `" + type.name() + ": " + key.text() + "`")
                        .withFix(Optional.of(Fix.change(key.span(), type.name() + ": " + key.text(), true))));
        return word.or(() -> declaration.members().stream()
                .filter(member -> member.value()
                        .filter(Scalar.class::isInstance)
                        .filter(value -> all.containsKey(((Scalar) value).text().strip()))
                        .isPresent())
                .map(Member::key)
                .filter(key ->
                        DidYouMean.nearest(key.text(), List.of(type.name())).isPresent())
                .findFirst()
                .map(key -> Diagnostic.of(
                                Codes.UNKNOWN_FIELD,
                                key.span(),
                                "a field has no `" + key.text() + "`",
                                "did you mean `" + type.name() + "`?")
                        .withFix(Optional.of(Fix.change(key.span(), type.name(), true)))));
    }

    private static boolean isBlank(Value value) {
        return value instanceof Scalar scalar && scalar.text().isBlank();
    }

    /** A parameter of the items of a list, written as one of the list. */
    private Optional<Diagnostic> outsideOfItem(Mapping declaration) {
        Optional<Member> of = declaration.member(OF);
        if (said(declaration).filter(LIST::equals).isEmpty()
                || of.flatMap(Member::value).filter(Mapping.class::isInstance).isPresent()) {
            return Optional.empty();
        }
        List<Field<?>> ofList =
                Stream.concat(OF_ANY_FIELD.stream(), OF_CHANGE.stream()).toList();
        List<Field<?>> parameters = Objects.requireNonNull(all.get(LIST)).parameters();
        for (Member member : declaration.members()) {
            String word = member.key().text();
            boolean isOfList = Stream.concat(ofList.stream(), parameters.stream())
                    .anyMatch(field -> field.name().equals(word));
            Optional<String> item = of.flatMap(Member::value)
                    .map(value -> ((Scalar) value).text().strip())
                    .or(() -> Optional.ofNullable(TYPES_BY_PARAMETER.get(word)));
            if (!isOfList && item.map(all::get).filter(each -> has(each, word)).isPresent()) {
                return Optional.of(Diagnostic.of(
                        Codes.UNKNOWN_FIELD,
                        member.key().span(),
                        "`" + word + "` is about the items of the list",
                        "write `" + OF + ": {" + type.name() + ": " + item.get() + ", " + word + ": "
                                + member.value()
                                        .filter(Scalar.class::isInstance)
                                        .map(value -> ((Scalar) value).text().strip())
                                        .orElse("\u2026")
                                + "}`"));
            }
        }
        return Optional.empty();
    }

    private static boolean has(DeclaredType declared, String parameter) {
        return declared.parameters().stream().anyMatch(field -> field.name().equals(parameter));
    }

    /** Choices listed where the name of their vocabulary belongs. */
    private Optional<Diagnostic> choicesInPlace(Mapping field) {
        return said(field)
                .filter(name -> name.equals("choice") && !field.has(FROM))
                .flatMap(name -> field.member(VocabularyFile.BELOW))
                .map(choices -> Diagnostic.of(
                        Codes.UNKNOWN_FIELD,
                        choices.key().span(),
                        "choices are in a file of their own, a vocabulary",
                        "write them in a file such as `content/shape/" + VocabularyFile.FOLDER
                                + "/levels.yaml`, and its name here: `from: levels`"));
    }

    /**
     * The schema of a declaration: its type determines which other keys it can have.
     *
     * @param depth how many levels of nested declarations are described; deeper ones may be anything
     */
    private Map<String, Object> declarationSchema(PartsByType<?> declaration, int depth) {
        boolean isNeeded = declaration.parts(Optional.empty()).stream()
                .anyMatch(part -> part.name().equals(declaration.decider()) && part.isRequired());
        var byType = new ArrayList<Map<String, Object>>();
        for (String name : all.keySet()) {
            List<Field<?>> parts = declaration.parts(Optional.of(name));
            var properties = new LinkedHashMap<String, Object>();
            parts.forEach(part -> properties.put(part.name(), partSchema(part, depth)));
            byType.add(Map.of(
                    "if",
                    Map.of(
                            "properties", Map.of(declaration.decider(), Map.of("const", name)),
                            "required", List.of(declaration.decider())),
                    "then",
                    Map.of(
                            "properties",
                            properties,
                            "required",
                            parts.stream()
                                    .filter(Field::isRequired)
                                    .map(Field::name)
                                    .toList(),
                            "additionalProperties",
                            false)));
        }
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(declaration.decider(), partSchema(type, depth)),
                "required",
                isNeeded ? List.of(declaration.decider()) : List.of(),
                "allOf",
                byType);
    }

    private Map<String, Object> partSchema(Field<?> part, int depth) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", part.doc());
        FieldType<?> inner = part.type();
        if (inner instanceof FieldsType names) {
            schema.put("type", "object");
            if (depth > 0 && names.part() instanceof PartsByType<?> declared) {
                schema.put("additionalProperties", declarationSchema(declared, depth - 1));
            }
        } else if (inner instanceof ItemType item) {
            schema.put(
                    "anyOf",
                    depth > 0
                            ? List.of(Map.of("enum", item.choices()), declarationSchema(item, depth - 1))
                            : List.of(Map.of("type", List.of("string", "object"))));
        } else {
            schema.putAll(inner.schema());
        }
        return schema;
    }

    /** Decodes a mapping that names a type and gives its parameters. */
    private Outcome<Fields> parameters(String what, List<Field<?>> more, Mapping mapping) {
        Optional<String> said = said(mapping);
        Optional<DeclaredType> declared = said.map(all::get);
        // Without a known type, no parameter can be checked, and without any only the type is missing.
        List<Field<?>> known = new ArrayList<>(List.of(type));
        more.forEach(each -> known.add(mapping.has(type.name()) ? each : whereItChanges(each)));
        known.addAll(declared.map(DeclaredType::parameters).orElse(List.of()));
        Mapping judged = declared.isPresent()
                ? mapping
                : new Mapping(
                        mapping.members().stream()
                                .filter(member -> member.key().text().indexOf(':') > 0
                                        || known.stream()
                                                .anyMatch(field -> field.name()
                                                        .equals(member.key().text())))
                                .toList(),
                        mapping.span());
        Optional<Diagnostic> missing = typeWithoutKey(mapping)
                .or(() -> outsideOfItem(mapping))
                .or(() -> missingVocabulary(judged))
                .or(() -> choicesInPlace(judged));
        if (missing.isPresent()) {
            return Outcome.failed(missing.get());
        }
        Outcome<Fields> decoded = FieldDecoder.decode(what, known, judged, startOf(mapping), NO_ID, Optional.empty());
        boolean isComplete =
                declared.isPresent() && decoded.value().orElseThrow().isComplete();
        if (!isComplete || decoded.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            return Outcome.failed(decoded.diagnostics().stream()
                    .map(finding -> ofOtherWord(mapping, finding))
                    .toList());
        }
        Optional<Diagnostic> contradiction = contradiction(decoded.value().orElseThrow());
        return contradiction.isPresent() ? Outcome.failed(contradiction.get()) : decoded;
    }

    /** The type meant by a word that programs commonly use for it. */
    private Diagnostic ofOtherWord(Mapping declaration, Diagnostic finding) {
        return declaration
                .member(type.name())
                .flatMap(Member::value)
                .filter(value -> value.span().equals(finding.span()))
                .flatMap(value -> said(declaration))
                .map(word -> OTHER_WORDS.get(word.toLowerCase(Locale.ROOT)))
                .map(meant -> finding.withHelp(Optional.of("did you mean `" + meant + "`?"))
                        .withFix(Optional.of(Fix.change(finding.span(), meant, false))))
                .or(() -> said(declaration)
                        .filter(word -> finding.fix().isEmpty() && isSaid(declaration, finding))
                        .flatMap(this::ofName)
                        .map(help -> finding.withHelp(Optional.of(help))))
                .orElse(finding);
    }

    private boolean isSaid(Mapping declaration, Diagnostic finding) {
        return declaration
                .member(type.name())
                .flatMap(Member::value)
                .filter(value -> value.span().equals(finding.span()))
                .isPresent();
    }

    /** What to write if the name of a vocabulary, or perhaps of a kind, is where a type should be. */
    private Optional<String> ofName(String word) {
        if (vocabularies.contains(word)) {
            return Optional.of("write `{type: choice, from: " + word + "}`");
        }
        return Id.isValid(word) && !all.containsKey(word)
                ? Optional.of("if it is a kind, write `{type: reference, to: " + word + "}`; otherwise "
                        + type.type().choices().stream()
                                .map(each -> "`" + each + "`")
                                .collect(Collectors.joining(", ", "one of ", "")))
                : Optional.empty();
    }

    /** Reports parameters that are valid on their own but not together. */
    private Optional<Diagnostic> contradiction(Fields parameters) {
        String name = parameters.get(type);
        if (name.equals("amount")
                && (parameters.get(UNIT).isPresent() == !parameters.get(UNITS).isEmpty())) {
            boolean isNone = parameters.get(UNIT).isEmpty();
            return Optional.of(fault(
                    parameters,
                    isNone ? type : UNITS,
                    isNone ? "an amount needs a unit" : "an amount has either `unit` or `units`",
                    isNone
                            ? "add one such as `unit: km`, or several such as `units: [km, miles]`"
                            : "remove one of them"));
        }
        List<String> units = parameters.get(UNITS).stream()
                .flatMap(unit -> Stream.of(unit.one(), unit.many()).distinct())
                .toList();
        if (new HashSet<>(units).size() < units.size()) {
            return Optional.of(fault(parameters, UNITS, "two units have the same name", "remove one of the two"));
        }
        if (name.equals("identifier")
                && parameters.get(EXAMPLE).isPresent()
                && parameters.get(PATTERN).isEmpty()
                && parameters.get(CHECK).isEmpty()) {
            return Optional.of(fault(
                    parameters, EXAMPLE, "`example` is for an identifier with a `pattern` or a `check`", "remove it"));
        }
        if (parameters
                .find(BOUNDS)
                .flatMap(area -> area)
                .filter(PositionType.Bounds::isEmpty)
                .isPresent()) {
            return Optional.of(fault(
                    parameters,
                    BOUNDS,
                    "nothing is within `bounds`",
                    "write the smaller number as `south` and as `west`"));
        }
        boolean isReversed = name.equals(LIST)
                ? parameters.get(FEWEST).orElse(0) > parameters.get(MOST_ITEMS).orElse(LONGEST_LIST)
                : parameters.find(LEAST).flatMap(least -> least).isPresent() && isReversed(parameters);
        if (isReversed) {
            return Optional.of(fault(parameters, MOST, "`max` is less than `min`", "swap the two"));
        }
        return wrongExample(parameters);
    }

    private static boolean isReversed(Fields parameters) {
        Optional<BigDecimal> most = parameters.get(MOST);
        return most.isPresent() && parameters.get(LEAST).orElseThrow().compareTo(most.get()) > 0;
    }

    /** Reports an example that would be invalid in an entry. */
    private Optional<Diagnostic> wrongExample(Fields parameters) {
        return parameters
                .find(EXAMPLE)
                .flatMap(text -> text)
                .flatMap(text -> create(parameters)
                        .decode(
                                EXAMPLE.name(),
                                new Scalar(text, parameters.origin().of(EXAMPLE)))
                        .diagnostics()
                        .stream()
                        .filter(Diagnostic::isError)
                        .findFirst());
    }

    private static Diagnostic fault(Fields parameters, Field<?> field, String message, String help) {
        return Diagnostic.of(Codes.INVALID_VALUE, parameters.origin().of(field), message, help);
    }

    private FieldType<?> create(Fields parameters) {
        return Objects.requireNonNull(all.get(parameters.get(type))).create().apply(parameters);
    }

    private static Span startOf(Mapping mapping) {
        return mapping.members().isEmpty()
                ? mapping.span()
                : mapping.members().get(0).key().span();
    }

    /** The type of the items of a list: a name, or a group of a type and its parameters. */
    private final class ItemType implements PartsByType<FieldType<?>> {
        @Override
        public String decider() {
            return type.name();
        }

        @Override
        public List<Field<?>> parts(Optional<String> said) {
            return parametersOf(said);
        }

        @Override
        public List<String> choices() {
            return type.type().choices();
        }

        @Override
        public Outcome<FieldType<?>> decode(String name, Value value) {
            Mapping mapping = value instanceof Mapping written
                    ? written
                    : new Mapping(
                            List.of(new Member(new Scalar(type.name(), value.span()), Optional.of(value))),
                            value.span());
            if (value instanceof Scalar scalar && !all.containsKey(scalar.text().strip())) {
                return Outcome.failed(type.type().decode(name, scalar).diagnostics().stream()
                        .map(finding -> ofOtherWord(mapping, finding))
                        .toList());
            }
            return parameters("the type of an item", List.of(), mapping).map(FieldTypes.this::create);
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("anyOf", List.of(Map.of("enum", choices()), declarationSchema(this, SCHEMA_DEPTH)));
        }

        @Override
        public String example() {
            return "web-address";
        }
    }

    /** The same parameter in a file that changes fields, where each is optional. */
    private static Field<?> whereItChanges(Field<?> parameter) {
        return new Field<>(parameter.name(), parameter.type(), Optional.of(Optional.empty()), parameter.doc());
    }

    /** A type with its parameters, and the keys that any field may have. */
    private final class DeclarationType implements PartsByType<Fields> {
        private final boolean isChange;

        DeclarationType(boolean isChange) {
            this.isChange = isChange;
        }

        @Override
        public String decider() {
            return type.name();
        }

        @Override
        public List<Field<?>> parts(Optional<String> said) {
            var parts = new ArrayList<>(parametersOf(said));
            if (isChange && said.isEmpty()) {
                all.values().stream()
                        .flatMap(declared -> declared.parameters().stream())
                        .filter(parameter -> !parts.contains(parameter))
                        .forEach(parts::add);
            }
            parts.addAll(OF_ANY_FIELD);
            if (isChange) {
                parts.addAll(OF_CHANGE);
                parts.replaceAll(FieldTypes::whereItChanges);
            }
            return parts;
        }

        @Override
        public Outcome<Fields> decode(String name, Value value) {
            return value instanceof Mapping mapping
                    ? parameters("the declaration of `" + name + "`", OF_ANY_FIELD, mapping)
                    : InvalidValue.expected(name, value, "a type and a help").outcome();
        }

        @Override
        public Map<String, Object> schema() {
            return declarationSchema(this, SCHEMA_DEPTH);
        }

        @Override
        public String example() {
            return "{type: line, max: 90, help: the town or village}";
        }
    }

    /** Fields by name, each with its type, its parameters and its help. */
    private final class FieldsType implements PartsByName<DeclaredFields> {
        private final boolean areChanges;

        FieldsType(boolean areChanges) {
            this.areChanges = areChanges;
        }

        @Override
        public FieldType<?> part() {
            return new DeclarationType(areChanges);
        }

        @Override
        public Outcome<DeclaredFields> decode(String name, Value value) {
            if (!(value instanceof Mapping mapping)) {
                return Outcome.failed(Diagnostic.of(
                        Codes.INVALID_VALUE,
                        value.span(),
                        "`" + name + "` must be lines of the form `" + example() + "`",
                        "write each on a line of its own below `" + name + ":`, indented, without dashes or `[ ]`"));
            }
            var fields = new ArrayList<Field<?>>();
            var places = new HashMap<String, Span>();
            var diagnostics = new ArrayList<Diagnostic>();
            for (Member member : mapping.members()) {
                Outcome<Field<?>> field = field(member);
                places.put(member.key().text(), member.key().span());
                diagnostics.addAll(field.diagnostics());
                // A broken field accepts any value, unless no entry can have it.
                field.value()
                        .or(() -> Optional.of(member.key().text())
                                .filter(text -> !text.isEmpty())
                                .map(text -> Field.optional(text, new AnyValue<>(), "a value")))
                        .ifPresent(fields::add);
            }
            return Outcome.of(new DeclaredFields(fields, places), diagnostics);
        }

        private Outcome<Field<?>> field(Member member) {
            String name = member.key().text();
            if (!Id.isValid(name)) {
                return Outcome.failed(Diagnostic.of(
                        Codes.INVALID_VALUE,
                        member.key().span(),
                        "`" + InvalidValue.quoted(name) + "` cannot be the name of a field",
                        "write it in lower-case letters, with hyphens between words, such as `" + likely(name) + "`"));
            }
            if (!(member.value().orElse(null) instanceof Mapping mapping)) {
                String said = member.value().orElse(null) instanceof Scalar scalar
                        ? scalar.text().strip()
                        : "";
                return Outcome.failed(Diagnostic.of(
                        Codes.INVALID_VALUE,
                        member.key().span(),
                        "`" + name + "` must have a type and a help",
                        "write them as `"
                                + (all.containsKey(said) ? name + ": {type: " + said + ", help: …}" : example())
                                + "`"));
            }
            return parameters("the declaration of `" + name + "`", OF_ANY_FIELD, mapping)
                    .map(parameters -> declared(name, parameters));
        }

        private static String likely(String typed) {
            return typed.chars().anyMatch(Character::isLetterOrDigit)
                    ? Id.from(typed).value()
                    : "opening-times";
        }

        private Field<?> declared(String name, Fields parameters) {
            boolean isRequired = parameters.get(REQUIRED).orElse(false);
            FieldType<?> created = create(parameters);
            String help = parameters.get(HELP);
            Field<?> field;
            if (created instanceof AnyValue || (created instanceof ListOf<?> all && all.item() instanceof AnyValue)) {
                field = Field.optional(name, new AnyValue<>(), help);
            } else if (created instanceof ListOf<?> list) {
                field = isRequired
                        ? Field.required(name, list.ofAtLeastOne(), help)
                        : Field.optionalList(name, list, help);
            } else {
                field = isRequired ? Field.required(name, created, help) : Field.optional(name, created, help);
            }
            return field.shown(display(field.display(), parameters));
        }

        private static Field.Display display(Field.Display plain, Fields parameters) {
            String label = parameters.get(LABEL).orElse(plain.label());
            return new Field.Display(
                    label,
                    parameters.get(LABEL_OF_MANY).orElse(label),
                    parameters.get(SHOWN_THERE_AS),
                    parameters.get(READERS).orElse(true));
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "object", "additionalProperties", part().schema());
        }

        @Override
        public String example() {
            return "town: {type: line, max: 90, help: the town or village}";
        }
    }
}

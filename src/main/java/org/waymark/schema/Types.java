package org.waymark.schema;

import java.net.IDN;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Addresses;
import org.waymark.source.Invisible;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** The types that fields have. */
public final class Types {
    /** What other readers of YAML take a text for that is written without quotes, such as {@code 0123}. */
    private static final List<String> TYPED = List.of("string", "number", "boolean");

    private Types() {}

    /** One line of plain text of at most {@code longest} characters (code points). */
    public static FieldType<String> line(int longest, String example) {
        return scalar("a line of text", example, Map.of("type", TYPED, "maxLength", longest), (name, scalar) -> {
            String text = scalar.text().strip();
            int length = text.codePointCount(0, text.length());
            if (text.indexOf('\n') >= 0) {
                return wrong(scalar, "`" + name + "` must be one line, but it has several", "write it on one line");
            }
            if (length > longest) {
                return wrong(
                        scalar,
                        "`" + name + "` has " + length + " characters, but at most " + longest + " fit",
                        "shorten it by " + (length - longest) + (length - longest == 1 ? " character" : " characters"));
            }
            return Outcome.of(text);
        });
    }

    /** Plain text of any length, without Markdown. */
    public static FieldType<String> text(String example) {
        return scalar(
                "a text",
                example,
                Map.of("type", TYPED),
                (name, scalar) -> Outcome.of(scalar.text().strip().replace('\n', ' ')));
    }

    /** A day in ISO form. */
    public static FieldType<LocalDate> date() {
        String wanted = "a date such as 2025-03-31";
        return scalar(
                new Shape.Day(),
                wanted,
                "2025-03-31",
                Map.of("type", "string", "format", "date"),
                (name, scalar) -> PartialDate.parse(scalar.text().strip())
                        .flatMap(PartialDate::toDay)
                        .map(Outcome::of)
                        .orElseGet(() -> notADate(name, scalar, wanted, true)));
    }

    /** A day, month or year in ISO form. */
    public static FieldType<PartialDate> partialDate() {
        String wanted = "a date such as 2025-03-31, 2025-03 or 2025";
        return scalar(
                new Shape.Day(),
                wanted,
                "2025-03-31",
                Map.of("type", List.of("string", "integer"), "pattern", "^[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$"),
                (name, scalar) -> PartialDate.parse(scalar.text().strip())
                        .map(Outcome::of)
                        .orElseGet(() -> notADate(name, scalar, wanted, false)));
    }

    private static <T> Outcome<T> notADate(String name, Scalar scalar, String wanted, boolean isDay) {
        String text = scalar.text().strip();
        Optional<DateGuess> guess =
                DateGuess.of(text).filter(read -> !isDay || read.date().toDay().isPresent());
        String help = guess.map(read -> "did you mean `" + read.date().iso() + "`?")
                .orElse(
                        text.matches("[1-9]\\d{3}-\\d\\d-\\d\\d")
                                ? "the calendar has no such day"
                                : "write the year, the month and the day as numbers, with hyphens between");
        return withFix(
                withHelp(expected(name, scalar, wanted), help),
                guess.flatMap(read -> scalar.written()
                        .map(place -> Fix.change(place, read.date().iso(), read.isCertain()))));
    }

    /** A whole number from {@code least} to a billion, in digits only. */
    public static FieldType<Integer> wholeNumber(int least, String example) {
        String wanted = "a whole number in digits, from " + least + " to a billion";
        return scalar(
                wanted,
                example,
                Map.of("type", "integer", "minimum", least, "maximum", 1_000_000_000),
                (name, scalar) -> {
                    String digits = scalar.text().strip();
                    boolean plain = !digits.isEmpty()
                            && digits.length() <= 10
                            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
                    long number = plain ? Long.parseLong(digits) : -1;
                    if (number < least || number > 1_000_000_000) {
                        String onlyDigits = digits.replace(",", "").replace(" ", "");
                        boolean grouped = !onlyDigits.equals(digits)
                                && !onlyDigits.isEmpty()
                                && onlyDigits.chars().allMatch(c -> c >= '0' && c <= '9');
                        Outcome<Integer> wrong = expected(name, scalar, wanted);
                        return grouped
                                ? withFix(
                                        withHelp(wrong, "write `" + onlyDigits + "`"),
                                        withoutGroups(scalar, onlyDigits, least))
                                : wrong;
                    }
                    return Outcome.of((int) number);
                });
    }

    /** A number in groups of three digits can be read in one way only. */
    private static Optional<Fix> withoutGroups(Scalar scalar, String digits, int least) {
        boolean isNumber = scalar.text().strip().matches("\\d{1,3}(?:([, ])\\d{3})(?:\\1\\d{3})*");
        boolean fits = digits.length() <= 9 && Integer.parseInt(digits) >= least;
        return scalar.written().filter(place -> isNumber && fits).map(place -> Fix.change(place, digits, true));
    }

    /** A full web address, {@code https://} or {@code http://}. */
    public static FieldType<String> webAddress() {
        String wanted = "a web address that begins with https://";
        return scalar(
                wanted,
                "https://www.example.org/",
                Map.of("type", "string", "format", "uri", "pattern", "^https?://"),
                (name, scalar) -> {
                    String address = scalar.text().strip();
                    if (isWebAddress(address)) {
                        return Outcome.of(Addresses.encoded(address));
                    }
                    String bare = address.startsWith("//") ? address.substring(2) : address;
                    boolean isBare = !bare.contains(":") && bare.contains(".") && isWebAddress("https://" + bare);
                    String help =
                            isBare ? "write `https://" + bare + "`" : "copy it from the address line of a browser";
                    return withFix(
                            withHelp(expected(name, scalar, wanted), help),
                            scalar.written()
                                    .filter(place -> isBare)
                                    .map(place -> place.part(
                                            scalar.text().indexOf(address),
                                            scalar.text().length()))
                                    .map(place -> complete(place, address, bare)));
                });
    }

    private static Fix complete(Span place, String address, String bare) {
        String start = address.equals(bare) ? "https://" : "https:";
        return Fix.certain("Write `" + start + "` before it", Fix.insertion(place.path(), place.start(), start));
    }

    /** The address of a site, to which the paths of its pages can be added: without a query or fragment. */
    public static FieldType<String> siteAddress() {
        return scalar(
                "a web address that begins with https://",
                "https://directory.example.org/",
                Map.of("type", "string", "format", "uri", "pattern", "^https?://[^?#]*$"),
                (name, scalar) -> {
                    String address = scalar.text().strip();
                    String bare = address.split("[?#]", 2)[0];
                    Optional<String> host = Addresses.host(address).filter(Types::isForeign);
                    if (host.isPresent()) { // which not all programs understand that read sitemaps and feeds
                        return withHelp(
                                expected(name, scalar, "an address with nothing but letters from a to z in its host"),
                                ascii(host.get())
                                        .map(ascii -> "write the host as `" + ascii + "`")
                                        .orElse("copy it from the address line of a browser"));
                    }
                    return address.equals(bare) || !isWebAddress(address)
                            ? webAddress().decode(name, scalar)
                            : withFix(
                                    withHelp(
                                            expected(name, scalar, "an address without `?` and `#`"),
                                            "write `" + bare + "`"),
                                    scalar.written().map(place -> Fix.change(place, bare, false)));
                });
    }

    /** A host as names of the web are kept; none for one that cannot be kept so (RFC 5891, section 4). */
    private static Optional<String> ascii(String host) {
        try {
            return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isForeign(String host) {
        return host.chars().anyMatch(c -> c >= 0x7F);
    }

    private static boolean isWebAddress(String address) {
        boolean isSmall = address.startsWith("https://") || address.startsWith("http://");
        return isSmall && Addresses.isWeb(address) && !hasForbidden(address);
    }

    private static boolean hasForbidden(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\') {
                return true;
            }
        }
        return false;
    }

    private static final Pattern EMAIL = Pattern.compile(
            "[\\w.!#$%&'*+/=?^`{|}~-]+@(LABEL\\.)+LABEL".replace("LABEL", "[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?"));

    /** An e-mail address: something, an @, and a domain with a dot. */
    public static FieldType<String> email() {
        String wanted = "an e-mail address such as name@example.org";
        return scalar(wanted, "name@example.org", Map.of("type", "string", "format", "email"), (name, scalar) -> {
            String address = scalar.text().strip();
            boolean valid = EMAIL.matcher(address).matches();
            return valid ? Outcome.of(address) : expected(name, scalar, wanted);
        });
    }

    /** A language tag (BCP 47), such as {@code en-GB}. */
    public static FieldType<String> languageTag() {
        String wanted = "a language tag such as en-GB";
        return scalar(wanted, "en-GB", Map.of("type", "string"), (name, scalar) -> {
            try {
                var locale = new Locale.Builder()
                        .setLanguageTag(scalar.text().strip())
                        .build();
                boolean known = locale.getLanguage().length() == 2
                        || locale.getLanguage().length() == 3;
                return !known ? expected(name, scalar, wanted) : Outcome.of(locale.toLanguageTag());
            } catch (IllformedLocaleException e) {
                return expected(name, scalar, wanted);
            }
        });
    }

    /** One of a few values, by its exact words. */
    public static <T> FieldType<T> oneOf(Map<String, T> choices) {
        var names = List.copyOf(choices.keySet());
        String wanted = "one of " + names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
        return scalar(new Shape.Choice(names), wanted, names.get(0), Map.of("enum", names), (name, scalar) -> {
            T chosen = choices.get(scalar.text().strip());
            if (chosen != null) {
                return Outcome.of(chosen);
            }
            Outcome<T> wrong = expected(name, scalar, wanted);
            return DidYouMean.suggest(scalar.text(), names)
                    .map(near -> withFix(withHelp(wrong, near.question()), near.fix(scalar.written())))
                    .orElse(wrong);
        });
    }

    /** {@code yes} or {@code no}. YAML's own words for them, {@code true} and {@code false}, are understood as well. */
    public static FieldType<Boolean> yesNo() {
        var words = new LinkedHashMap<String, Boolean>();
        words.put("yes", true);
        words.put("no", false);
        FieldType<Boolean> ours = oneOf(words);
        var schema = Map.<String, Object>of("enum", List.of("yes", "no", true, false));
        return scalar(
                ours.shape(), "one of `yes`, `no`", ours.example(), schema, (name, scalar) -> switch (scalar.text()
                        .strip()) {
                    case "true" -> Outcome.of(true);
                    case "false" -> Outcome.of(false);
                    default -> ours.decode(name, scalar);
                });
    }

    /** A value of another type, and where it stands. */
    public static <T> FieldType<Placed<T>> placed(FieldType<T> type) {
        return new FieldType<>() {
            @Override
            public Outcome<Placed<T>> decode(String name, Value value) {
                return type.decode(name, value).map(decoded -> new Placed<>(decoded, value.span()));
            }

            @Override
            public Map<String, Object> jsonSchema() {
                return type.jsonSchema();
            }

            @Override
            public String example() {
                return type.example();
            }

            @Override
            public Shape shape() {
                return type.shape();
            }
        };
    }

    /** An id, whether or not an entry has it. */
    public static FieldType<Id> id() {
        return scalar(
                "an id such as extended-access",
                "extended-access",
                ID_SCHEMA,
                (name, scalar) -> decodeId(name, scalar, true));
    }

    /** A reference to an entry of a kind, by its id. */
    public static <E extends Entry> FieldType<Ref<E>> ref(Class<E> target, String example) {
        return scalar(
                new Shape.Reference(target),
                "an id such as " + example,
                example,
                ID_SCHEMA,
                (name, scalar) -> decodeId(name, scalar, false).map(id -> new Ref<>(target, id, scalar.span())));
    }

    /**
     * The name of an entry of any of some kinds, whether or not there is such an entry.
     *
     * @param kinds asked for only when a value is at hand, since kinds declare the fields of this type
     */
    public static FieldType<EntryName> entryName(Supplier<List<Kind<?>>> kinds, String example) {
        return new FieldType<>() {
            @Override
            public Outcome<EntryName> decode(String name, Value value) {
                return type().decode(name, value);
            }

            @Override
            public Map<String, Object> jsonSchema() {
                return type().jsonSchema();
            }

            @Override
            public String example() {
                return example;
            }

            private FieldType<EntryName> type() {
                String names = kinds.get().stream().map(Kind::name).collect(Collectors.joining("|"));
                return scalar(
                        "a kind and an id such as " + example,
                        example,
                        Map.of("type", "string", "pattern", "^(" + names + ")/[a-z0-9]+(-[a-z0-9]+)*$"),
                        (name, scalar) -> decodeEntryName(name, scalar, kinds.get(), example));
            }
        };
    }

    /** A reference to an entry of any of some kinds, by kind and id. */
    public static FieldType<Ref<?>> anyRef(Supplier<List<Kind<?>>> kinds, String example) {
        FieldType<EntryName> type = entryName(kinds, example);
        return new FieldType<>() {
            @Override
            public Outcome<Ref<?>> decode(String name, Value value) {
                return type.decode(name, value)
                        .map(entry -> new Ref<>(entry.kind().type(), entry.id(), value.span()));
            }

            @Override
            public Map<String, Object> jsonSchema() {
                return type.jsonSchema();
            }

            @Override
            public String example() {
                return example;
            }

            @Override
            public Shape shape() {
                return new Shape.AnyReference(kinds.get());
            }
        };
    }

    private static Outcome<EntryName> decodeEntryName(String name, Scalar scalar, List<Kind<?>> kinds, String example) {
        String text = scalar.text().strip();
        int slash = text.indexOf('/');
        if (slash < 0) {
            return wrong(
                    scalar,
                    "`" + name + "` must be a kind and an id, but found `" + shortened(text) + "`",
                    "write the kind before it, with a slash: `" + example + "`");
        }
        String typed = text.substring(0, slash);
        Optional<Kind<?>> kind = kinds.stream()
                .filter(each -> each.name().equals(typed) || each.plural().equals(typed))
                .findFirst();
        if (kind.isEmpty()) {
            List<String> names = kinds.stream().map(Kind::name).toList();
            return wrong(
                    scalar,
                    "`" + shortened(typed) + "` in `" + name + "` is not a kind that it can have",
                    DidYouMean.question(typed, names).orElse("write one of " + String.join(", ", names)));
        }
        return decodeId(name, new Scalar(text.substring(slash + 1), scalar.span()), true)
                .map(id -> new EntryName(kind.get(), id));
    }

    private static final Map<String, Object> ID_SCHEMA =
            Map.of("type", "string", "pattern", "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength", Id.LONGEST);

    /** @param isOfAnyKind whether a folder before the file name would say which kind the id is of */
    private static Outcome<Id> decodeId(String name, Scalar scalar, boolean isOfAnyKind) {
        String text = scalar.text();
        if (Id.isValid(text)) {
            return Outcome.of(new Id(text));
        }
        if (text.length() > Id.LONGEST) {
            return wrong(
                    scalar,
                    "`" + shortened(text.strip()) + "` in `" + name + "` has " + text.length()
                            + " characters, but an id at most " + Id.LONGEST,
                    "an id is a file name without its ending, such as `extended-access`");
        }
        String file = text.replaceAll("#.*|\\.(md|yaml)\\b.*", "").replaceAll(".*/(?=.)", "");
        boolean hasName = file.chars().anyMatch(Character::isLetterOrDigit);
        Id nearest = Id.from(hasName ? file : "extended-access");
        Outcome<Id> wrong = wrong(
                scalar,
                "`" + shortened(text.strip()) + "` in `" + name + "` is not an id",
                "an id is a file name without its ending, such as `" + nearest + "`");
        boolean isCertain = isNearlyId(isOfAnyKind ? text : text.replaceAll("^\\s*(?:[\\w.-]*/)+(?=.)", ""), nearest);
        return withFix(
                wrong,
                scalar.written().filter(place -> hasName).map(place -> Fix.change(place, nearest.value(), isCertain)));
    }

    /** Whether an id was typed with nothing but the ending of its file, capitals, or spaces and the like for hyphens. */
    private static boolean isNearlyId(String text, Id id) {
        String plain = text.strip().replaceFirst("\\.(md|yaml)$", "").toLowerCase(Locale.ROOT);
        return plain.replace('_', '-').replaceAll("\\s+", "-").equals(id.value());
    }

    /** A list. A single value is not a list, so that nobody wonders which it is. */
    public static <T> FieldType<List<T>> listOf(FieldType<T> item) {
        return new FieldType<>() {
            @Override
            public Outcome<List<T>> decode(String name, Value value) {
                if (!(value instanceof Sequence sequence)) {
                    String help = value instanceof Scalar scalar
                            ? "write it as a list: `" + name + ": [" + withoutBrackets(scalar.text()) + "]`"
                            : "write `- ` before its first line, and indent the others as far";
                    return withFix(
                            withHelp(expected(name, value, "a list"), help), ListFixes.asList(item, name, value));
                }
                var items = new ArrayList<T>();
                var diagnostics = new ArrayList<Diagnostic>();
                var texts = new HashSet<String>();
                for (int i = 0; i < sequence.items().size(); i++) {
                    Outcome<T> outcome = decodeItem(name, sequence, i, texts);
                    diagnostics.addAll(outcome.diagnostics());
                    outcome.value().ifPresent(items::add);
                }
                return Outcome.of(List.copyOf(items), diagnostics);
            }

            private Outcome<T> decodeItem(String name, Sequence sequence, int index, Set<String> texts) {
                Value each = sequence.items().get(index);
                if (isEmpty(each)) {
                    return withFix(
                            wrong(each, "an item of `" + name + "` is empty", "write a value, or remove the item"),
                            ListFixes.without(sequence, index));
                }
                boolean isNew = !(each instanceof Scalar scalar)
                        || texts.add(scalar.text().strip());
                return isNew
                        ? item.decode(name, each)
                        : withFix(
                                wrong(each, "this stands in `" + name + "` a second time", "remove one of the two"),
                                ListFixes.without(sequence, index));
            }

            @Override
            public Map<String, Object> jsonSchema() {
                return Map.of("type", "array", "items", item.jsonSchema());
            }

            @Override
            public String example() {
                return "[" + item.example() + "]";
            }

            @Override
            public Shape shape() {
                return new Shape.Items(item.shape());
            }
        };
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Scalar scalar && scalar.text().isBlank();
    }

    /** What someone meant as an item who wrote a bracket or dash too many or too few. */
    private static String withoutBrackets(String typed) {
        return typed.strip().replaceAll("^[-\\[({]\\s*|[\\])}]$", "");
    }

    /** A list with at least one item. */
    public static <T> FieldType<List<T>> nonEmptyListOf(FieldType<T> item) {
        FieldType<List<T>> list = listOf(item);
        return new FieldType<>() {
            @Override
            public Outcome<List<T>> decode(String name, Value value) {
                if (value instanceof Sequence sequence && sequence.items().isEmpty()) {
                    return wrong(
                            value,
                            "`" + name + "` is an empty list, but at least one is needed",
                            "write `" + name + ": " + example() + "`");
                }
                return list.decode(name, value);
            }

            @Override
            public Map<String, Object> jsonSchema() {
                var schema = new LinkedHashMap<>(list.jsonSchema());
                schema.put("minItems", 1);
                return schema;
            }

            @Override
            public String example() {
                return list.example();
            }

            @Override
            public Shape shape() {
                return list.shape();
            }
        };
    }

    /** Named values of their own, such as the parts of a source. */
    public static <T> FieldType<T> group(String what, List<Field<?>> fields, Function<Fields, T> create) {
        return new FieldType<>() {
            @Override
            public Outcome<T> decode(String name, Value value) {
                if (!(value instanceof Mapping mapping)) {
                    return withHelp(
                            expected(name, value, "a group of " + names()),
                            "write each on a line of its own below `" + name + ":`, indented by two spaces");
                }
                if (isOther(mapping)) {
                    return wrong(
                            value,
                            "`" + name + "` must be a group of " + names() + ", but this has none of them",
                            "write these; or write the name of the field to which this belongs above it");
                }
                Span start = new Span(
                        mapping.span().path(),
                        mapping.span().start(),
                        mapping.span().start());
                if (!mapping.members().isEmpty()) {
                    start = mapping.members().get(0).key().span();
                }
                Outcome<Fields> decoded =
                        FieldDecoder.decode(what, fields, mapping, start, new Id("group"), Optional.empty());
                boolean complete = decoded.diagnostics().stream().noneMatch(Diagnostic::isError)
                        && decoded.value().orElseThrow().has(fields);
                return complete ? decoded.map(create) : Outcome.failed(decoded.diagnostics());
            }

            /** Whether none of its members is called, or nearly called, as one of the fields. */
            private boolean isOther(Mapping mapping) {
                if (mapping.members().isEmpty()
                        || fields.stream().noneMatch(Field::isRequired)
                        || fields.stream().anyMatch(field -> mapping.has(field.name()))) {
                    return false;
                }
                List<String> known = fields.stream().map(Field::name).toList();
                return mapping.members().stream()
                        .map(member -> member.key().text())
                        .noneMatch(key -> DidYouMean.nearest(key, known).isPresent());
            }

            private String names() {
                return fields.stream().map(f -> "`" + f.name() + "`").collect(Collectors.joining(", "));
            }

            @Override
            public Map<String, Object> jsonSchema() {
                return JsonSchema.ofFields(fields);
            }

            @Override
            public String example() {
                return fields.stream()
                        .filter(Field::isRequired)
                        .map(f -> f.name() + ": " + f.type().example())
                        .collect(Collectors.joining(", ", "{", "}"));
            }

            @Override
            public Shape shape() {
                return new Shape.Group(fields);
            }
        };
    }

    /** A value for each of some names, such as a severity for each warning. */
    public static <T> FieldType<Map<String, T>> mapOf(String what, List<String> names, FieldType<T> type) {
        return new FieldType<>() {
            @Override
            public Outcome<Map<String, T>> decode(String name, Value value) {
                if (!(value instanceof Mapping mapping)) {
                    return expected(name, value, "lines of the form `" + example() + "`");
                }
                var decoded = new HashMap<String, T>();
                var diagnostics = new ArrayList<Diagnostic>();
                for (Value.Member member : mapping.members()) {
                    String key = member.key().text();
                    if (!names.contains(key)) {
                        Optional<Suggestion> meant = DidYouMean.suggest(key, names);
                        diagnostics.add(Diagnostic.of(
                                        Codes.UNKNOWN_FIELD,
                                        member.key().span(),
                                        "no " + what + " is called `" + key + "`",
                                        meant.map(Suggestion::question)
                                                .orElse("write one of " + String.join(", ", names)))
                                .withFix(meant.filter(near -> !mapping.has(near.name()))
                                        .flatMap(near -> near.fix(member.key().written()))));
                    } else if (member.value().isPresent()) {
                        Outcome<T> outcome = type.decode(key, member.value().get());
                        diagnostics.addAll(outcome.diagnostics());
                        outcome.value().ifPresent(v -> decoded.put(key, v));
                    }
                }
                return Outcome.of(Map.copyOf(decoded), diagnostics);
            }

            @Override
            public Map<String, Object> jsonSchema() {
                var properties = new LinkedHashMap<String, Object>();
                names.forEach(n -> properties.put(n, type.jsonSchema()));
                var schema = new LinkedHashMap<String, Object>();
                schema.put("type", "object");
                schema.put("properties", properties);
                schema.put("additionalProperties", false);
                return schema;
            }

            @Override
            public String example() {
                return names.get(0) + ": " + type.example();
            }

            @Override
            public Shape shape() {
                return new Shape.Named(names, type.shape());
            }
        };
    }

    @FunctionalInterface
    private interface ScalarDecoder<T> {
        Outcome<T> decode(String name, Scalar scalar);
    }

    private static <T> FieldType<T> scalar(
            String wanted, String example, Map<String, Object> schema, ScalarDecoder<T> decoder) {
        return scalar(new Shape.Text(), wanted, example, schema, decoder);
    }

    private static <T> FieldType<T> scalar(
            Shape shape, String wanted, String example, Map<String, Object> schema, ScalarDecoder<T> decoder) {
        return new FieldType<>() {
            @Override
            public Outcome<T> decode(String name, Value value) {
                if (!(value instanceof Scalar scalar)) {
                    Outcome<T> wrong = expected(name, value, wanted);
                    return value instanceof Sequence sequence
                            ? withFix(
                                    withHelp(wrong, "write one value only, without a bracket or dash"),
                                    ListFixes.asSingle(sequence))
                            : withHelp(wrong, "write one value only; if it has a colon in it, put it in quotes");
                }
                return Invisible.isIn(scalar.text())
                        ? wrong(
                                value,
                                "`" + name + "` holds a character that cannot be seen or printed",
                                "remove it; it is written with a backslash")
                        : decoder.decode(name, scalar);
            }

            @Override
            public Map<String, Object> jsonSchema() {
                return schema;
            }

            @Override
            public String example() {
                return example;
            }

            @Override
            public Shape shape() {
                return shape;
            }
        };
    }

    private static <T> Outcome<T> expected(String name, Value value, String wanted) {
        return wrong(value, "`" + name + "` must be " + wanted + ", but found " + found(value));
    }

    private static String found(Value value) {
        if (value instanceof Sequence) {
            return "a list";
        }
        if (value instanceof Scalar scalar) {
            return scalar.text().isBlank()
                    ? "nothing"
                    : "`" + shortened(scalar.text().strip()) + "`";
        }
        return "a group of named values";
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        boolean fits = line.length() <= 60;
        return fits && line.length() == text.length() ? line : line.substring(0, Math.min(60, line.length())) + "…";
    }

    private static <T> Outcome<T> wrong(Value value, String message) {
        return Outcome.failed(Diagnostic.of(Codes.INVALID_VALUE, value.span(), message));
    }

    private static <T> Outcome<T> wrong(Value value, String message, String help) {
        return Outcome.failed(Diagnostic.of(Codes.INVALID_VALUE, value.span(), message, help));
    }

    private static <T> Outcome<T> withHelp(Outcome<T> outcome, String help) {
        return new Outcome<>(
                outcome.value(),
                outcome.diagnostics().stream()
                        .map(d -> d.withHelp(Optional.of(help)))
                        .toList());
    }

    private static <T> Outcome<T> withFix(Outcome<T> outcome, Optional<Fix> fix) {
        return new Outcome<>(
                outcome.value(),
                outcome.diagnostics().stream().map(d -> d.withFix(fix)).toList());
    }
}

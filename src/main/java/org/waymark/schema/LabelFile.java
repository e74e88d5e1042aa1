package org.waymark.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Label.Counted;
import org.waymark.schema.Label.Items;
import org.waymark.schema.Label.Place;
import org.waymark.schema.Label.Sentence;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * Reads a file of labels. Those that come with Waymark determine which labels exist, and which placeholders each has;
 * others say the
 * same in another language or in other words.
 */
public final class LabelFile {
    /** The folder of such files. Each is named after its language. */
    public static final String FOLDER = "labels";

    /** The language in which Waymark has all labels. */
    public static final String COMPLETE = "en-GB";

    /** Placeholders in whose place another one can be written: an hour from 0 to 23 needs no half of the day. */
    private static final Map<String, String> INSTEAD = Map.of("hour", "hour-of-day", "half", "hour-of-day");

    private final Map<String, Label> known;
    private final List<String> forms;
    private final Optional<Set<String>> nounForms;
    private final Set<String> reportedForms = new HashSet<>();
    private final List<Diagnostic> found = new ArrayList<>();

    private LabelFile(Map<String, Label> known, List<String> forms, Optional<Set<String>> nounForms) {
        this.known = known;
        this.forms = forms;
        this.nounForms = nounForms;
    }

    /** The languages whose labels apply to a site, in ascending order of precedence. */
    public static List<String> languages(String language) {
        var languages = new ArrayList<>(LanguageTag.fallbacks(language));
        if (LanguageTag.isEnglish(language) && !languages.contains(COMPLETE)) {
            languages.add(COMPLETE);
        }
        Collections.reverse(languages);
        return languages;
    }

    /**
     * The kind of a label file in a language, for tools that treat it like a file of entries: its fields are the
     * labels.
     *
     * @param folder of the shape
     * @param language empty if unknown
     * @param known the existing labels
     */
    public static Kind kind(String folder, String language, Map<String, Label> known) {
        List<String> forms = PluralRules.of(language).needed();
        List<String> possible = language.isEmpty()
                ? PluralRules.FORMS
                : Stream.concat(Stream.of(PluralRules.ZERO), forms.stream())
                        .distinct()
                        .toList();
        List<Field<?>> labels = new ArrayList<>();
        known.forEach(
                (key, label) -> labels.add(Field.optional(key, LabelType.of(key, label, forms, possible), doc(label))));
        return Kind.ofSettings(
                "labels",
                new Noun("label", "labels", "a label"),
                new Kind.YamlFolder(folder + FOLDER),
                labels,
                labels.get(0));
    }

    private static String doc(Label label) {
        String meanings = LabelPlaceholders.of(label);
        return "words of the site" + (meanings.isEmpty() ? "" : ", in which " + meanings);
    }

    /**
     * The initial content of a file: every label in English as a comment, with the forms that the language needs.
     *
     * @param shipped the text of a label file that comes with Waymark
     * @param known the labels in it
     */
    public static String initialText(String language, String shipped, Map<String, Label> known) {
        List<String> forms = PluralRules.of(language).needed();
        var text = new StringBuilder();
        for (String line : shipped.lines().toList()) {
            int colon = line.indexOf(": ");
            Label label = colon < 0 ? null : known.get(line.substring(0, colon));
            if (line.isBlank() || line.startsWith("#")) {
                text.append(line.isBlank() ? "" : "#" + line);
            } else if (label instanceof Counted counted) {
                text.append("# ").append(line, 0, colon + 2).append(text(inForms(counted, forms)));
            } else {
                text.append("# ").append(line);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static Label inForms(Counted counted, List<String> forms) {
        Map<String, Sentence> all = new LinkedHashMap<>();
        Stream.concat(Stream.of(PluralRules.ZERO).filter(counted.forms()::containsKey), forms.stream())
                .forEach(form -> all.put(
                        form,
                        counted.forms()
                                .getOrDefault(
                                        form,
                                        Objects.requireNonNull(counted.forms().get(PluralRules.OTHER)))));
        return new Counted(all);
    }

    /**
     * Reads a file.
     *
     * @param language that of the file
     * @param known the existing labels; empty to allow all
     */
    public static Outcome<Map<String, Label>> decode(String language, Mapping mapping, Map<String, Label> known) {
        return decode(language, mapping, known, Optional.empty());
    }

    /**
     * Reads a file like the other method, and knows the forms of names.
     *
     * @param nounForms the forms that any name has in addition to the usual ones; empty if that is not known
     */
    public static Outcome<Map<String, Label>> decode(
            String language, Mapping mapping, Map<String, Label> known, Optional<Set<String>> nounForms) {
        var file = new LabelFile(known, PluralRules.of(language).needed(), nounForms);
        var labels = new LinkedHashMap<String, Label>();
        for (Member member : mapping.members()) {
            file.label(mapping, member)
                    .ifPresentOrElse(
                            label -> labels.put(member.key().text(), label),
                            () -> file.meant(member.key().text())
                                    .ifPresent(key -> labels.putIfAbsent(key, file.model(key))));
        }
        file.numbers(mapping, labels);
        return Outcome.of(labels, file.found);
    }

    /** The numbers are examples that define the format; each is checked together with the other. */
    private void numbers(Mapping mapping, Map<String, Label> labels) {
        Optional<Member> own = mapping.member(NumberStyle.MILLIONS).or(() -> mapping.member(NumberStyle.THOUSANDS));
        if (own.isEmpty() || !labels.containsKey(own.get().key().text())) {
            return;
        }
        String thousands = String.valueOf(labels.getOrDefault(NumberStyle.THOUSANDS, known.get(NumberStyle.THOUSANDS)));
        String millions = String.valueOf(labels.getOrDefault(NumberStyle.MILLIONS, known.get(NumberStyle.MILLIONS)));
        if (NumberStyle.of(thousands, millions).isEmpty()) {
            report(
                    own.get().value().orElseThrow().span(),
                    "`" + NumberStyle.THOUSANDS + "` and `" + NumberStyle.MILLIONS
                            + "` must be the numbers 1234 and 1234567 as the language writes them",
                    "write both, such as `1.234` and `1.234.567`");
        }
    }

    /** The label that a faulty line is probably about: it does not count as missing too. */
    private Optional<String> meant(String key) {
        return known.containsKey(key) ? Optional.of(key) : DidYouMean.nearest(key, known.keySet());
    }

    private Label model(String key) {
        return Objects.requireNonNull(known.get(key));
    }

    private Optional<Label> label(Mapping mapping, Member member) {
        String key = member.key().text();
        Optional<Label> model = Optional.ofNullable(known.get(key));
        if (model.isEmpty() && !known.isEmpty()) {
            Optional<Suggestion> meant = DidYouMean.suggest(key, known.keySet());
            found.add(Diagnostic.of(
                            Codes.UNKNOWN_FIELD,
                            member.key().span(),
                            "no label is called `" + key + "`",
                            meant.map(Suggestion::question)
                                    .orElse("remove it; the guide to kinds of your own says where to find all labels"))
                    .withFix(meant.filter(near -> !mapping.has(near.name()))
                            .flatMap(near -> near.fix(member.key().written()))));
            return Optional.empty();
        }
        if (member.value().isEmpty()) {
            return report(member.key().span(), "the label `" + key + "` has no text", "write it, or remove the line");
        }
        return label(key, member.value().get(), model);
    }

    private Optional<Label> label(String key, Value value, Optional<Label> model) {
        if (value instanceof Sequence sequence
                && model.filter(each -> !(each instanceof Items)).isEmpty()) {
            return items(key, sequence, model.map(Items.class::cast));
        }
        if (value instanceof Mapping mapping
                && model.filter(each -> !(each instanceof Counted)).isEmpty()) {
            return counted(key, mapping, model.map(Counted.class::cast));
        }
        if (value instanceof Scalar scalar
                && model.filter(each -> !(each instanceof Sentence)).isEmpty()) {
            return sentence(key, scalar, allowed(model), required(model)).map(Label.class::cast);
        }
        if (value instanceof Mapping mapping
                && model.orElseThrow() instanceof Sentence
                && mapping.members().stream().allMatch(LabelFile::isNameOnly)) {
            return report(
                    value.span(), "a text that begins with a brace needs quotes", "write it as `" + key + ": \"{…}\"`");
        }
        return report(
                value.span(),
                "the label `" + key + "` must be " + wanted(model.orElseThrow()),
                "write it like the one in English: `" + key + ": " + text(model.get()) + "`");
    }

    /** Whether there is only a name between the braces, as in {@code {kind.one}}. */
    private static boolean isNameOnly(Member member) {
        return member.value()
                .filter(value ->
                        !(value instanceof Scalar scalar && scalar.text().isEmpty()))
                .isEmpty();
    }

    private static String wanted(Label model) {
        return model instanceof Items items
                ? "a list of " + items.items().size() + " texts"
                : model instanceof Counted ? "a group of forms, for different numbers" : "one text";
    }

    private Optional<Label> items(String key, Sequence sequence, Optional<Items> model) {
        var items = new ArrayList<String>();
        for (Value each : sequence.items()) {
            if (!(each instanceof Scalar scalar) || scalar.text().isBlank()) {
                return report(each.span(), "each part of `" + key + "` must be a text", "write one, or remove it");
            }
            items.add(scalar.text());
        }
        // An alphabet may have any number of letters.
        boolean isOpen = key.equals(Alphabet.KEY) || key.equals(Alphabet.IGNORED);
        int wanted = model.map(each -> each.items().size()).orElse(items.size());
        return items.size() == wanted || isOpen
                ? Optional.of(new Items(items))
                : report(
                        sequence.span(),
                        "the label `" + key + "` must have " + wanted + " parts, but has " + items.size(),
                        "write it like the one in English: `" + key + ": " + text(model.orElseThrow()) + "`");
    }

    private Optional<Label> counted(String key, Mapping mapping, Optional<Counted> model) {
        Map<String, Sentence> read = new LinkedHashMap<>();
        int before = found.size();
        List<String> missing = forms.stream().filter(form -> !mapping.has(form)).toList();
        for (Member member : mapping.members()) {
            String form = member.key().text();
            if (!PluralRules.FORMS.contains(form)) {
                report(
                        member.key().span(),
                        "`" + form + "` is not a form of a label",
                        DidYouMean.question(form, PluralRules.FORMS).orElse("this language needs " + quoted(forms)));
            } else if (!forms.contains(form) && !form.equals(PluralRules.ZERO)) {
                return report(
                        member.key().span(),
                        "this language has no form `" + form + "` for numbers",
                        missing.isEmpty()
                                ? "remove it"
                                : missing.size() == 1
                                        ? "did you mean `" + missing.get(0) + "`?"
                                        : "this language needs " + quoted(forms));
            } else if (member.value().isPresent() && member.value().get() instanceof Scalar scalar) {
                Set<Place> required =
                        form.equals(PluralRules.OTHER) ? required(model.map(Label.class::cast)) : Set.of();
                sentence(key, scalar, allowed(model.map(Label.class::cast)), required)
                        .ifPresent(sentence -> read.put(form, sentence));
            } else {
                report(member.key().span(), "the form `" + form + "` of `" + key + "` must be a text", "write it here");
            }
        }
        if (!missing.isEmpty()) {
            return report(
                    mapping.span(),
                    "the label `" + key + "` has no form " + quoted(missing) + ", which its language needs",
                    "write each as `" + missing.get(0)
                            + ": …`; the numbers of each form are those of the Unicode CLDR");
        }
        return found.size() == before ? Optional.of(new Counted(read)) : Optional.empty();
    }

    private Optional<Sentence> sentence(String key, Scalar scalar, Set<String> allowed, Set<Place> required) {
        String text = scalar.text();
        if (text.isEmpty()) {
            report(scalar.span(), "the label `" + key + "` has no text", "write it, or remove the line");
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        var places = new ArrayList<Place>();
        int at = 0;
        for (int brace = next(text, 0); brace >= 0; brace = next(text, at)) {
            int end = text.indexOf('}', brace);
            if (text.charAt(brace) == '}'
                    || end < 0
                    || text.substring(brace + 1, end).indexOf('{') >= 0) {
                report(
                        part(scalar, brace, brace + 1),
                        "the brace in the label `" + key + "` is unmatched",
                        "a placeholder is written as `{name}`; no other braces are allowed in a label");
                return Optional.empty();
            }
            Place place = Place.of(text.substring(brace + 1, end));
            if (!isAllowed(place, allowed)) {
                report(
                        part(scalar, brace, end + 1),
                        "the label `" + key + "` has no placeholder `" + text.substring(brace, end + 1) + "`",
                        DidYouMean.nearest(
                                        place.name(),
                                        allowed.stream()
                                                .map(name -> name.replace(".", ""))
                                                .toList())
                                .map(name -> new Place(name, place.form(), place.isCapital()))
                                .filter(meant -> isAllowed(meant, allowed))
                                .map(meant -> "did you mean `" + meant + "`?")
                                .orElse(
                                        allowed.isEmpty()
                                                ? "remove it"
                                                : "its placeholders are " + quoted(names(allowed))));
                return Optional.empty();
            }
            if (!hasKnownForm(place)) {
                if (reportedForms.add(place.form())) {
                    unknownForm(part(scalar, brace, end + 1), place);
                }
                return Optional.empty();
            }
            texts.add(text.substring(at, brace));
            places.add(place);
            at = end + 1;
        }
        texts.add(text.substring(at));
        List<String> missing = required.stream()
                .filter(place -> places.stream()
                        .map(Place::name)
                        .noneMatch(name -> name.equals(place.name()) || name.equals(INSTEAD.get(place.name()))))
                .map(Place::toString)
                .toList();
        if (!missing.isEmpty()) {
            report(
                    scalar.span(),
                    "the label `" + key + "` lacks " + quoted(missing),
                    "write the placeholder where the page should insert something");
            return Optional.empty();
        }
        return Optional.of(new Sentence(texts, places));
    }

    private static int next(String text, int from) {
        int open = text.indexOf('{', from);
        int close = text.indexOf('}', from);
        return open < 0 ? close : close < 0 ? open : Math.min(open, close);
    }

    /** Nouns have forms, other placeholders none. A set of all is empty. */
    private boolean isAllowed(Place place, Set<String> allowed) {
        return Id.isValid(place.name())
                && (place.form().isEmpty() || Id.isValid(place.form()))
                && (known.isEmpty() || allowed.contains(place.form().isEmpty() ? place.name() : place.name() + "."));
    }

    private boolean hasKnownForm(Place place) {
        return place.form().isEmpty()
                || Noun.FORMS.contains(place.form())
                || nounForms.filter(known -> !known.contains(place.form())).isEmpty();
    }

    /** Reports a form that no name has. Other labels with it have the same mistake. */
    private void unknownForm(Span span, Place place) {
        List<String> all = Stream.concat(
                        Noun.FORMS.stream(),
                        nounForms.stream().flatMap(Set::stream).sorted())
                .toList();
        report(
                span,
                "no name has a form `" + place.form() + "`",
                DidYouMean.nearest(place.form(), all)
                        .map(near -> "did you mean `" + new Place(place.name(), near, place.isCapital()) + "`?")
                        .orElse("the forms are " + quoted(all) + "; add another one to the `name` of each kind and"
                                + " vocabulary: `forms: {" + place.form() + ": …}`"));
    }

    /** The names of the placeholders that a label may have; with a dot if they have forms. */
    private static Set<String> allowed(Optional<Label> model) {
        return places(model)
                .map(place -> place.form().isEmpty() ? place.name() : place.name() + ".")
                .flatMap(name -> Stream.concat(Stream.of(name), Stream.ofNullable(INSTEAD.get(name))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> names(Set<String> allowed) {
        return allowed.stream()
                .map(name -> name.endsWith(".") ? "{" + name + "one}" : "{" + name + "}")
                .sorted()
                .toList();
    }

    /**
     * The placeholders that the sentence, or its form for most numbers, must have. Nouns may be left out: in some languages no
     * sentence is right for all of them.
     */
    private static Set<Place> required(Optional<Label> model) {
        return places(model.map(label -> label instanceof Counted counted
                        ? Objects.requireNonNull(counted.forms().get(PluralRules.OTHER))
                        : label))
                .filter(place -> place.form().isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Place> places(Optional<Label> model) {
        return model.stream()
                .flatMap(label -> label.sentences().stream())
                .flatMap(sentence -> sentence.places().stream());
    }

    private static Span part(Scalar scalar, int start, int end) {
        return scalar.written().map(span -> span.part(start, end)).orElse(scalar.span());
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** A label as written in a file, as far as it fits on one line. */
    static String text(Label label) {
        if (label instanceof Items items) {
            return "[" + String.join(", ", items.items()) + "]";
        } else if (label instanceof Counted counted) {
            return PluralRules.FORMS.stream()
                    .filter(counted.forms()::containsKey)
                    .map(form -> form + ": \"" + counted.forms().get(form) + "\"")
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return label.toString();
    }

    /** A label as written in a file, quoted if necessary. */
    static String written(Label label) {
        return label instanceof Sentence sentence && sentence.toString().startsWith("{")
                ? "\"" + sentence + "\""
                : text(label);
    }

    private <T> Optional<T> report(Span span, String message, String help) {
        found.add(Diagnostic.of(Codes.INVALID_VALUE, span, message, help));
        return Optional.empty();
    }
}

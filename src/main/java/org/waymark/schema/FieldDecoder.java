package org.waymark.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/** Decodes the members of a mapping by the declared fields, and reports what is missing, unknown or wrong. */
public final class FieldDecoder {
    /** How many initial letters identify a name. */
    private static final int SHORTEST_BEGINNING = 3;

    /** What other programs call the forms of a name. */
    private static final Map<String, String> OTHER_WORDS =
            Map.of("singular", "one", "plural", "many", "article", "a", "with-article", "a");

    private final String kind;
    private final List<Field<?>> fields;
    private final Mapping mapping;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Fields.Builder values;
    /** The member above the one being decoded. */
    private @Nullable Member above;
    /** Whether a finding has listed all fields; it is a long list. */
    private boolean isListed;
    /** Whether a line is misplaced or read as something else, so it is unknown what is missing. */
    private boolean isMisread;

    private FieldDecoder(String kind, List<Field<?>> fields, Mapping mapping) {
        this.kind = kind;
        this.fields = fields;
        this.mapping = mapping;
        values = new Fields.Builder(fields);
    }

    /**
     * Decodes as much as possible. The outcome always has a value, which may lack some fields.
     *
     * @param kind what has these fields, for messages: {@code a service}
     * @param start where missing fields are reported
     */
    public static Outcome<Fields> decode(
            String kind, List<Field<?>> fields, Mapping mapping, Span start, Id id, Optional<Prose> body) {
        var decoder = new FieldDecoder(kind, fields, mapping);
        for (Member member : mapping.members()) {
            decoder.decode(member);
            decoder.above = member;
        }
        if (!decoder.isMisread) {
            decoder.reportMissing(start);
        }
        return Outcome.of(decoder.values.build(id, body, start), decoder.diagnostics);
    }

    private void decode(Member member) {
        String name = member.key().text();
        if (member.value().isEmpty()) {
            withoutSpace(member).ifPresent(this::misread);
            return;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                decode(i, member, member.value().get());
                return;
            }
        }
        decodeUnknown(member, member.value().get());
    }

    /** Reports the first line of this kind; the others have the same cause. */
    private void misread(Diagnostic diagnostic) {
        if (!isMisread) {
            diagnostics.add(diagnostic);
        }
        isMisread = true;
    }

    /** Reports an unknown name, and decodes the value for the field that was probably meant. */
    private void decodeUnknown(Member member, Value value) {
        String name = member.key().text();
        List<String> known = fields.stream().map(Field::name).toList();
        Optional<Diagnostic> misread =
                withoutSpace(member).or(() -> restOfText(member)).or(() -> notBelow(member));
        if (misread.isPresent()) {
            misread(misread.get());
            return;
        }
        Optional<Suggestion> meant = meant(name, known);
        Optional<Field<?>> replaced = meant.isPresent() ? Optional.empty() : replaced(member, value);
        String help = meant.map(Suggestion::question)
                .or(() -> replaced.map(field -> "did you mean `" + field.name() + "`, which is missing?"))
                .or(() -> groupWith(name)
                        .map(group -> "it is a part of `" + group.name() + "`; write it below `" + group.name()
                                + ":`, indented"))
                .or(() -> abbreviated(name, known).map(whole -> "did you mean `" + whole + "`?"))
                .orElseGet(() -> {
                    boolean isFirst = !isListed;
                    isListed = true;
                    return isFirst
                            ? "the fields of " + kind + " are " + String.join(", ", known)
                            : "remove it, or write the name of a field listed above";
                });
        replaced.ifPresent(field -> decode(known.indexOf(field.name()), member, value));
        diagnostics.add(Diagnostic.of(
                        Codes.UNKNOWN_FIELD, member.key().span(), kind + " has no field `" + name + "`", help)
                .withFix(meant.filter(near -> isOnly(member, near.name(), known))
                        .flatMap(near -> near.fix(member.key().written()))));
        meant.map(Suggestion::name)
                .filter(near -> !mapping.has(near) && !isEmpty(value))
                .ifPresent(near -> decode(known.indexOf(near), member, value));
    }

    private static Optional<Suggestion> meant(String name, List<String> known) {
        return Optional.ofNullable(OTHER_WORDS.get(name))
                .filter(known::contains)
                .map(word -> new Suggestion(word, true))
                .or(() -> DidYouMean.suggest(name, known));
    }

    /** A colon without a space after it, which is then part of the name. */
    private Optional<Diagnostic> withoutSpace(Member member) {
        String typed = member.key().text();
        int colon = typed.indexOf(':');
        return Optional.of(member)
                .filter(each -> each.value().filter(value -> !isEmpty(value)).isEmpty()
                        && colon > 0
                        && (isMisread
                                || fields.stream()
                                        .anyMatch(field -> field.name().equals(typed.substring(0, colon)))))
                .map(each -> Diagnostic.of(
                        Codes.UNKNOWN_FIELD,
                        each.key().span(),
                        "there is no space after the colon in `" + InvalidValue.quoted(typed) + "`",
                        "write `" + typed.substring(0, colon) + ": "
                                + InvalidValue.quoted(typed.substring(colon + 1).strip())
                                + "`, with a space after each colon"));
    }

    /** What follows a comma in a text between braces, where a comma begins the next member. */
    private static Optional<Diagnostic> restOfText(Member member) {
        boolean isAlone = member.value().filter(value -> !isEmpty(value)).isEmpty();
        return Optional.of(member)
                .filter(each -> isAlone && each.key().text().strip().indexOf(' ') > 0)
                .map(each -> Diagnostic.of(
                        Codes.UNKNOWN_FIELD,
                        each.key().span(),
                        "the comma before `" + InvalidValue.quoted(each.key().text()) + "` ends the text there",
                        "put a text with a comma in quotes, as in `\"the town, county or borough\"`"));
    }

    /** A line that belongs to the field above it, which has no value, but is not indented. */
    private Optional<Diagnostic> notBelow(Member member) {
        return Optional.ofNullable(above)
                .filter(before ->
                        before.value().filter(value -> !isEmpty(value)).isEmpty()
                                && fields.stream()
                                        .anyMatch(field ->
                                                field.name().equals(before.key().text()) && takesLines(field.type())))
                .map(before -> Diagnostic.of(
                        Codes.UNKNOWN_FIELD,
                        member.key().span(),
                        "`" + InvalidValue.quoted(member.key().text()) + "` is not below `"
                                + before.key().text() + "`, which has no value",
                        "indent this line, and all others that belong to `"
                                + before.key().text() + "`, by two more spaces"));
    }

    private static boolean takesLines(FieldType<?> type) {
        return type instanceof Group || type instanceof MapOf || type instanceof PartsByName;
    }

    /** The only field that is missing, if the only unknown one has a value for it. */
    private Optional<Field<?>> replaced(Member unknown, Value value) {
        boolean isOnly = mapping.members().stream()
                .filter(other -> !other.equals(unknown))
                .allMatch(this::isKnown);
        if (!isOnly || isEmpty(value)) {
            return Optional.empty();
        }
        List<Field<?>> missing = fields.stream()
                .filter(field -> field.isRequired() && !mapping.has(field.name()) && !isMisspelt(field.name()))
                .toList();
        return missing.size() == 1
                ? Optional.<Field<?>>of(missing.get(0))
                        .filter(field -> field.type()
                                .decode(field.name(), value)
                                .diagnostics()
                                .isEmpty())
                : Optional.empty();
    }

    /** The group that has a part of a name. */
    private Optional<Field<?>> groupWith(String name) {
        List<Field<?>> groups = fields.stream()
                .filter(field -> field.type() instanceof Group<?> group
                        && group.fields().stream().anyMatch(part -> part.name().equals(name)))
                .toList();
        return groups.size() == 1 ? Optional.of(groups.get(0)) : Optional.empty();
    }

    /** The only known name with the same initial letters. */
    private static Optional<String> abbreviated(String typed, List<String> known) {
        List<String> longer =
                known.stream().filter(name -> name.startsWith(typed)).toList();
        return typed.length() >= SHORTEST_BEGINNING && longer.size() == 1
                ? Optional.of(longer.get(0))
                : Optional.empty();
    }

    /** Whether no other member has, or was probably meant to have, the name of a field. */
    private boolean isOnly(Member member, String field, List<String> known) {
        return mapping.members().stream()
                .filter(other -> !other.equals(member))
                .map(other -> other.key().text())
                .noneMatch(other -> known.contains(other)
                        ? other.equals(field)
                        : meant(other, known)
                                .map(Suggestion::name)
                                .filter(field::equals)
                                .isPresent());
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Scalar scalar && scalar.text().isBlank();
    }

    private void decode(int ordinal, Member member, Value value) {
        Field<?> field = fields.get(ordinal);
        if (isEmpty(value)) {
            Optional<Diagnostic> comment = field.type().isText() && value instanceof Scalar scalar
                    ? CommentInText.find(field.name(), scalar)
                    : Optional.empty();
            comment.ifPresent(diagnostics::add);
            if (comment.isEmpty() && field.isRequired() && !isFollowedByItsLines(field, member)) {
                diagnostics.add(Diagnostic.of(
                        Codes.MISSING_FIELD,
                        member.key().span(),
                        "`" + field.name() + "` has no value",
                        "write " + field.doc() + ", for example `"
                                + field.type().example() + "`"));
            }
            return;
        }
        values.place(ordinal, value.span());
        Outcome<?> outcome = field.type().decode(field.name(), value);
        diagnostics.addAll(outcome.diagnostics());
        outcome.value().ifPresent(decoded -> values.value(ordinal, decoded));
    }

    /** Whether the next line is reported as one that belongs to this field. */
    private boolean isFollowedByItsLines(Field<?> field, Member member) {
        if (!takesLines(field.type())) {
            return false;
        }
        List<Member> members = mapping.members();
        int next = members.indexOf(member) + 1;
        return next < members.size() && !isKnown(members.get(next));
    }

    private boolean isKnown(Member member) {
        return fields.stream()
                .anyMatch(field -> field.name().equals(member.key().text()));
    }

    private void reportMissing(Span start) {
        for (int i = 0; i < fields.size(); i++) {
            Field<?> field = fields.get(i);
            if (!field.isRequired() || mapping.has(field.name()) || isMisspelt(field.name()) || values.has(i)) {
                continue;
            }
            diagnostics.add(Diagnostic.of(
                    Codes.MISSING_FIELD,
                    start,
                    kind + " needs `" + field.name() + "`",
                    "add a line such as `" + field.name() + ": " + inOneLine(field.type()) + "` (" + field.doc()
                            + ")"));
        }
    }

    /** An example; one on the line below the name of the field needs braces. */
    private static String inOneLine(FieldType<?> type) {
        boolean isLineBelow =
                type instanceof MapOf || type instanceof Group || type.example().contains(": {");
        return isLineBelow && !type.example().startsWith("{") ? "{" + type.example() + "}" : type.example();
    }

    /** An unknown field that is probably this one has already been reported; its absence is the same fault. */
    private boolean isMisspelt(String name) {
        List<String> known = fields.stream().map(Field::name).toList();
        return mapping.members().stream()
                .map(member -> member.key().text())
                .filter(other -> !known.contains(other))
                .anyMatch(other -> meant(other, known)
                        .map(Suggestion::name)
                        .filter(name::equals)
                        .isPresent());
    }
}

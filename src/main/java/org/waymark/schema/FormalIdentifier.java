package org.waymark.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * An identifier assigned by others, such as a product number: in one of several forms, with a check digit, or both.
 *
 * @param forms the forms it may have; any if empty
 * @param check how its check digit is computed
 */
public record FormalIdentifier(List<Template> forms, Optional<CheckedForm> check, String example)
        implements ScalarType<String> {
    private static final int LONGEST = 100;

    public FormalIdentifier {
        forms = List.copyOf(forms);
    }

    /** An example of such identifiers, if the kind gives none. */
    static String sample(List<Template> forms, Optional<CheckedForm> check) {
        return check.map(CheckedForm::example).orElseGet(() -> forms.get(0).sample());
    }

    @Override
    public String expected() {
        return forms.isEmpty()
                ? "an identifier of " + check.orElseThrow().words()
                : "of the form "
                        + forms.stream().map(form -> "`" + form.text() + "`").collect(Collectors.joining(" or "));
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String text = scalar.text().strip();
        if (text.length() > LONGEST) {
            return invalid(name, scalar).help(help()).outcome();
        }
        if (!forms.isEmpty() && forms.stream().noneMatch(form -> form.matches(text))) {
            List<String> near = forms.stream()
                    .flatMap(form -> form.nearest(text).stream())
                    .distinct()
                    .toList();
            InvalidValue invalid = invalid(name, scalar).help(help());
            return near.size() == 1
                    ? invalid.help("write `" + near.get(0) + "`")
                            .fix(scalar.written()
                                    .filter(span -> hasRightCheckDigit(near.get(0)))
                                    .map(span -> Fix.change(span, near.get(0), true)))
                            .outcome()
                    : invalid.outcome();
        }
        if (check.filter(form -> !form.hasForm(withoutSeparators(text))).isPresent()) {
            return InvalidValue.expected(
                            name, scalar, "an identifier of " + check.get().words())
                    .help(help())
                    .outcome();
        }
        return hasRightCheckDigit(text)
                ? Outcome.of(text)
                : new InvalidValue(
                                scalar,
                                "`" + name + "` has a wrong digit: the check digit of `" + text
                                        + "` does not agree with the others")
                        .help("check it against its source")
                        .outcome();
    }

    private String help() {
        String legend = forms.stream().map(Template::legend).distinct().collect(Collectors.joining(", "));
        return "write it like `" + rightExample() + "`" + (legend.isEmpty() ? "" : "; " + legend);
    }

    /** The example that the kind gives may itself be what is wrong. */
    private String rightExample() {
        return forms.isEmpty() || forms.stream().anyMatch(form -> form.matches(example))
                ? example
                : sample(forms, check);
    }

    private boolean hasRightCheckDigit(String text) {
        return check.filter(form -> !CheckDigits.agree(form, withoutSeparators(text)))
                .isEmpty();
    }

    private static String withoutSeparators(String text) {
        return text.replace(" ", "").replace("-", "");
    }

    @Override
    public Map<String, Object> schema() {
        return forms.isEmpty()
                ? Map.of("type", TEXT_TYPES)
                : Map.of(
                        "type",
                        TEXT_TYPES,
                        "pattern",
                        forms.stream().map(Template::regex).collect(Collectors.joining("|", "^(", ")$")));
    }
}

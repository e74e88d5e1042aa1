package org.waymark.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A number with a unit. The unit may be left out if there is only one.
 *
 * @param units those that it may have, at least one
 */
public record QuantityType(DecimalNumber number, List<Unit> units, String example) implements ScalarType<Quantity> {
    private static final int LONGEST = 80;

    private static final Pattern PARTS =
            Pattern.compile("([-+]?\\d[\\d., '\u2019\u00A0\u202F]*?)[\\s\u00A0\u202F]*([^\\d\\s.,'\u2019].*)?");

    public QuantityType {
        units = List.copyOf(units);
    }

    @Override
    public String expected() {
        return number.expected() + ", and "
                + units.stream().map(unit -> "`" + unit.many() + "`").collect(Collectors.joining(" or "));
    }

    @Override
    public Outcome<Quantity> decode(String name, Scalar scalar) {
        String text = scalar.text().strip();
        InvalidValue invalid = invalid(name, scalar).help("write it as `" + example() + "`");
        Matcher parts = PARTS.matcher(text.length() > LONGEST ? "" : text);
        if (!parts.matches()) {
            return invalid.outcome();
        }
        String digits = parts.group(1);
        Optional<String> typed = Optional.ofNullable(parts.group(2)).map(String::strip);
        Optional<Unit> unit =
                typed.isEmpty() && units.size() == 1 ? Optional.of(units.get(0)) : typed.flatMap(this::unit);
        Outcome<BigDecimal> read = number.decode(name, new Scalar(digits, scalar.span()));
        if (unit.isPresent() && read.value().isPresent()) {
            return Outcome.of(new Quantity(read.value().get(), unit.get()));
        }
        if (unit.isEmpty()) {
            return unknownUnit(scalar, typed.orElse(""), digits, invalid);
        }
        Optional<BigDecimal> meant = number.meant(digits);
        return meant.map(amount -> new Quantity(amount, unit.get()).toString())
                .map(quantity -> invalid.help("did you mean `" + quantity + "`?")
                        .fix(scalar.written().map(span -> Fix.change(span, quantity, false))))
                .orElse(invalid)
                .outcome();
    }

    private Optional<Unit> unit(String word) {
        return units.stream()
                .filter(unit -> unit.one().equals(word) || unit.many().equals(word))
                .findFirst();
    }

    private Outcome<Quantity> unknownUnit(Scalar scalar, String typed, String digits, InvalidValue invalid) {
        var words = new ArrayList<String>();
        units.forEach(unit -> {
            words.add(unit.one());
            words.add(unit.many());
        });
        Optional<Suggestion> near = DidYouMean.suggest(typed, words);
        boolean isSameWord =
                near.filter(word -> word.name().equalsIgnoreCase(typed)).isPresent();
        return near.flatMap(word -> number.read(digits)
                        .flatMap(amount -> unit(word.name()).map(unit -> new Quantity(amount, unit).toString())))
                .map(quantity -> invalid.help("did you mean `" + quantity + "`?")
                        .fix(scalar.written().map(span -> Fix.change(span, quantity, isSameWord))))
                .orElse(invalid)
                .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", List.of("string", "number"));
    }
}

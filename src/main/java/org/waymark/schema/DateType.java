package org.waymark.schema;

import java.util.Optional;
import java.util.function.Predicate;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A date in ISO 8601 form, complete or not. */
public sealed interface DateType<T> extends ScalarType<T> permits Date, FlexibleDate {
    /** Reports text that is not a date, and suggests the one that was probably meant. */
    default Outcome<T> correct(String name, Scalar scalar, Predicate<PartialDate> isAllowed) {
        String text = scalar.text().strip();
        String help = text.matches("[1-9]\\d{3}-\\d\\d-\\d\\d")
                ? "there is no such day in the calendar"
                : "write the year, month and day as numbers, separated by hyphens";
        InvalidValue invalid = invalid(name, scalar).help(help);
        Optional<DateGuess> found = DateGuess.of(text);
        if (found.isPresent() && !isAllowed.test(found.get().date())) {
            return invalid.help("write the day as well, such as `"
                            + found.get().date().lastDay() + "`")
                    .outcome();
        }
        return found.filter(guess -> isAllowed.test(guess.date()))
                .map(guess -> invalid.help("did you mean `" + guess.date().iso() + "`?")
                        .fix(scalar.written()
                                .map(span -> Fix.change(span, guess.date().iso(), guess.isCertain()))))
                .orElse(invalid)
                .outcome();
    }

    @Override
    default String example() {
        return "2025-03-31";
    }
}

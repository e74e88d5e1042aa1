package org.waymark.schema;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * How old people must be, in completed years.
 *
 * @param from the youngest; empty if there is no lower limit
 * @param to the oldest; empty if there is no upper limit
 */
public record Ages(OptionalInt from, OptionalInt to) {
    private static final int OLDEST = 120;

    public Ages {
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("no limit");
        }
    }

    /** As typed. */
    @Override
    public String toString() {
        if (from.isEmpty()) {
            return "up to " + to.orElseThrow();
        }
        return to.isEmpty() ? from.getAsInt() + " and over" : from.getAsInt() + " to " + to.getAsInt();
    }

    /** Ages as typed: {@code 16 to 25}, {@code 18 and over}, {@code up to 4}, {@code under 5}. */
    record Type() implements ScalarType<Ages> {
        private static final String AGE = "(\\d{1,3})";
        private static final Pattern FORM = Pattern.compile("(?:aged? )?(?:" + AGE + "(?: to | ?[-\u2013] ?)" + AGE
                + "|"
                + "(?:from |over )?" + AGE + "(?: and over| or over| and older|\\+)?|up to " + AGE + "|under " + AGE
                + ")(?: years(?: old)?)?");

        @Override
        public String expected() {
            return "ages such as `" + example() + "`, `18 and over` or `up to 4`";
        }

        @Override
        public Outcome<Ages> decode(String name, Scalar scalar) {
            Matcher form = FORM.matcher(scalar.text().strip());
            InvalidValue invalid = invalid(name, scalar);
            if (!form.matches()) {
                return invalid.help("write ages in completed years").outcome();
            }
            OptionalInt from = number(form, 1, 3);
            OptionalInt to = number(form, 2, 4, 5);
            if (form.group(5) != null) {
                to = OptionalInt.of(to.getAsInt() - 1);
            }
            if (from.orElse(0) > OLDEST || to.orElse(0) > OLDEST || to.orElse(0) < 0) {
                return invalid.help("write ages from 0 to " + OLDEST).outcome();
            }
            return to.isPresent() && from.orElse(0) > to.getAsInt()
                    ? new InvalidValue(
                                    scalar,
                                    "`" + name + "` ends before it begins: `"
                                            + scalar.text().strip() + "`")
                            .help("did you mean `" + new Ages(to, from) + "`?")
                            .outcome()
                    : Outcome.of(new Ages(from, to));
        }

        private static OptionalInt number(Matcher form, int... groups) {
            for (int group : groups) {
                if (form.group(group) != null) {
                    return OptionalInt.of(Integer.parseInt(form.group(group)));
                }
            }
            return OptionalInt.empty();
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", List.of("string", "integer"));
        }

        @Override
        public String example() {
            return "16 to 25";
        }
    }
}

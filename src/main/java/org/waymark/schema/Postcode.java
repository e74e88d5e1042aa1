package org.waymark.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A postcode of the United Kingdom, in the form of BS 7666 and with an area that Royal Mail uses. {@code ZZ} is an
 * unused area, for examples.
 *
 * @param isWhole whether it is a full postcode; otherwise it is that of a district or an area: {@code HR1} or {@code
 *     HR}
 */
public record Postcode(boolean isWhole) implements ScalarType<String> {
    private static final Set<String> AREAS =
            Set.of(("AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE"
                            + " DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L"
                            + " LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL"
                            + " SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ")
                    .split(" "));
    private static final Pattern WHOLE = Pattern.compile("([A-Z]{1,2})(\\d[A-Z\\d]?)(\\d[ABD-HJLNP-UW-Z]{2})");
    private static final Pattern PART = Pattern.compile("([A-Z]{1,2})(\\d[A-Z\\d]?)?");
    private static final int LONGEST = 20;

    @Override
    public String expected() {
        return isWhole
                ? "a postcode such as " + example()
                : "the beginning of a postcode, such as " + example() + " or HR";
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String typed = scalar.text().strip();
        String letters =
                typed.length() > LONGEST ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z\\d]", "");
        Matcher form = (isWhole ? WHOLE : PART).matcher(letters);
        InvalidValue invalid = invalid(name, scalar);
        if (!form.matches()) {
            return invalid.help(mistyped(letters)
                            .map(guess -> "did you mean `" + guess + "`?")
                            .orElse("check it against its source"))
                    .outcome();
        }
        if (!AREAS.contains(form.group(1))) {
            return new InvalidValue(scalar, "no postcode begins with `" + form.group(1) + "`: `" + typed + "`")
                    .help("check it against its source")
                    .outcome();
        }
        String usual = spaced(letters);
        return usual.equals(typed)
                ? Outcome.of(usual)
                : invalid.help("write `" + usual + "`")
                        .fix(scalar.written().map(span -> Fix.change(span, usual, true)))
                        .outcome();
    }

    private String spaced(String letters) {
        int end = letters.length() - 3;
        return isWhole ? letters.substring(0, end) + " " + letters.substring(end) : letters;
    }

    /** With a zero for the letter O, or the other way round, in its second part. */
    private Optional<String> mistyped(String letters) {
        int at = letters.length() - 3;
        if (!isWhole || at < 2) {
            return Optional.empty();
        }
        String meant = letters.substring(0, at)
                + letters.substring(at, at + 1).replace('O', '0').replace('I', '1')
                + letters.substring(at + 1).replace('0', 'O').replace('1', 'I');
        Matcher form = WHOLE.matcher(meant);
        return form.matches() && AREAS.contains(form.group(1)) ? Optional.of(spaced(meant)) : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public String example() {
        return isWhole ? "HR1 2AB" : "HR1";
    }
}

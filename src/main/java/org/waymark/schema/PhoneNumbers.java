package org.waymark.schema;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** Reads phone numbers. A separate class, so its library is loaded only if a directory has any. */
final class PhoneNumbers {
    private static final String UNKNOWN = "ZZ";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** A number and nothing else, perhaps with an extension. */
    private static final Pattern PLAIN =
            Pattern.compile("\\+?[\\d ().\\u00A0/\\u2010-\\u2013-]+(?:[ ,;]*(?:ext\\.?|extension|x) ?\\d{1,7})?");

    private PhoneNumbers() {}

    static Outcome<PhoneNumber> decode(Phone type, String name, Scalar scalar) {
        String text = scalar.text().strip();
        String country = type.country().orElse(UNKNOWN);
        InvalidValue invalid = type.invalid(name, scalar);
        if (!PLAIN.matcher(text).matches()) {
            return among(text, country)
                    .map(found -> invalid.help("did you mean `" + found + "`?")
                            .fix(scalar.written().map(span -> Fix.change(span, found, false))))
                    .orElse(invalid.help("write the number in digits, and put anything else in another field"))
                    .outcome();
        }
        Optional<PhoneNumber> shortNumber = shortNumber(text, country);
        if (shortNumber.isPresent()) {
            return Outcome.of(shortNumber.get());
        }
        if (type.country().isEmpty() && !text.startsWith("+")) {
            return invalid.help("begin with `+` and the code of the country, or add `country` to `content/site.yaml`")
                    .outcome();
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, country);
            return NUMBERS.isValidNumber(number)
                    ? Outcome.of(of(number, country))
                    : new InvalidValue(
                                    scalar,
                                    "`" + name + "` must be a phone number, but `" + text + "` " + fault(number))
                            .help("check it against its source")
                            .outcome();
        } catch (NumberParseException e) {
            return invalid.help(
                            e.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE
                                    ? "no country has this code"
                                    : "check it against its source")
                    .outcome();
        }
    }

    /** Emergency and service numbers, which have no country code. */
    private static Optional<PhoneNumber> shortNumber(String text, String country) {
        String digits = text.replace(" ", "");
        if (digits.length() > 6 || country.equals(UNKNOWN) || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            return ShortNumberInfo.getInstance().isValidShortNumberForRegion(NUMBERS.parse(digits, country), country)
                    ? Optional.of(new PhoneNumber(text, text, "tel:" + digits))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static PhoneNumber of(Phonenumber.PhoneNumber number, String country) {
        boolean isHere = country.equals(NUMBERS.getRegionCodeForNumber(number));
        String international = NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
        return new PhoneNumber(
                isHere ? NUMBERS.format(number, PhoneNumberFormat.NATIONAL) : international,
                international,
                NUMBERS.format(number, PhoneNumberFormat.RFC3966));
    }

    private static String fault(Phonenumber.PhoneNumber number) {
        return switch (NUMBERS.isPossibleNumberWithReason(number)) {
            case TOO_SHORT -> "has too few digits";
            case TOO_LONG -> "has too many digits";
            case IS_POSSIBLE_LOCAL_ONLY -> "has too few digits, or no area code";
            default -> "is not in use";
        };
    }

    /** The only number among other words, as people would write it. */
    private static Optional<String> among(String text, String country) {
        PhoneNumberMatch only = null;
        for (PhoneNumberMatch match : NUMBERS.findNumbers(text, country, Leniency.VALID, 1000)) {
            if (only != null) {
                return Optional.empty();
            }
            only = match;
        }
        return Optional.ofNullable(only)
                .map(match -> of(match.number(), country).text());
    }
}

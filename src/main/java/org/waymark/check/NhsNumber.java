package org.waymark.check;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * A file contains what is, by its form and check digit, the NHS number of a patient (NHS Data Dictionary, NHS NUMBER:
 * ten
 * digits, the last of which is a Modulus 11 check digit).
 */
final class NhsNumber implements FileRule {
    private static final int LENGTH = 10;
    private static final int MODULUS = 11;

    /** As NHS numbers are shown, 3-3-4, or without spaces. */
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?<![\\p{L}\\d.,/_-])(?:\\d{3}([ \\u00A0-])\\d{3}\\1\\d{4}|\\d{10})(?![\\p{L}\\d/_-]|[.,]\\d)");

    private static final Pattern OTHER_NUMBER = Pattern.compile(
            "(?i)(?:\\b(?:tel|telephone|phone|call|ring|fax|isbn(?:-10)?|uprn|utr|vat|invoice|order|account)\\b[^\\n\\d]{0,12}|\\+1 ?)$");

    /** How far away such words may be, in characters. */
    private static final int NEAR = 30;

    @Override
    public Code code() {
        return Codes.NHS_NUMBER;
    }

    @Override
    public Stream<Diagnostic> check(SourceFile file, List<Entry> entries) {
        var found = Stream.<Diagnostic>builder();
        Numbers.find(CANDIDATE, LENGTH, file.text(), number -> {
            if (isNhsNumber(number)
                    && !Address.surrounds(file.text(), number.start())
                    && !isOtherwiseNamed(file.text(), number.start())) {
                found.add(report(file.span(number.start(), number.end())));
            }
        });
        return found.build();
    }

    private Diagnostic report(Span number) {
        return Diagnostic.of(
                code(),
                number,
                "this is an NHS number, which identifies a patient",
                "remove it, including from earlier versions of the file; if it belongs to a patient, tell your data "
                        + "protection officer");
    }

    private static boolean isNhsNumber(MatchResult found) {
        String digits = found.group().replaceAll("\\D", "");
        boolean isGrouped = found.group().length() > LENGTH && found.group().indexOf('-') < 0;
        // Without spaces, only numbers in ranges issued today: any other ten digits are too often something else.
        boolean isInUse = isGrouped || "4679".indexOf(digits.charAt(0)) >= 0;
        return isInUse && digits.chars().distinct().count() > 1 && hasCheckDigit(digits);
    }

    /** Whether the words before it say that it is some other number. */
    private static boolean isOtherwiseNamed(String text, int start) {
        return OTHER_NUMBER
                .matcher(text.substring(Math.max(0, start - NEAR), start))
                .find();
    }

    /** The first nine digits, weighted from 10 down to 2, give the tenth. */
    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (digits.charAt(i) - '0') * (LENGTH - i);
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == digits.charAt(LENGTH - 1) - '0';
    }
}

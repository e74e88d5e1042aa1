package org.waymark.check;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Finds mobile phone numbers of the United Kingdom. Validating numbers takes time, so few texts are checked in full. */
final class MobileNumbers {
    /** What every such number has: a 7 after 0 or +44, then nine digits, grouped or not. */
    private static final Pattern CANDIDATE =
            Pattern.compile("(?:0|44)[\\s()./0-]{0,4}7(?:[\\s()./-]{0,2}\\d){9}(?!\\d)");

    private static final int DIGITS = 11;

    private MobileNumbers() {}

    /** Whether a full check is worth the time. */
    static boolean hasCandidate(String text) {
        return Numbers.find(CANDIDATE, DIGITS, text, number -> {}) > 0;
    }

    static List<Span> in(SourceFile file) {
        var spans = new ArrayList<Span>();
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        for (PhoneNumberMatch match : numbers.findNumbers(file.text(), "GB", Leniency.VALID, Long.MAX_VALUE)) {
            boolean isMobile = match.number().getCountryCode() == 44
                    && numbers.getNumberType(match.number()) == PhoneNumberType.MOBILE
                    && !Address.surrounds(file.text(), match.start());
            if (isMobile) {
                spans.add(file.span(match.start(), match.end()));
            }
        }
        return spans;
    }
}

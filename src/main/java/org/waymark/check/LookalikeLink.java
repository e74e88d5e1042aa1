package org.waymark.check;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.source.SourceFile;

/**
 * The host of a web address resembles another, since letters of one alphabet look like those of another (Unicode Technical
 * Standard 39, sections 4 and 5). Looks at what is typed, so it sees fields, texts and definitions alike.
 */
final class LookalikeLink implements FileRule {
    /**
     * A host containing something other than plain ASCII, a space, an escape, or a code for other letters. No host name
     * is longer than 253 characters (RFC 1035, section 2.3.4), so all repetitions are bounded.
     */
    private static final Pattern HOST = Pattern.compile(
            "(?i)https?://(?:[^\\s/?#@\"'<>()]{0,1000}@)?((?=[^\\s/?#\"'<>()]{0,1000}(?:[^\\x00-\\x7F]|xn--|\\\\|&#))[^\\s/?\"'<>()#]{1,1000}(?:#[xX]?[0-9a-fA-F]{1,8};[^\\s/?\"'<>()#]{0,100}){0,253})");

    /** A character by its number, as YAML (1.2, section 5.7) and Markdown write it. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))|&#[xX]([0-9a-fA-F]{1,6});|&#([0-9]{1,7});");

    private static final char LAST_ASCII = 0x7F;

    @Override
    public Code code() {
        return Codes.LOOKALIKE_LINK;
    }

    @Override
    public Stream<Diagnostic> check(SourceFile file, List<Entry> entries) {
        return mayHold(file.text())
                ? HOST.matcher(file.text()).results().flatMap(found -> check(file, found).stream())
                : Stream.empty();
    }

    /** Whether any address contains characters that need a closer look; few do. */
    private static boolean mayHold(String text) {
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 1)) {
            for (int i = at; i < text.length() && " \n\"<>".indexOf(text.charAt(i)) < 0; i++) {
                char c = text.charAt(i);
                if (c > LAST_ASCII
                        || c == '\\'
                        || text.startsWith("&#", i)
                        || text.regionMatches(true, i, "xn--", 0, 4)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Diagnostic> check(SourceFile file, MatchResult found) {
        String typed = found.group(1).replaceFirst("(:\\d*)?[.,;:!\\]}*_`]*$", "");
        String host = IDN.toUnicode(decoded(typed), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        String what = typed.toLowerCase(Locale.ROOT).equals(host)
                ? "`" + host + "`"
                : "`" + typed + "`, which browsers may show as `" + host + "`,";
        return ConfusableHost.fault(host)
                .map(fault -> Diagnostic.of(
                        code(),
                        file.span(found.start(1), found.start(1) + typed.length()),
                        what + " " + fault,
                        "look for the site with a search engine, and copy its address from there"));
    }

    private static String decoded(String typed) {
        return NUMBER.matcher(typed).replaceAll(number -> {
            int c = -1;
            for (int group = 1; group <= number.groupCount(); group++) {
                if (number.group(group) != null) {
                    c = Integer.parseUnsignedInt(number.group(group), group == number.groupCount() ? 10 : 16);
                }
            }
            return Character.isValidCodePoint(c) ? java.util.regex.Matcher.quoteReplacement(Character.toString(c)) : "";
        });
    }
}

package org.waymark.schema;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;

/** Reports Markdown and HTML in a field that holds plain text, where readers would see the markup itself. */
final class MarkupInField {
    private static final Pattern MARKUP =
            Pattern.compile("(?<strong>(?<![\\w*])(\\*\\*|__)(?=\\S)[^*_]{1,200}(?<=\\S)\\2(?![\\w*]))"
                    + "|(?<emphasis>(?<![\\w*])(?:\\*(?=[^\\s*])[^*]{1,200}(?<=[^\\s*])\\*|_(?=[^\\s_])[^_]{1,200}(?<=[^\\s_])_)(?![\\w*]))"
                    + "|(?<struck>~~(?=\\S)[^~]{1,200}~~)"
                    + "|(?<link>!?\\[[^\\[\\]]{0,200}]\\([^()\\s]{1,500}\\))"
                    + "|(?<tag></?(?i:b|i|u|em|strong|br|p|span|div|a|sup|sub|small|font|li|ul|ol|h[1-6])(?:\\s[^<>]{0,500})?/?>)"
                    + "|(?<entity>&(?:[A-Za-z]{2,10}|#\\d{1,6}|#[xX][0-9A-Fa-f]{1,5});)");

    private static final Pattern OF_SPREADSHEET = Pattern.compile(
            "=\\s*[+-]?(?:[A-Z][A-Z0-9.]{1,20}\\(.*\\)|\\$?[A-Z]{1,3}\\$?\\d{1,6}(?:[-+*/:].*)?)|#(?:DIV/0!|REF!|VALUE!|NAME\\?|NUM!|NULL!|N/A|#{2,})");

    private static final Pattern ROUNDED = Pattern.compile("\\d(?:\\.\\d{1,15})?[Ee]\\+\\d{1,2}");

    /** Characters that word processors and web pages leave. */
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("pound", "\u00A3"),
            Map.entry("euro", "\u20AC"),
            Map.entry("copy", "\u00A9"),
            Map.entry("reg", "\u00AE"),
            Map.entry("trade", "\u2122"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("hellip", "\u2026"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("ldquo", "\u201C"),
            Map.entry("rdquo", "\u201D"),
            Map.entry("eacute", "\u00E9"),
            Map.entry("egrave", "\u00E8"),
            Map.entry("deg", "\u00B0"),
            Map.entry("frac12", "\u00BD"),
            Map.entry("times", "\u00D7"));

    /** A whole value between curly quotation marks, one of which may be straight. */
    private static final Pattern IN_CURLY_QUOTES = Pattern.compile(
            "[\u201C\u201D\u201E]([^\u201C\u201D\u201E\"]+)[\u201C\u201D\"]|[\u2018\u201A]([^\u2018\u2019']+)[\u2018\u2019']");

    private MarkupInField() {}

    static List<Diagnostic> find(String name, Scalar scalar) {
        String text = scalar.text();
        Optional<Diagnostic> ofSpreadsheet = ofSpreadsheet(name, scalar);
        if (ofSpreadsheet.isPresent()) {
            return List.of(ofSpreadsheet.get());
        }
        boolean isLikely = false;
        for (int i = 0; i < text.length() && !isLikely; i++) {
            char c = text.charAt(i);
            isLikely = "*_~[<&".indexOf(c) >= 0 || (c >= '\u2018' && c <= '\u201E');
        }
        if (!isLikely) {
            return List.of();
        }
        var found = new ArrayList<Diagnostic>();
        curlyQuotes(name, scalar).ifPresent(found::add);
        Matcher markup = MARKUP.matcher(text);
        while (markup.find()) {
            found.add(report(name, scalar, markup));
        }
        return found;
    }

    /** A formula, an error, or a number that was too long for its cell. */
    private static Optional<Diagnostic> ofSpreadsheet(String name, Scalar scalar) {
        String text = scalar.text().strip();
        boolean isLikely = !text.isEmpty() && "=#0123456789".indexOf(text.charAt(0)) >= 0;
        if (!isLikely) {
            return Optional.empty();
        }
        Matcher rounded = ROUNDED.matcher(text);
        if (rounded.matches()) {
            String whole = inFull(text);
            return Optional.of(Diagnostic.of(
                            Codes.MARKUP_IN_FIELD,
                            scalar.span(),
                            "readers see `" + text + "`, a spreadsheet's short form of a long number, in `" + name
                                    + "`",
                            "write the number in full; this one reads `" + whole + "`, perhaps rounded")
                    .withFix(scalar.written().map(span -> Fix.change(span, whole, false))));
        }
        return OF_SPREADSHEET.matcher(text).matches()
                ? Optional.of(Diagnostic.of(
                        Codes.MARKUP_IN_FIELD,
                        scalar.span(),
                        "readers see `" + InvalidValue.quoted(text)
                                + "`, a formula or an error from a spreadsheet, in `" + name + "`",
                        "write the intended value"))
                : Optional.empty();
    }

    /** With commas between groups of three digits. */
    private static String inFull(String number) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(number));
    }

    private static Diagnostic report(String name, Scalar scalar, Matcher found) {
        String typed = found.group();
        boolean isCertain =
                found.group("strong") != null || found.group("tag") != null || found.group("entity") != null;
        Optional<String> plain = plain(found);
        Optional<Span> place = scalar.written().map(span -> span.part(found.start(), found.end()));
        return Diagnostic.of(
                        Codes.MARKUP_IN_FIELD,
                        place.orElse(scalar.span()),
                        "readers see `" + InvalidValue.quoted(typed) + "` as typed, since `" + name + "` is plain text",
                        plain.map(text -> text.isBlank() ? "remove it" : "write `" + text + "`")
                                .orElse("write the character itself"))
                .withFix(plain.flatMap(text -> place.map(span -> text.isEmpty()
                        ? new Fix("Remove it", isCertain, List.of(new Edit(span, "")))
                        : Fix.change(span, text, isCertain))));
    }

    /** What readers should see. */
    private static Optional<String> plain(Matcher found) {
        String typed = found.group();
        if (found.group("strong") != null || found.group("struck") != null) {
            return Optional.of(typed.substring(2, typed.length() - 2));
        }
        if (found.group("emphasis") != null) {
            return Optional.of(typed.substring(1, typed.length() - 1));
        }
        if (found.group("link") != null) {
            return Optional.of(typed.substring(typed.indexOf('[') + 1, typed.indexOf(']')));
        }
        if (found.group("tag") != null) {
            return Optional.of(typed.matches("(?i)</?(br|p|li|div)\\b.*") ? " " : "");
        }
        String entity = typed.substring(1, typed.length() - 1);
        if (entity.charAt(0) != '#') {
            return Optional.ofNullable(ENTITIES.get(entity));
        }
        boolean isHex = entity.charAt(1) == 'x' || entity.charAt(1) == 'X';
        int c = Integer.parseInt(entity.substring(isHex ? 2 : 1), isHex ? 16 : 10);
        return Character.isLetterOrDigit(c)
                        || (c > ' ' && Character.isDefined(c) && !Character.isISOControl(c) && c > 0x7F)
                ? Optional.of(Character.toString(c))
                : Optional.empty();
    }

    private static Optional<Diagnostic> curlyQuotes(String name, Scalar scalar) {
        String text = scalar.text().strip();
        Matcher quoted = IN_CURLY_QUOTES.matcher(text);
        if (!scalar.isPlain() || !quoted.matches()) {
            return Optional.empty();
        }
        String inner = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
        return Optional.of(Diagnostic.of(
                        Codes.MARKUP_IN_FIELD,
                        scalar.span(),
                        "readers see the quotation marks around `" + name + "`",
                        "remove them; or put straight single ones around them if they are meant for readers")
                .withFix(Optional.of(Fix.change(scalar.span(), "'" + inner.replace("'", "''") + "'", true))));
    }
}

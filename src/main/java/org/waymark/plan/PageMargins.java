package org.waymark.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.waymark.schema.Labels;
import org.waymark.source.AssetFile;

/**
 * What the style sheet prints in the margins of pages: the title of the site, and a page number, which only browsers
 * know. Texts become CSS strings (CSS Syntax Level 3, 4.3.5), so they cannot break out of them.
 */
final class PageMargins {
    private static final String STYLE_SHEET = "templates/assets/site.css";

    /** The counter styles (CSS Counter Styles Level 3, 6.1) with the digits of a language, by its zero. */
    private static final Map<Integer, String> STYLES = Map.ofEntries(
            Map.entry(0x0660, "arabic-indic"),
            Map.entry(0x06f0, "persian"),
            Map.entry(0x0966, "devanagari"),
            Map.entry(0x09e6, "bengali"),
            Map.entry(0x0a66, "gurmukhi"),
            Map.entry(0x0ae6, "gujarati"),
            Map.entry(0x0b66, "oriya"),
            Map.entry(0x0be6, "tamil"),
            Map.entry(0x0c66, "telugu"),
            Map.entry(0x0ce6, "kannada"),
            Map.entry(0x0d66, "malayalam"),
            Map.entry(0x0e50, "thai"),
            Map.entry(0x0ed0, "lao"),
            Map.entry(0x0f20, "tibetan"),
            Map.entry(0x1040, "myanmar"),
            Map.entry(0x17e0, "khmer"));

    private PageMargins() {}

    /** The style sheet with a line for them; any other asset as it is. */
    static AssetFile addTo(AssetFile asset, String title, Labels labels) {
        if (!asset.path().equals(STYLE_SHEET)) {
            return asset;
        }
        byte[] line = ("\n:root { --site-title: " + string(title) + "; --page-number: " + number(labels) + "; }\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] css = asset.bytes();
        byte[] both = Arrays.copyOf(css, css.length + line.length);
        System.arraycopy(line, 0, both, css.length, line.length);
        return new AssetFile(asset.path(), both);
    }

    /** The label {@code page-number} as the value of a {@code content} property. */
    private static String number(Labels labels) {
        String digits = labels.numbers().zero() == '0'
                ? ""
                : ", " + STYLES.getOrDefault(labels.numbers().zero(), "decimal");
        var css = new ArrayList<String>();
        labels.sentence("page-number", Optional.empty())
                .write(
                        text -> css.add(string(text)),
                        place ->
                                css.add("counter(" + (place.name().equals("pages") ? "pages" : "page") + digits + ")"));
        css.removeIf("\"\""::equals);
        return String.join(" ", css);
    }

    private static String string(String text) {
        var css = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || c == 0x7f) {
                css.append('\\').append(Integer.toHexString(c)).append(' ');
            } else {
                css.appendCodePoint(c);
            }
        });
        return css.append('"').toString();
    }
}

package org.waymark.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The colours that browsers use around the pages. They are taken from the style sheet, so a project's own styles
 * need not declare them again.
 *
 * @param light the first {@code --brand} in {@code site.css}
 * @param dark the second, for dark mode
 * @param sign the first {@code --sign}, the accent colour
 * @param paper the first {@code --paper}, the background of pages
 */
public record ThemeColours(
        Optional<String> light, Optional<String> dark, Optional<String> sign, Optional<String> paper) {
    static ThemeColours of(List<Asset> assets) {
        String css = assets.stream()
                .filter(asset -> asset.name().equals("site.css"))
                .findFirst()
                .map(asset -> new String(asset.file().bytes(), StandardCharsets.UTF_8))
                .orElse("");
        return new ThemeColours(
                colour(css, "--brand:", 1),
                colour(css, "--brand:", 2),
                colour(css, "--sign:", 1),
                colour(css, "--paper:", 1));
    }

    /** A hexadecimal colour. Other forms are left out, since a manifest cannot refer to CSS variables. */
    private static Optional<String> colour(String css, String property, int occurrence) {
        int at = 0;
        for (int i = 0; i < occurrence; i++) {
            at = css.indexOf(property, at) + property.length();
            if (at < property.length()) {
                return Optional.empty();
            }
        }
        int end = css.indexOf(';', at);
        String value = end < 0 ? "" : css.substring(at, end).strip();
        boolean hex = value.startsWith("#") && value.chars().skip(1).allMatch(c -> Character.digit(c, 16) >= 0);
        return hex && (value.length() == 4 || value.length() == 7) ? Optional.of(value) : Optional.empty();
    }
}

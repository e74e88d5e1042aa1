package org.waymark.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The colours of the templates, for people with low vision (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11). */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");

    /** Body text and its backgrounds. */
    private static final List<String> BODY = List.of("ink on paper", "ink on tint", "quiet on paper", "quiet on tint");

    /** Other text. */
    private static final List<String> TEXT = List.of(
            "link on paper",
            "link on tint",
            "link-strong on paper",
            "link-strong on tint",
            "paper on link-strong",
            "on-brand on brand",
            "on-brand-quiet on brand",
            "on-sign on sign",
            "on-shade on shade-1",
            "on-shade on shade-2",
            "on-shade-3 on shade-3",
            "on-shade-4 on shade-4",
            "ink on line",
            "ink on warn-tint",
            "ink on mark",
            "warn on warn-tint");

    /** Non-text elements that must be visible. */
    private static final List<String> SIGNS = List.of(
            "edge on paper",
            "focus on paper",
            "focus on tint",
            "sign on brand",
            "bar on paper",
            "bar on tint",
            "shade-4 on paper",
            "shade-4 on tint",
            "rule on paper",
            "rule on tint");

    private static Map<String, String> light;
    private static Map<String, String> dark;

    @BeforeAll
    static void readTokens() throws IOException {
        String css = Files.readString(Path.of("templates/assets/site.css"));
        int darkAt = css.indexOf("@media (prefers-color-scheme: dark)");
        light = tokens(css.substring(0, darkAt));
        dark = new HashMap<>(light);
        dark.putAll(tokens(css.substring(darkAt, css.indexOf("\n}\n", darkAt))));
    }

    @Test
    void computesTheExamplesOfTheStandard() {
        assertEquals(21.0, contrast("#000000", "#ffffff"), 0.001);
        assertEquals(4.48, contrast("#777777", "#ffffff"), 0.01);
    }

    @Test
    void textHasContrastOfSevenOrMore() {
        assertEquals(List.of(), below(7.0, BODY));
    }

    @Test
    void linksAndLabelsHaveContrastOfFourAndAHalfOrMore() {
        assertEquals(List.of(), below(4.5, TEXT));
    }

    @Test
    void signsAndEdgesHaveContrastOfThreeOrMore() {
        assertEquals(List.of(), below(3.0, SIGNS));
    }

    @Test
    void everyColourHasADarkVariant() {
        assertTrue(dark.size() == light.size(), "a colour of the dark scheme has no counterpart");
    }

    private static List<String> below(double least, List<String> pairs) {
        var failures = new ArrayList<String>();
        for (String pair : pairs) {
            String[] names = pair.split(" on ");
            check("light", light, names, least, failures);
            check("dark", dark, names, least, failures);
        }
        return failures;
    }

    private static void check(
            String scheme, Map<String, String> tokens, String[] names, double least, List<String> failures) {
        double contrast = contrast(tokens.get(names[0]), tokens.get(names[1]));
        if (contrast < least) {
            failures.add(scheme + ": " + names[0] + " on " + names[1] + " " + Math.round(contrast * 100) / 100.0);
        }
    }

    private static Map<String, String> tokens(String css) {
        var tokens = new HashMap<String, String>();
        var matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            tokens.put(matcher.group(1), matcher.group(2));
        }
        return tokens;
    }

    private static double contrast(String a, String b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Relative luminance, as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double c = (value & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}

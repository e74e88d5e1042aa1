package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.schema.Label;
import org.waymark.schema.Labels;
import org.waymark.source.AssetFile;

class PageMarginsTest {
    private static String added(String title, String thousands, String number) {
        var labels = new HashMap<String, Label>();
        labels.put("thousands", sentence(thousands));
        labels.put("millions", sentence(thousands + (thousands.startsWith("1") ? ",567" : "٬٥٦٧")));
        labels.put("page-number", sentence(number));
        var css = new AssetFile("templates/assets/site.css", "p {}\n".getBytes(StandardCharsets.UTF_8));
        String both = new String(
                PageMargins.addTo(css, title, new Labels("ar", labels)).bytes(), StandardCharsets.UTF_8);
        return both.substring("p {}\n".length()).strip();
    }

    private static Label sentence(String written) {
        List<String> places = Pattern.compile("\\{(\\w+)\\}")
                .matcher(written)
                .results()
                .map(place -> place.group(1))
                .toList();
        return new Label.Sentence(
                List.of(written.split("\\{\\w+\\}", -1)),
                places.stream().map(name -> new Label.Place(name, "", false)).toList());
    }

    @Test
    void writesTheLabelWithCounters() {
        assertEquals(
                ":root { --site-title: \"Directory\"; --page-number: \"Page \" counter(page) \" of \" counter(pages); }",
                added("Directory", "1,234", "Page {number} of {pages}"));
        assertEquals(
                ":root { --site-title: \"Directory\"; --page-number: counter(pages) \" / \" counter(page) \".\"; }",
                added("Directory", "1,234", "{pages} / {number}."));
    }

    @Test
    void numbersInTheDigitsOfTheLanguage() {
        assertEquals(
                ":root { --site-title: \"دليل\"; --page-number: \"صفحة \" counter(page, arabic-indic); }",
                added("دليل", "١٬٢٣٤", "صفحة {number}"));
    }

    @Test
    void textsCannotEndTheirStrings() {
        assertEquals(
                ":root { --site-title: \"a\\22 ; } b {} \\5c  \\a  */\"; --page-number: counter(page) \"\\22 }\"; }",
                added("a\"; } b {} \\ \n */", "1,234", "{number}\"}"));
    }

    @Test
    void leavesOtherAssetsAlone() {
        var script = new AssetFile("templates/assets/site.js", new byte[0]);
        assertSame(script, PageMargins.addTo(script, "Directory", new Labels("en-GB", Map.of())));
    }
}

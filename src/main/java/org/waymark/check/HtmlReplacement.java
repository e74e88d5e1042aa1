package org.waymark.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Fix;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * What to write instead of an HTML element.
 *
 * @param help what to do
 * @param fix the same, if the whole element is on one line and contains only words
 */
record HtmlReplacement(String help, Optional<Fix> fix) {
    private static final int LONGEST = 500;

    private static final HtmlReplacement OTHER = new HtmlReplacement(
            "write it in Markdown or remove it; for the character `<` itself, write `&lt;`", Optional.empty());

    private static final Pattern NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)\\b");

    /** The address that an element shows or links to. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\s(?:src|href|data)\\s*=\\s*[\"“”']?(https?://[^\\s\"“”'<>]{1,300})");

    private static final Pattern LINK = Pattern.compile(
            "(?i)<a\\s(?:[^<>\\n]{0,300}\\s)?href\\s*=\\s*[\"“”']([^\\s\"“”'<>()]{1,300})[\"“”'][^<>\\n]{0,300}>([^<>\\[\\]\\n]{1,200})</a\\s*>");

    private static final Pattern SIMPLE = Pattern.compile(
            "(?i)<(b|strong|i|em|s|strike|del|code)>([^\\s<>*_~`\\n](?:[^<>*_~`\\n]{0,300}[^\\s<>*_~`\\n])?)</\\1\\s*>");

    private static final Map<String, String> MARKS =
            Map.of("b", "**", "strong", "**", "i", "*", "em", "*", "s", "~~", "strike", "~~", "del", "~~", "code", "`");

    private static final Map<String, String> HELP = byName();

    private static Map<String, String> byName() {
        return Stream.of(
                        Map.entry("b strong", "write `**bold**`"),
                        Map.entry("i em", "write `*italics*`"),
                        Map.entry("s strike del", "write `~~struck out~~`"),
                        Map.entry(
                                "u ins mark",
                                "remove it: readers take underlined words for links; `**bold**` stands out"),
                        Map.entry("a", "write a link: `[words](https://www.example.org/)`"),
                        Map.entry(
                                "img picture figure svg",
                                "put the picture into `content/images`, and write `![what it shows](../images/name.jpg)`"),
                        Map.entry(
                                "h1 h2 h3 h4 h5 h6",
                                "begin a line with `## ` for a heading, or `### ` for one below it"),
                        Map.entry("p div", "remove it, and leave an empty line between paragraphs"),
                        Map.entry(
                                "ul ol li",
                                "begin each item of a list with `- ` or `1. `, with an empty line above the list"),
                        Map.entry(
                                "table thead tbody tr td th",
                                "write each row as `| cell | cell |`, with `| --- | --- |` below the first"),
                        Map.entry("blockquote", "begin each line of a quotation with `> `"),
                        Map.entry("hr", "write `---` on a line of its own, with an empty line above it"),
                        Map.entry("sup sub", "use a raised or lowered character such as `²`, or write it out"),
                        Map.entry(
                                "span font center small big style script link meta",
                                "remove it and everything that belongs to it: only the templates decide how text looks"),
                        Map.entry("aside", "write its text as a paragraph, with a bold first word if it is important"),
                        Map.entry("details summary", "write a heading with `## `, and the text below it"),
                        Map.entry(
                                "form input button select textarea",
                                "link to the page that has the form: `[words](https://www.example.org/form)`"))
                .flatMap(each -> Stream.of(each.getKey().split(" ")).map(name -> Map.entry(name, each.getValue())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static final List<String> EMBEDDED = List.of("iframe", "embed", "object", "video", "audio", "source");

    /** What to write instead of the element whose tag begins at a position. */
    static HtmlReplacement of(SourceFile file, Span place) {
        int start = file.offset(place.start());
        String text = file.text().substring(start, Math.min(file.text().length(), start + LONGEST));
        Matcher name = NAME.matcher(text);
        if (!name.lookingAt()) {
            return OTHER;
        }
        String element = name.group(1).toLowerCase(Locale.ROOT);
        if (EMBEDDED.contains(element)) {
            return embedded(text);
        }
        if (element.equals("br")) {
            return lineBreak(file, place);
        }
        Matcher link = LINK.matcher(text);
        if (link.lookingAt()) {
            return of(file, start, link, "[" + link.group(2).strip() + "](" + link.group(1) + ")");
        }
        Matcher simple = SIMPLE.matcher(text);
        if (simple.lookingAt()) {
            String mark = MARKS.getOrDefault(element, "");
            return of(file, start, simple, mark + simple.group(2) + mark);
        }
        return Optional.ofNullable(HELP.get(element))
                .map(help -> new HtmlReplacement(help, Optional.empty()))
                .orElse(OTHER);
    }

    private static HtmlReplacement of(SourceFile file, int start, Matcher element, String better) {
        Span whole = file.span(start, start + element.end());
        return new HtmlReplacement("write `" + better + "`", Optional.of(Fix.change(whole, better, false)));
    }

    private static HtmlReplacement embedded(String text) {
        int end = text.indexOf('>');
        Matcher address = ADDRESS.matcher(end < 0 ? text : text.substring(0, end));
        String to = address.find() ? address.group(1) : "https://www.example.org/";
        return new HtmlReplacement(
                "a page shows nothing from other sites; link to it: `[words that name it](" + to + ")`",
                Optional.empty());
    }

    private static HtmlReplacement lineBreak(SourceFile file, Span place) {
        boolean isRow = file.line(place.start().line()).strip().startsWith("|");
        return new HtmlReplacement(
                isRow
                        ? "write a comma or a semicolon, or give what follows a row of its own"
                        : "remove it, and end the line with a backslash or leave an empty line",
                Optional.empty());
    }
}

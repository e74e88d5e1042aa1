package org.waymark.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.markdown.Passage;

/** A text still holds words that only hold a place for others: those of `new` and `init`, or a writer's own. */
final class PlaceholderText implements TextRule {
    private static final List<Placeholder> PLACEHOLDERS = List.of(
            new Placeholder("ext here", "Write the text here(?:, then remove the line|\\.$)"),
            new Placeholder("ay here", "^Say here (?:in one sentence )?(?:what|who|how|when|where|why)\\b.*"),
            new Placeholder("n example that shows how a", "An example that shows how a .* is written\\."),
            new Placeholder("orem ipsum", "[Ll]orem ipsum\\b"),
            new Placeholder("TODO", "^TODO\\b|[\\[(]TODO\\b|\\bTODO(?=[:\\])])"),
            new Placeholder("FIXME", "\\bFIXME\\b"),
            new Placeholder("TBC", "(?<![\\p{L}\\p{N}/.#_$-])TBC(?![\\p{L}\\p{N}/_-]|\\.\\w)"),
            new Placeholder("TBD", "(?<![\\p{L}\\p{N}/.#_$-])TBD(?![\\p{L}\\p{N}/_-]|\\.\\w)"),
            new Placeholder("XX", "[£$€]X{2,}\\b|\\bX{2,}%|[\\[(]X{2,}[\\])]"),
            new Placeholder(
                    "[",
                    "(?i)\\[(?:(?:insert|add|enter|type) [^\\[\\]]{1,80}"
                            + "|to (?:be (?:confirmed|completed|added|written)|follow)|xx+|placeholder)\\]"),
            new Placeholder(
                    "Error!",
                    "Error! (?:Reference source not found|Bookmark not defined|No text of specified style)\\.?"),
            new Placeholder("lick ", "Click (?:or tap )?(?:here )?to (?:enter|add) (?:a date|text|your [a-z]+)\\.?"),
            new Placeholder("Choose an item", "Choose an item\\.(?=\\s|$)"),
            new Placeholder("\u00AB", "\u00AB[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]*\u00BB"),
            new Placeholder(" here", "(?i)\\b(?:text|content|details) (?:goes|to go) here\\b"),
            new Placeholder("o follow", "(?i)^(?:details|text|content|more) to follow[.!…]*$"),
            new Placeholder("oming soon", "(?i)^coming soon[.!…]*$"));

    /**
     * Words that hold a place.
     *
     * @param part what each of them holds, which is looked for first, since that is quick
     */
    private record Placeholder(String part, Pattern words) {
        Placeholder(String part, String words) {
            this(part, Pattern.compile(words));
        }

        Stream<Diagnostic> in(Passage passage) {
            return passage.text().contains(part)
                    ? words.matcher(passage.text())
                            .results()
                            .filter(found -> !passage.isCode(found.start()))
                            .map(found -> report(passage, found.start(), found.end()))
                    : Stream.empty();
        }
    }

    @Override
    public Code code() {
        return Codes.PLACEHOLDER_TEXT;
    }

    @Override
    public Reader with(LanguageContext context) {
        return (entry, found) -> {
            if (entry.document().visibility().draft()) {
                return; // its text is yet to be written
            }
            for (WordedPassage passage : entry.all()) {
                PLACEHOLDERS.forEach(each -> each.in(passage.passage()).forEach(found));
            }
        };
    }

    private static Diagnostic report(Passage passage, int start, int end) {
        return Diagnostic.of(
                Codes.PLACEHOLDER_TEXT,
                passage.span(start, end),
                "`" + passage.text().substring(start, end) + "` only holds a place for the text that is meant",
                "write that text, or remove these words");
    }
}

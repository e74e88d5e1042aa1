package org.waymark.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.markdown.Passage;

/** A text still contains placeholder words: those of `new` and `init`, or a writer's own. */
final class PlaceholderText implements TextRule {
    private static final List<Placeholder> PLACEHOLDERS = List.of(
            new Placeholder("here", "Write the text here(?:, then remove the line|\\.$)"),
            new Placeholder("here", "^Say here (?:in one sentence )?(?:what|who|how|when|where|why)\\b.*"),
            new Placeholder("shows", "An example that shows how a .* is written\\."),
            new Placeholder("lorem", "[Ll]orem ipsum\\b"),
            new Placeholder("todo", "^TODO\\b|[\\[(]TODO\\b|\\bTODO(?=[:\\])])"),
            new Placeholder("fixme", "\\bFIXME\\b"),
            new Placeholder("tbc", "(?<![\\p{L}\\p{N}/.#_$-])TBC(?![\\p{L}\\p{N}/_-]|\\.\\w)"),
            new Placeholder("tbd", "(?<![\\p{L}\\p{N}/.#_$-])TBD(?![\\p{L}\\p{N}/_-]|\\.\\w)"),
            new Placeholder("XX", "[£$€]X{2,}\\b|\\bX{2,}%|[\\[(]X{2,}[\\])]"),
            new Placeholder(
                    "[",
                    "(?i)\\[(?:(?:insert|add|enter|type) [^\\[\\]]{1,80}"
                            + "|to (?:be (?:confirmed|completed|added|written)|follow)|xx+|placeholder)\\]"),
            new Placeholder(
                    "error",
                    "Error! (?:Reference source not found|Bookmark not defined|No text of specified style)\\.?"),
            new Placeholder("click", "Click (?:or tap )?(?:here )?to (?:enter|add) (?:a date|text|your [a-z]+)\\.?"),
            new Placeholder("choose", "Choose an item\\.(?=\\s|$)"),
            new Placeholder(
                    "\u00AB", "\u00AB(?:[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]*|[A-Z]?[a-z]+(?:[A-Z][a-z0-9]+)++)\u00BB"),
            new Placeholder("here", "(?i)\\b(?:text|content|details) (?:goes|to go) here\\b"),
            new Placeholder("follow", "(?i)^(?:details|text|content|more) to follow[.!…]*$"),
            new Placeholder("soon", "(?i)^coming soon[.!…]*$"));

    private static final Phrases WORDS = Phrases.ofWords(parts().filter(Placeholder::isWord));

    private static final List<String> SIGNS =
            parts().filter(part -> !Placeholder.isWord(part)).toList();

    /**
     * Placeholder words.
     *
     * @param part a word in lower case, or punctuation, that each of them contains; searched for first, since that is
     *     fast
     */
    private record Placeholder(String part, Pattern words) {
        Placeholder(String part, String words) {
            this(part, Pattern.compile(words));
        }

        static boolean isWord(String part) {
            return Character.isLowerCase(part.charAt(0));
        }

        Stream<Diagnostic> in(Passage passage) {
            return words.matcher(passage.text())
                    .results()
                    .filter(found -> !passage.isCode(found.start()))
                    .map(found -> report(passage, found.start(), found.end()));
        }
    }

    private static Stream<String> parts() {
        return PLACEHOLDERS.stream().map(Placeholder::part).distinct();
    }

    @Override
    public Code code() {
        return Codes.PLACEHOLDER_TEXT;
    }

    @Override
    public Reader with(LanguageContext context) {
        return (entry, found) -> {
            if (entry.entry().visibility().draft()) {
                return; // the text has not been written yet
            }
            for (WordedPassage passage : entry.all()) {
                if (mayHold(passage)) {
                    PLACEHOLDERS.forEach(each -> each.in(passage.passage()).forEach(found));
                }
            }
        };
    }

    private static boolean mayHold(WordedPassage passage) {
        boolean mayHold = false;
        for (String sign : SIGNS) {
            mayHold |= passage.text().contains(sign);
        }
        for (int word = 0; word < passage.count() && !mayHold; word++) {
            mayHold = WORDS.at(passage, word) != null;
        }
        return mayHold;
    }

    private static Diagnostic report(Passage passage, int start, int end) {
        return Diagnostic.of(
                Codes.PLACEHOLDER_TEXT,
                passage.span(start, end),
                "`" + passage.text().substring(start, end) + "` is a placeholder, not the text itself",
                "write the text that belongs here, or remove these words");
    }
}

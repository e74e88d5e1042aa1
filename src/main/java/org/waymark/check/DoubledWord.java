package org.waymark.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Span;

/** A small word is repeated, perhaps across a line break. Nouns and verbs can legitimately repeat. */
final class DoubledWord implements TextRule {
    /**
     * Words that are never correctly repeated. Others can be: "had had", "that that", "log in in person", "the
     * default default".
     */
    private static final Set<String> NEVER =
            Set.of("a", "an", "and", "at", "by", "for", "from", "of", "or", "the", "to", "with");

    /** Words that are rarely repeated correctly. */
    private static final Set<String> SELDOM = Set.of(
            "about", "also", "are", "as", "be", "because", "been", "but", "can", "could", "each", "has", "have", "he",
            "her", "his", "i", "if", "into", "its", "may", "must", "not", "our", "she", "should", "some", "than",
            "their", "there", "these", "they", "this", "those", "was", "we", "were", "when", "where", "which", "who",
            "will", "would", "you", "your");

    @Override
    public Code code() {
        return Codes.DOUBLED_WORD;
    }

    @Override
    public Reader with(LanguageContext context) {
        return (entry, found) -> {
            for (WordedPassage passage : entry.all()) {
                for (int i = 1; i < passage.count(); i++) {
                    if (passage.hash(i) == passage.hash(i - 1) && isDoubled(passage, i)) {
                        found.accept(report(passage, i));
                    }
                }
            }
        };
    }

    private static boolean isDoubled(WordedPassage passage, int second) {
        String word = passage.word(second);
        boolean isWord = word.codePoints().allMatch(Character::isLetter);
        // A capital makes the second a name or a heading: "Baden Baden", "see section Section 2".
        boolean isName = Character.isUpperCase(word.codePointAt(0))
                && !(word.equals(passage.word(second - 1)) && isCapitals(word));
        boolean isAfterName = Character.isUpperCase(passage.word(second - 1).codePointAt(0))
                && Character.isLowerCase(word.codePointAt(0))
                && !passage.beginsSentence(second - 1);
        String small = word.toLowerCase(Locale.ROOT);
        return isWord
                && !isName
                && !isAfterName
                && passage.word(second - 1).equalsIgnoreCase(word)
                && (NEVER.contains(small) || SELDOM.contains(small))
                && !joinsWords(passage, second, small)
                && passage.runsOn(second - 1)
                && passage.isOwn(second);
    }

    /** Whether "and" or "or" is mentioned rather than used: "the words and and or". */
    private static boolean joinsWords(WordedPassage passage, int second, String word) {
        boolean joins = word.equals("and") || word.equals("or");
        return joins
                && passage.runsOn(second)
                && List.of("and", "or", "not").contains(passage.word(second + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean isCapitals(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private Diagnostic report(WordedPassage passage, int second) {
        String word = passage.word(second);
        // From the end of the first, so the space between is removed with the second.
        Span surplus = passage.passage().span(passage.end(second - 1), passage.end(second));
        Diagnostic finding =
                Diagnostic.of(code(), passage.span(second), "`" + word + "` is repeated", "remove one of the two");
        boolean isPlain = passage.passage().isVerbatim(passage.start(second - 1), passage.end(second));
        return isPlain
                ? finding.withFix(Optional.of(new Fix(
                        "Remove the second `" + word + "`",
                        NEVER.contains(word.toLowerCase(Locale.ROOT)),
                        List.of(new Edit(surplus, "")))))
                : finding;
    }
}

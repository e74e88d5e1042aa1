package org.waymark.check;

import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.markdown.Passage;

/** A paragraph is so long that it fills the screen of a phone. */
final class LongParagraph implements TextRule {
    static final int MOST = 120;

    @Override
    public Code code() {
        return Codes.LONG_PARAGRAPH;
    }

    @Override
    public Reader with(LanguageContext context) {
        return (entry, found) -> {
            for (WordedPassage passage : entry.body()) {
                boolean isOwn = passage.passage().kind() != Passage.Kind.QUOTE
                        && passage.passage().kind() != Passage.Kind.CELL;
                int words = passage.count() > MOST && isOwn ? wordsWithoutBreak(passage) : 0;
                if (words > MOST) {
                    found.accept(Diagnostic.of(
                            code(),
                            passage.passage().span(passage.start(0), passage.end(2)),
                            "the paragraph has " + words + " words, more than " + MOST,
                            "split it where a new thought begins, or turn it into a list"));
                }
            }
        };
    }

    /** The maximum number of words between two line ends that readers see; code does not count as words. */
    private static int wordsWithoutBreak(WordedPassage passage) {
        int most = 0;
        int words = 0;
        for (int i = 0; i < passage.count(); i++) {
            boolean isNewLine = i > 0
                    && passage.text()
                                    .substring(passage.end(i - 1), passage.start(i))
                                    .indexOf('\n')
                            >= 0;
            words = (isNewLine ? 0 : words) + (passage.passage().isCode(passage.start(i)) ? 0 : 1);
            most = Math.max(most, words);
        }
        return most;
    }
}

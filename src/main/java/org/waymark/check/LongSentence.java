package org.waymark.check;

import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.markdown.Passage;

/** A sentence has so many words that many readers lose the thread (GOV.UK: 25 are the most that is easy to read). */
final class LongSentence implements TextRule {
    static final int MOST = 30;

    @Override
    public Code code() {
        return Codes.LONG_SENTENCE;
    }

    @Override
    public Reader with(LanguageContext context) {
        return (entry, found) -> {
            for (WordedPassage passage : entry.all()) {
                if (passage.count() > MOST
                        && passage.passage().kind() != Passage.Kind.QUOTE
                        && passage.passage().kind() != Passage.Kind.CELL) {
                    passage.passage().sentences(at -> !passage.passage().isCode(at)).stream()
                            .filter(sentence -> sentence.words() > MOST)
                            .map(sentence -> Diagnostic.of(
                                    code(),
                                    passage.passage().span(sentence.start(), firstWordEnd(passage, sentence.start())),
                                    "the sentence has " + sentence.words() + " words, more than " + MOST,
                                    "make two sentences of it, or a list"))
                            .forEach(found);
                }
            }
        };
    }

    /** After the third word, which shows well enough where a long sentence begins. */
    private static int firstWordEnd(WordedPassage passage, int start) {
        int word = 0;
        while (passage.end(word) <= start) {
            word++;
        }
        return passage.end(word + 2);
    }
}

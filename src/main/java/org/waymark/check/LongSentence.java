package org.waymark.check;

import java.util.function.Consumer;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.markdown.Passage;

/** A sentence has so many words that many readers lose the thread (GOV.UK: up to 25 are easy to read). */
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
                    check(passage, found);
                }
            }
        };
    }

    private void check(WordedPassage passage, Consumer<Diagnostic> found) {
        int word = 0;
        int end;
        for (int start = passage.passage().sentenceStart(0);
                word < passage.count();
                start = passage.passage().sentenceStart(end)) {
            end = passage.passage().sentenceEnd(start);
            int first = word;
            while (word < passage.count() && passage.start(word) < end) {
                word++;
            }
            // Few sentences are long enough for it to matter which of their words are code.
            int words = word - first > MOST ? wordsOfText(passage, first, word) : 0;
            if (words > MOST) {
                found.accept(Diagnostic.of(
                        code(),
                        passage.passage().span(start, firstWordEnd(passage, start)),
                        "the sentence has " + words + " words, more than " + MOST,
                        "split it into two sentences, or turn it into a list"));
            }
        }
    }

    private static int wordsOfText(WordedPassage passage, int first, int end) {
        int words = 0;
        for (int word = first; word < end; word++) {
            words += passage.passage().isCode(passage.start(word)) ? 0 : 1;
        }
        return words;
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

package org.waymark.check;

import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.markdown.Passage;

/** A paragraph of the text is so long that it looks like a wall on a phone. */
final class LongParagraph implements TextRule {
    static final int MOST = 120;

    @Override
    public Code code() {
        return Codes.LONG_PARAGRAPH;
    }

    @Override
    public Reader with(Vocabulary vocabulary) {
        return (entry, found) -> entry.body().stream()
                .filter(passage -> passage.count() > MOST)
                .filter(passage -> passage.passage().kind() != Passage.Kind.QUOTE
                        && passage.passage().kind() != Passage.Kind.CELL)
                .map(passage -> Diagnostic.of(
                        code(),
                        passage.passage().span(passage.start(0), passage.end(2)),
                        "the paragraph has " + passage.count() + " words, more than " + MOST,
                        "divide it where a new thought begins, or make a list of it"))
                .forEach(found);
    }
}

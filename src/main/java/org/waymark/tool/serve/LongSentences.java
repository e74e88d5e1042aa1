package org.waymark.tool.serve;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.markdown.Passage;
import org.waymark.markdown.Passage.Sentence;
import org.waymark.markdown.Prose;
import org.waymark.source.Memo;

/** Finds the longest sentences of a directory. It remembers those of texts that do not change. */
final class LongSentences {
    private static final Comparator<Sentence> LONGEST_FIRST =
            Comparator.comparing(Sentence::words).reversed().thenComparing(Sentence::span);
    /** The maximum number from one text, so none fills the whole list. */
    private static final int MAX_PER_TEXT = 3;

    private final Memo<Prose, List<Sentence>> byText = Memo.create(true);

    /** The longest sentences, in descending order of length. */
    synchronized List<Sentence> of(Directory directory, int most) {
        List<Sentence> longest = directory.entries().parallelStream()
                .flatMap(this::ofText)
                .sorted(LONGEST_FIRST)
                .limit(most)
                .toList();
        byText.endRun();
        return longest;
    }

    private Stream<Sentence> ofText(Entry entry) {
        return entry.body().stream()
                .flatMap(prose -> byText.of(entry.path(), prose, LongSentences::longestOf).stream());
    }

    private static List<Sentence> longestOf(Prose prose) {
        return prose.passages().stream()
                .filter(passage -> passage.kind() == Passage.Kind.PARAGRAPH || passage.kind() == Passage.Kind.ITEM)
                .flatMap(passage -> passage.sentences().stream())
                .sorted(LONGEST_FIRST)
                .limit(MAX_PER_TEXT)
                .toList();
    }
}

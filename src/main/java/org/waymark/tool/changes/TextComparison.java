package org.waymark.tool.changes;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.waymark.directory.LinkPath;
import org.waymark.markdown.Passage;
import org.waymark.markdown.Prose;
import org.waymark.markdown.Words;

/** Compares the text of an entry in two snapshots, word by word. */
final class TextComparison {
    /** Longer texts, and those with little in common, are compared by word frequency, in linear time. */
    private static final int MOST_WORDS = 20_000;

    private TextComparison() {}

    /**
     * The differences, if any.
     *
     * @param moved maps the old path of a file to its new one
     */
    static Optional<TextChange> of(
            Prose before, String beforePath, Prose after, String afterPath, UnaryOperator<String> moved) {
        List<PlacedWord> was = words(before);
        List<PlacedWord> is = words(after);
        boolean links = !targets(before, beforePath, moved).equals(targets(after, afterPath, UnaryOperator.identity()));
        if (was.equals(is)) {
            boolean isSame = !links && layout(before).equals(layout(after));
            return isSame
                    ? Optional.empty()
                    : Optional.of(new TextChange(0, 0, was.size(), is.size(), List.of(), links));
        }
        int common = commonWords(was, is);
        List<TextChange.Passage> passages = List.of();
        if (was.size() + is.size() <= MOST_WORDS && common * 4 > was.size() + is.size()) {
            List<AbstractDelta<PlacedWord>> deltas = DiffUtils.diff(was, is, new MyersDiffWithLinearSpace<PlacedWord>())
                    .getDeltas();
            common = was.size()
                    - deltas.stream()
                            .mapToInt(delta -> delta.getSource().size())
                            .sum();
            passages = ChangedPassages.of(was, is, deltas);
        }
        return Optional.of(
                new TextChange(is.size() - common, was.size() - common, was.size(), is.size(), passages, links));
    }

    private static List<PlacedWord> words(Prose prose) {
        var words = new ArrayList<PlacedWord>();
        for (Passage passage : prose.passages()) {
            String text = passage.text();
            int start = Words.next(text, 0);
            while (start < text.length()) {
                int end = Words.end(text, start);
                words.add(new PlacedWord(passage, start, end));
                start = Words.next(text, end);
            }
        }
        return words;
    }

    /** What readers see besides words: punctuation, emphasis, lists and headings. */
    private static String layout(Prose prose) {
        return prose.toHtml(destination -> "").toString();
    }

    private static List<String> targets(Prose prose, String path, UnaryOperator<String> moved) {
        return Stream.concat(
                        prose.links().stream().map(Prose.Link::destination),
                        prose.images().stream().map(Prose.Image::destination))
                .map(destination -> LinkPath.resolve(path, destination)
                        .map(link -> moved.apply(link.path())
                                + link.fragment().map(part -> "#" + part).orElse(""))
                        .orElse(destination))
                .toList();
    }

    private static int commonWords(List<PlacedWord> before, List<PlacedWord> after) {
        Map<PlacedWord, Integer> left = new HashMap<>();
        before.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (PlacedWord word : after) {
            int count = left.getOrDefault(word, 0);
            if (count > 0) {
                left.put(word, count - 1);
                common++;
            }
        }
        return common;
    }
}

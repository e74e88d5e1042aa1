package org.waymark.tool.changes;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the differences between two texts into passages that a reviewer can read. */
final class ChangedPassages {
    /** How many words to show on each side; differences that are nearer to each other become one passage. */
    private static final int AROUND = 3;

    private ChangedPassages() {}

    static List<TextChange.Passage> of(
            List<PlacedWord> before, List<PlacedWord> after, List<AbstractDelta<PlacedWord>> deltas) {
        var passages = new ArrayList<TextChange.Passage>();
        int first = 0;
        for (int i = 1; i <= deltas.size(); i++) {
            if (i == deltas.size()
                    || !isNear(deltas.get(i - 1).getSource(), deltas.get(i).getSource())) {
                passages.add(passage(before, after, deltas.get(first), deltas.get(i - 1)));
                first = i;
            }
        }
        return passages;
    }

    private static boolean isNear(Chunk<PlacedWord> one, Chunk<PlacedWord> next) {
        return next.getPosition() - end(one) <= AROUND;
    }

    private static int end(Chunk<PlacedWord> chunk) {
        return chunk.getPosition() + chunk.size();
    }

    /** What was only added or only removed is shown without the words around it. */
    private static TextChange.Passage passage(
            List<PlacedWord> before,
            List<PlacedWord> after,
            AbstractDelta<PlacedWord> from,
            AbstractDelta<PlacedWord> to) {
        boolean isOneSided = from.equals(to)
                && (from.getSource().size() == 0 || from.getTarget().size() == 0);
        int around = isOneSided ? 0 : AROUND;
        return new TextChange.Passage(
                excerpt(before, from.getSource().getPosition(), end(to.getSource()), around),
                excerpt(after, from.getTarget().getPosition(), end(to.getTarget()), around));
    }

    /** Words with those around them, as far as these are in the same passage of the text; empty if there are none. */
    private static Optional<String> excerpt(List<PlacedWord> words, int start, int end, int around) {
        int first = start;
        while (first > Math.max(0, start - around)
                && ((start == end && first == start) || words.get(first - 1).isInSamePassage(words.get(first)))) {
            first--;
        }
        int last = end;
        while (last < Math.min(words.size(), end + around)
                && ((start == end && last == end) || words.get(last).isInSamePassage(words.get(last - 1)))) {
            last++;
        }
        var parts = new ArrayList<String>();
        for (int i = first + 1; i <= last; i++) {
            if (i == last || !words.get(i).isInSamePassage(words.get(i - 1))) {
                parts.add(words.get(first).to(words.get(i - 1)));
                first = i;
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" … ", parts));
    }
}

package org.waymark.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;

/**
 * Suggests what was probably meant by the wrong names of a run. Each is guessed once, and each list of known names is
 * made once, since
 * many entries may have the same mistake. For one thread.
 */
final class Suggestions {
    /**
     * At most this many pairs of names are compared, which takes about a second. Nobody fixes more mistakes one by
     * one: the rest,
     * which would take quadratic time, get no suggestion.
     */
    private static final int MOST_PAIRS = 2_000_000;

    private final Map<String, List<String>> known = new HashMap<>();
    private final Map<String, Map<String, Optional<Suggestion>>> made = new HashMap<>();
    private int pairs;

    /**
     * The guess for a name.
     *
     * @param list what the list of known names is called; it is made when it is first needed
     */
    Optional<Suggestion> of(String typed, String list, Supplier<List<String>> names) {
        return made.computeIfAbsent(list, each -> new HashMap<>())
                .computeIfAbsent(typed, each -> guess(each, known.computeIfAbsent(list, name -> names.get())));
    }

    private Optional<Suggestion> guess(String typed, List<String> names) {
        if (pairs >= MOST_PAIRS) {
            return Optional.empty();
        }
        pairs += names.size();
        return DidYouMean.suggest(typed, names);
    }
}

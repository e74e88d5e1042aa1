package org.waymark.markdown;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes the ids of a text's headings, by the rule of GitHub and GitLab, so that a link to a heading works on the site and
 * where the repository is browsed: lower case, punctuation dropped, spaces as hyphens, equal ones numbered. What begins like the
 * page's own ids is told apart from them.
 */
final class Anchors {
    /** How the ids begin that templates and scripts give to parts of a page. */
    private static final String OF_THE_PAGE = "wm-";

    private final Set<String> taken = new HashSet<>();
    /** From which number on an id may be free, so that many equal headings do not each begin at 1. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The id of the next heading with these words. */
    String next(String words) {
        String base = anchor(words);
        String id = base;
        int number = numbers.getOrDefault(base, 1);
        while (!taken.add(id)) {
            id = base + "-" + number++;
        }
        numbers.put(base, number);
        return id;
    }

    private static String anchor(String words) {
        var anchor = new StringBuilder(words.length());
        words.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (c == ' ') {
                anchor.append('-');
            } else if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                anchor.appendCodePoint(c);
            }
        });
        if (anchor.indexOf(OF_THE_PAGE) == 0) {
            anchor.insert(0, "section-");
        }
        return anchor.isEmpty() ? "section" : anchor.toString();
    }
}

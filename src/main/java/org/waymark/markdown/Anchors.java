package org.waymark.markdown;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Creates the ids of a text's headings, by the rules of GitHub and GitLab, so a link to a heading works on the
 * site and
 * where the repository is browsed: lower case, punctuation dropped, spaces as hyphens, equal ones numbered. Ids that
 * begin like the
 * page's own are changed.
 */
final class Anchors {
    /** The prefix of ids that templates and scripts give to parts of a page. */
    private static final String OF_THE_PAGE = "wm-";

    private final Set<String> taken = new HashSet<>();
    /** The first number with which an id may be free, so many equal headings do not each start at 1. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The characters of a typed id: letters, digits, hyphens and underscores. */
    private static final Pattern TYPED = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]+");

    /** Whether a typed id contains only allowed characters. */
    static boolean isId(String typed) {
        return TYPED.matcher(typed).matches();
    }

    /** Whether an id might be one of the page's own. */
    static boolean isOfThePage(String typed) {
        return typed.toLowerCase(Locale.ROOT).startsWith(OF_THE_PAGE);
    }

    /** Reserves an id for the heading where it is typed; false if it is already reserved. */
    boolean keep(String id) {
        return taken.add(id);
    }

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
        Normalizer.normalize(words.strip(), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    if (c == ' ') {
                        anchor.append('-');
                    } else if (c == '-' || isPartOfWord(c)) {
                        anchor.appendCodePoint(c);
                    }
                });
        if (anchor.indexOf(OF_THE_PAGE) == 0) {
            anchor.insert(0, "section-");
        }
        return anchor.isEmpty() ? "section" : anchor.toString();
    }

    /** Letters and digits of all scripts with their combining marks and connecting punctuation. */
    private static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.CONNECTOR_PUNCTUATION -> true;
                    default -> false;
                };
    }
}

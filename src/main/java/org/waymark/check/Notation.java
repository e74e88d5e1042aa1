package org.waymark.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A notation that Markdown does not have, from the list that comes with Waymark.
 *
 * @param name what it is, with its article
 * @param beginsLine whether only space and quotation markers may precede it on its line
 * @param pattern from its first character on
 * @param help what to write instead
 */
record Notation(String name, boolean beginsLine, Pattern pattern, String help) {
    private static final int LAST_SIGN = 127;

    private static final Notation[] NONE = {};

    /** By character code: the notations that can begin a line, and those that can begin elsewhere. */
    private static final Notation[][] AT_LINE_START = read();

    private static final Notation[][] WITHIN_LINE = withinLine();

    /** The notations that can begin with a character, in order. Requested for every character, so not a copy. */
    static Notation[] beginningWith(char sign, boolean isLineStart) {
        return sign > LAST_SIGN ? NONE : (isLineStart ? AT_LINE_START : WITHIN_LINE)[sign];
    }

    private static Notation[][] withinLine() {
        return Arrays.stream(AT_LINE_START)
                .map(all ->
                        Arrays.stream(all).filter(each -> !each.beginsLine()).toArray(Notation[]::new))
                .toArray(Notation[][]::new);
    }

    private static Notation[][] read() {
        List<List<Notation>> bySign = Stream.generate(() -> (List<Notation>) new ArrayList<Notation>())
                .limit(LAST_SIGN + 1)
                .toList();
        List<String> lines = WordFile.lines("notations.txt");
        for (int i = 0; i + 2 < lines.size(); i += 3) {
            String[] signsAndPattern = lines.get(i + 1).strip().split(" ", 2);
            boolean beginsLine = signsAndPattern[1].startsWith("^");
            String pattern = signsAndPattern[1].substring(beginsLine ? 1 : 0);
            var notation = new Notation(
                    lines.get(i),
                    beginsLine,
                    Pattern.compile(pattern, Pattern.MULTILINE),
                    lines.get(i + 2).strip());
            for (char sign : signsAndPattern[0].toCharArray()) {
                bySign.get(sign).add(notation);
            }
        }
        return bySign.stream().map(all -> all.toArray(NONE)).toArray(Notation[][]::new);
    }

    /** A matcher that can start at any offset; lookbehind sees the text before it. */
    Matcher matcher(String text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }
}

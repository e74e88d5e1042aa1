package org.waymark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A notation that Markdown does not have, from the list that comes with Waymark.
 *
 * @param name what it is, with its article
 * @param beginsLine whether nothing but space and signs of quotation may be before it on its line
 * @param pattern from its first character on
 * @param help what to write instead
 */
record Notation(String name, boolean beginsLine, Pattern pattern, String help) {
    private static final int LAST_SIGN = 127;

    /** By the number of the character. */
    private static final List<List<Notation>> BY_SIGN = read();

    /** Those that can begin with a character, in their order. */
    static List<Notation> beginningWith(char sign) {
        return sign > LAST_SIGN ? List.of() : BY_SIGN.get(sign);
    }

    private static List<List<Notation>> read() {
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
        return bySign;
    }

    /** A matcher for any place of a text; what is before the place can be looked at. */
    Matcher matcher(String text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }
}

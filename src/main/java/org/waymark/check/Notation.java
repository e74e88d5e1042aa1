package org.waymark.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A notation that Markdown does not have, from the list that comes with Waymark.
 *
 * @param name what it is, with its article
 * @param beginsLine whether nothing but space and signs of quotation may be before it on its line
 * @param pattern from its first character on
 * @param help what to write instead
 */
record Notation(String name, boolean beginsLine, Pattern pattern, String help) {
    private static final Map<Character, List<Notation>> BY_SIGN = read();

    /** Those that can begin with a character, in their order. */
    static List<Notation> beginningWith(char sign) {
        return BY_SIGN.getOrDefault(sign, List.of());
    }

    private static Map<Character, List<Notation>> read() {
        var bySign = new HashMap<Character, List<Notation>>();
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
                bySign.computeIfAbsent(sign, each -> new ArrayList<>()).add(notation);
            }
        }
        return bySign;
    }

    /** A matcher for any place of a text; what is before the place can be looked at. */
    static Matcher matcher(String text) {
        return Pattern.compile("").matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }
}

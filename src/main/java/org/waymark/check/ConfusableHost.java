package org.waymark.check;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds hosts whose letters look like those of another host, by the rules browsers use to decide whether to show a host in
 * its own letters (UTS 39, section 5; Chromium, "IDN display algorithm").
 */
final class ConfusableHost {
    /** Cyrillic, Greek and Armenian letters that look like small Latin ones. ICU has more, but is larger than Waymark. */
    private static final String LIKE_LATIN = "аеорсухѕіјһӏԁԛԝѵүгѡхҽ" + "αγινορσυϳϲ" + "հոռսցգզքօայ";

    /** Latin letters of phonetic and older alphabets, which no language needs in a host but which look like others. */
    private static final String RARE_LATIN = "ƍƽǀȷɑɡɣɩɪɯʋʏᴄᴏᴑᴜᴠᴡᴢᶃᶌꜱꞁꞟꟾꭎꭒ";

    /** Scripts that are used together in one word (UTS 39, section 5.2, "highly restrictive"). */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private static final int DOTLESS_I = 0x131;

    private ConfusableHost() {}

    /** What is wrong with a host, in words that follow its name; empty if nothing. */
    static Optional<String> fault(String host) {
        String[] labels = host.split("[.\u3002\uFF0E\uFF61]", -1);
        String top = labels[labels.length - 1];
        for (String label : labels) {
            Optional<String> fault = fault(label, top);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(String label, String top) {
        Optional<Integer> rare =
                label.codePoints().filter(c -> isRare(c, top)).boxed().findFirst();
        if (rare.isPresent()) {
            return Optional.of(
                    String.format(Locale.ROOT, "contains a letter that looks like another (U+%04X)", rare.get()));
        }
        Set<UnicodeScript> scripts = scripts(label);
        if (scripts.size() > 1 && TOGETHER.stream().noneMatch(together -> together.containsAll(scripts))) {
            return Optional.of("mixes "
                    + scripts.stream().map(ConfusableHost::name).collect(Collectors.joining(" and "))
                    + " letters, which look alike");
        }
        boolean isForeign = scripts.size() == 1 && !scripts.equals(scripts(top));
        boolean isAllLikeLatin = label.codePoints().allMatch(c -> c < 0x80 || LIKE_LATIN.indexOf(c) >= 0);
        return isForeign && isAllLikeLatin && !scripts.contains(UnicodeScript.LATIN)
                ? Optional.of("is written in " + name(scripts.iterator().next()) + " letters that look like Latin ones")
                : Optional.empty();
    }

    /** In Turkish and Azerbaijani, the dotless i is a separate letter. */
    private static boolean isRare(int c, String top) {
        return RARE_LATIN.indexOf(c) >= 0 || (c == DOTLESS_I && !top.equals("tr") && !top.equals("az"));
    }

    private static Set<UnicodeScript> scripts(String label) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts;
    }

    private static String name(UnicodeScript script) {
        String name = script.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}

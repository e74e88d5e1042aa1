package org.waymark.check;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells hosts apart that look alike, as browsers do before they show one in its own letters. The letters are those of Unicode's
 * list (UTS 39, {@code confusables.txt} 17.0) that look like one small letter from a to z; ICU has all of that list, but is
 * larger than Waymark.
 */
final class HostLetters {
    /** Each has its place over the Latin letter that it looks like. */
    private static final String OTHERS =
            "аеорсухѕіјһӏԁԛԝѵүһгѡхҽ" + "αγινορσυϳϲ" + "հոռսցգզքօայ" + "ꭵꮃꮓꮤꮩꮪꮯꮁ" + "ⲅⲍⲓⲟⲣⲥⲩ" + "ყო";

    private static final String LATIN =
            "aeopcyxsijhldqwvyhrwxe" + "ayivopouje" + "hnnugqqfowj" + "iwzwvscr" + "rziopcy" + "yo";

    /** Letters of phonetic and older alphabets, which no language needs in a name but which pass for others. */
    private static final String UNUSUAL = "ƍƽǀȷɑɡɣɩɪɯʋʏᴄᴏᴑᴜᴠᴡᴢᶃᶌꜱꞁꞟꟾꭎꭒ";

    /** Alphabets that are used together in one word (UTS 39, section 5.2, "highly restrictive"). */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private static final int DOTLESS_I = 0x131;

    private HostLetters() {}

    /** What is wrong with a host, in words that follow its name; empty for one that is what it seems. */
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
        Optional<Integer> strange =
                label.codePoints().filter(c -> isUnusual(c, top)).boxed().findFirst();
        if (strange.isPresent()) {
            return Optional.of(
                    String.format(Locale.ROOT, "has a letter in it that passes for another (U+%04X)", strange.get()));
        }
        Set<UnicodeScript> scripts = scripts(label);
        if (scripts.size() > 1 && TOGETHER.stream().noneMatch(together -> together.containsAll(scripts))) {
            return Optional.of(
                    "mixes " + scripts.stream().map(HostLetters::name).collect(Collectors.joining(" and "))
                            + " letters, which look alike");
        }
        boolean isForeign =
                scripts.size() == 1 && !scripts.contains(UnicodeScript.LATIN) && !scripts.equals(scripts(top));
        return isForeign && latin(label).isPresent()
                ? Optional.of("is written in " + name(scripts.iterator().next()) + " letters, but looks like `"
                        + latin(label).get() + "`")
                : Optional.empty();
    }

    /** In Turkish and Azerbaijani, the i without its dot is a letter of its own. */
    private static boolean isUnusual(int c, String top) {
        return UNUSUAL.indexOf(c) >= 0 || (c == DOTLESS_I && !top.equals("tr") && !top.equals("az"));
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

    /** The Latin letters that readers see; empty where one of the letters looks like none. */
    private static Optional<String> latin(String label) {
        var latin = new StringBuilder();
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            int at = OTHERS.indexOf(c);
            if (at < 0 && c >= 0x7F) {
                return Optional.empty();
            }
            latin.append(at < 0 ? c : LATIN.charAt(at));
        }
        return Optional.of(latin.toString());
    }
}

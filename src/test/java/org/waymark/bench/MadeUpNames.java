package org.waymark.bench;

import java.util.List;

/** Invented names and words, as many as texts need. Different numbers give different names. */
final class MadeUpNames {
    private static final List<String> BEFORE = List.of(
            "", "Great ", "Little ", "North ", "South ", "East ", "West ", "Upper ", "Lower ", "Nether ", "Old ",
            "New ");
    private static final List<String> STEMS = List.of(
            ("Ald Ash Barn Beck Birch Bram Brind Carl Chel Clay Corn Crow Dun Eld Elm Fern Finch Gar Glas Gor Had Hart Haz"
                            + " Heron Holm Hurst Ink Ivy Kel Kirk Lan Lark Lind Mar Mel Mill Nor Oak Orm Ott Pen Pick Quar Raven"
                            + " Rud Rye Sand Sel Shel Skel Stan Swan Tarn Thorn Tid Ulls Wen Whit Wil Yar")
                    .split(" "));
    private static final List<String> ENDINGS = List.of(
            ("bourne bridge brook bury by church cliffe combe cote croft dale den dene field ford gate grave ham"
                            + " hithe holt hope hurst ing leigh ley low mere mouth ness over port shaw stead stoke stow thorpe toft ton"
                            + " well wick wold worth")
                    .split(" "));
    private static final List<String> SYLLABLES = List.of(
            "ba ce di fo gu la me ni or pu ra se ti vo wa ken lin mar nor pel ros sten ter ven wick".split(" "));

    static final int PLACES = BEFORE.size() * STEMS.size() * ENDINGS.size();
    static final int WORDS = 60_000;

    private MadeUpNames() {}

    static String place(int number) {
        // Steps coprime to the sizes of the lists spread the names, and still reach each pair once.
        int pair = (int) (number * 1_103L % (STEMS.size() * ENDINGS.size()));
        String town = STEMS.get(pair / ENDINGS.size()) + ENDINGS.get(pair % ENDINGS.size());
        return BEFORE.get(number / (STEMS.size() * ENDINGS.size()) % BEFORE.size()) + town;
    }

    static String word(int number) {
        var word = new StringBuilder();
        for (int rest = number * 7 + 26; rest > 0; rest /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.toString();
    }
}

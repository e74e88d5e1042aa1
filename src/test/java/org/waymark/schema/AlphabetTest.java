package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlphabetTest {
    private static List<String> sorted(Alphabet alphabet, String... names) {
        return Stream.of(names).sorted(Comparator.comparing(alphabet::key)).toList();
    }

    @Test
    void sortsWithoutRegardToCaseAndAccents() {
        assertEquals(
                List.of("12 steps", "\u00c9clair", "eclipse", "Zebra", "\u0396"),
                sorted(Alphabet.ENGLISH, "\u0396", "Zebra", "eclipse", "12 steps", "\u00c9clair"));
    }

    @Test
    void sortsInTheOrderOfTheAlphabet() {
        var swedish = new Alphabet("sv", List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c5\u00c4\u00d6".split("")), List.of());
        assertEquals(
                List.of("Arv", "Zon", "\u00c5l", "\u00c4lg", "\u00d6l"),
                sorted(swedish, "\u00d6l", "\u00c4lg", "\u00c5l", "Zon", "Arv"));
        assertEquals(Optional.of("\u00c5"), swedish.letter(swedish.key("A\u030al")));
    }

    @Test
    void treatsSeveralCharactersAsOneLetter() {
        var welsh = new Alphabet("cy", List.of("A", "B", "C", "Ch", "D", "Dd", "L", "Ll"), List.of("y", "yr"));
        assertEquals(
                List.of("Cwm", "Chwarel", "Dinas", "Ddol", "Llan"),
                sorted(welsh, "Llan", "Ddol", "Dinas", "Chwarel", "Cwm"));
        assertEquals(Optional.of("Ch"), welsh.letter(welsh.key("chwarel")));
        assertEquals("llan", welsh.withoutIgnored("y llan"));
    }

    @Test
    void foldsLettersThatItLacksToThoseThatItHas() {
        assertEquals(Optional.of("O"), Alphabet.ENGLISH.letter(Alphabet.ENGLISH.key("\u00d6sterreich")));
        assertEquals(Optional.empty(), Alphabet.ENGLISH.letter(Alphabet.ENGLISH.key("9 lives")));
        assertEquals(Optional.empty(), Alphabet.ENGLISH.letter(Alphabet.ENGLISH.key("\u0414\u043e\u043c")));
        assertEquals(Optional.empty(), Alphabet.ENGLISH.letter(Alphabet.ENGLISH.key("")));
    }
}

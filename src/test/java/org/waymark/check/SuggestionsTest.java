package org.waymark.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waymark.diagnostic.DidYouMean.Suggestion;

class SuggestionsTest {
    @Test
    void makesEachListOnceAndKeepsListsApart() {
        var made = new ArrayList<String>();
        var suggestions = new Suggestions();
        for (int i = 0; i < 2; i++) {
            assertEquals(Optional.of("buses"), name(suggestions.of("busses", "vehicles", () -> {
                made.add("vehicles");
                return List.of("buses", "trains");
            })));
            assertEquals(Optional.empty(), name(suggestions.of("busses", "people", () -> {
                made.add("people");
                return List.of("drivers");
            })));
        }
        assertEquals(List.of("vehicles", "people"), made);
    }

    @Test
    void stopsAfterMoreMistakesThanAnyoneFixesOneByOne() {
        List<String> known =
                IntStream.range(0, 10_000).mapToObj(i -> "name-" + i).toList();
        var suggestions = new Suggestions();
        long made = IntStream.range(0, 1_000)
                .filter(i -> suggestions.of("nmae-" + i, "names", () -> known).isPresent())
                .count();
        assertEquals(200, made);
        assertTrue(suggestions.of("nmae-7", "names", () -> known).isPresent(), "made before");
        assertTrue(suggestions.of("nmae-999", "names", () -> known).isEmpty());
    }

    private static Optional<String> name(Optional<Suggestion> suggestion) {
        return suggestion.map(Suggestion::name);
    }
}

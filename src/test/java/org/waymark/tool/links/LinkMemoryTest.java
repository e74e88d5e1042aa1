package org.waymark.tool.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.tool.links.Result.Verdict;

class LinkMemoryTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);
    private static final WebAddress ADDRESS =
            WebAddress.of("https://www.example.org/é").orElseThrow();
    private static final Result DEAD = Result.of(Verdict.DEAD, "it \"fails\"");

    private final LinkMemory memory = LinkMemory.empty();

    private Optional<LocalDate> failingSince() {
        return memory.of(ADDRESS).orElseThrow().failingSince();
    }

    @Test
    void knowsSinceWhenALinkFails() {
        memory.learn(ADDRESS, DEAD, TODAY.minusDays(9));
        memory.learn(ADDRESS, Result.of(Verdict.BUSY, "later"), TODAY.minusDays(5));
        memory.learn(ADDRESS, Result.of(Verdict.DEAD, "otherwise"), TODAY);
        assertEquals(Optional.of(TODAY.minusDays(9)), failingSince());
        memory.learn(ADDRESS, Result.GOOD, TODAY);
        assertEquals(Optional.empty(), failingSince());
        memory.learn(ADDRESS, DEAD, TODAY);
        assertEquals(Optional.of(TODAY), failingSince());
    }

    @Test
    void doesNotBelieveInTheFuture() {
        memory.learn(ADDRESS, DEAD, TODAY.plusYears(1));
        memory.learn(ADDRESS, DEAD, TODAY);
        assertEquals(Optional.of(TODAY), failingSince());
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void asksAgainWhatIsNotSettled(Verdict verdict) {
        memory.learn(ADDRESS, Result.of(verdict, ""), TODAY.minusDays(4));
        boolean isSettled = verdict == Verdict.GOOD || verdict == Verdict.BARRED;
        assertEquals(isSettled, memory.isFresh(ADDRESS, TODAY, TODAY.minusDays(5)));
        assertFalse(memory.isFresh(ADDRESS, TODAY, TODAY.minusDays(4)));
        assertFalse(memory.isFresh(ADDRESS, TODAY.minusDays(5), TODAY.minusDays(10)));
    }

    @Test
    void isReadAsItWasWritten() {
        memory.learn(ADDRESS, DEAD, TODAY);
        memory.learn(
                WebAddress.of("https://a.org").orElseThrow(),
                new Result(Verdict.GOOD, "", Optional.of("https://b.org/"), Optional.of("http://a.org/")),
                TODAY);
        String text = MemoryText.of(memory);
        assertEquals("""
                {
                  "waymark-links": 1,
                  "addresses": {
                    "https://a.org/": {"result":"good","checked":"2025-03-01",\
                "moved-to":"https://b.org/","opens-to":"http://a.org/"},
                    "https://www.example.org/%C3%A9": {"result":"dead","checked":"2025-03-01",\
                "failing-since":"2025-03-01","reason":"it \\"fails\\""}
                  }
                }
                """, text);
        LinkMemory again = MemoryText.read(text).orElseThrow();
        assertEquals(memory.all(), again.all());
        assertEquals(text, MemoryText.of(again));
        String empty = MemoryText.of(LinkMemory.empty());
        assertEquals(empty, MemoryText.of(MemoryText.read(empty).orElseThrow()));
    }

    @Test
    void forgetsWhatNothingLinksToForLong() {
        WebAddress other = WebAddress.of("https://a.org/").orElseThrow();
        memory.learn(ADDRESS, DEAD, TODAY.minusDays(200));
        memory.learn(other, DEAD, TODAY.minusDays(200));
        memory.tidy(List.of(ADDRESS), TODAY);
        assertTrue(memory.of(ADDRESS).isPresent());
        assertFalse(memory.of(other).isPresent());
        memory.learn(other, DEAD, TODAY.minusDays(60));
        memory.tidy(List.of(ADDRESS), TODAY);
        assertTrue(memory.of(other).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "{\"waymark-links\": 2, \"addresses\": {}}",
                "{\"addresses\": {}}",
                "{\"waymark-links\": 1, \"addresses\": {\"https://a.org/\": {}}}",
                "{\"waymark-links\": 1, \"addresses\": {\"https://a.org/\": 3}}",
                "{\"waymark-links\": 1, \"addresses\": {\"https://a.org/\": {\"result\":\"good\",\"checked\":\"soon\"}}}",
                "{\"waymark-links\": 1, \"addresses\": {\"https://a.org/\": {\"result\":\"fine\",\"checked\":\"2025-01-01\"}}}",
                "{\"waymark-links\": 1, \"addresses\": {\"https://a.org/\": {\"result\":[[[[",
                "{\"waymark-links\": 1, \"addresses\": {}} and more",
                "<<<<<<< HEAD\n{\"waymark-links\": 1}"
            })
    void doesNotReadWhatIsBroken(String text) {
        assertEquals(Optional.empty(), MemoryText.read(text));
    }

    @Test
    void knowsItsOwnFilesFromOthers() {
        assertTrue(MemoryText.isOne(""));
        assertTrue(MemoryText.isOne("<<<<<<<\n{ \"waymark-links\": 1"));
        assertFalse(MemoryText.isOne("{\"links\": 1}"));
        assertFalse(MemoryText.isOne("# README"));
    }
}

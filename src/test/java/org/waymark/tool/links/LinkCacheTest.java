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
import org.waymark.tool.links.LinkResult.LinkStatus;

class LinkCacheTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);
    private static final LinkUrl ADDRESS =
            LinkUrl.of("https://www.example.org/é").orElseThrow();
    private static final LinkResult DEAD = LinkResult.of(LinkStatus.DEAD, "it \"fails\"");

    private final LinkCache cache = LinkCache.empty();

    private Optional<LocalDate> failingSince() {
        return cache.of(ADDRESS).orElseThrow().failingSince();
    }

    @Test
    void knowsSinceWhenALinkFails() {
        cache.update(ADDRESS, DEAD, TODAY.minusDays(9));
        cache.update(ADDRESS, LinkResult.of(LinkStatus.BUSY, "later"), TODAY.minusDays(5));
        cache.update(ADDRESS, LinkResult.of(LinkStatus.DEAD, "otherwise"), TODAY);
        assertEquals(Optional.of(TODAY.minusDays(9)), failingSince());
        cache.update(ADDRESS, LinkResult.GOOD, TODAY);
        assertEquals(Optional.empty(), failingSince());
        cache.update(ADDRESS, DEAD, TODAY);
        assertEquals(Optional.of(TODAY), failingSince());
    }

    @Test
    void doesNotBelieveInTheFuture() {
        cache.update(ADDRESS, DEAD, TODAY.plusYears(1));
        cache.update(ADDRESS, DEAD, TODAY);
        assertEquals(Optional.of(TODAY), failingSince());
    }

    @ParameterizedTest
    @EnumSource(LinkStatus.class)
    void retriesUnsettledAddresses(LinkStatus status) {
        cache.update(ADDRESS, LinkResult.of(status, ""), TODAY.minusDays(4));
        boolean isSettled = status == LinkStatus.GOOD || status == LinkStatus.BARRED;
        assertEquals(isSettled, cache.isFresh(ADDRESS, TODAY, TODAY.minusDays(5)));
        assertFalse(cache.isFresh(ADDRESS, TODAY, TODAY.minusDays(4)));
        assertFalse(cache.isFresh(ADDRESS, TODAY.minusDays(5), TODAY.minusDays(10)));
    }

    @Test
    void isReadAsItWasWritten() {
        cache.update(ADDRESS, DEAD, TODAY);
        cache.update(
                LinkUrl.of("https://a.org").orElseThrow(),
                new LinkResult(LinkStatus.GOOD, "", Optional.of("https://b.org/"), Optional.of("http://a.org/")),
                TODAY);
        String text = LinkCacheText.of(cache);
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
        LinkCache again = LinkCacheText.read(text).orElseThrow();
        assertEquals(cache.all(), again.all());
        assertEquals(text, LinkCacheText.of(again));
        String empty = LinkCacheText.of(LinkCache.empty());
        assertEquals(empty, LinkCacheText.of(LinkCacheText.read(empty).orElseThrow()));
    }

    @Test
    void removesAddressesWithoutLinksAfterALongTime() {
        LinkUrl other = LinkUrl.of("https://a.org/").orElseThrow();
        cache.update(ADDRESS, DEAD, TODAY.minusDays(200));
        cache.update(other, DEAD, TODAY.minusDays(200));
        cache.removeStale(List.of(ADDRESS), TODAY);
        assertTrue(cache.of(ADDRESS).isPresent());
        assertFalse(cache.of(other).isPresent());
        cache.update(other, DEAD, TODAY.minusDays(60));
        cache.removeStale(List.of(ADDRESS), TODAY);
        assertTrue(cache.of(other).isPresent());
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
        assertEquals(Optional.empty(), LinkCacheText.read(text));
    }

    @Test
    void distinguishesItsOwnFilesFromOthers() {
        assertTrue(LinkCacheText.isLinkCache(""));
        assertTrue(LinkCacheText.isLinkCache("<<<<<<<\n{ \"waymark-links\": 1"));
        assertFalse(LinkCacheText.isLinkCache("{\"links\": 1}"));
        assertFalse(LinkCacheText.isLinkCache("# README"));
    }
}

package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.TestLabels;
import org.waymark.directory.SitePath;
import org.waymark.plan.Paging.Slice;

class PagingTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "23, 23", "24, 24", "25, 24+1", "48, 24+24", "49, 24+24+1"})
    void splitsAListIntoPages(int items, String sizes) {
        List<Slice<Integer>> slices = slices(items);
        assertEquals(
                sizes,
                String.join(
                        "+",
                        slices.stream().map(slice -> "" + slice.items().size()).toList()));
        assertEquals(
                IntStream.range(0, items).boxed().toList(),
                slices.stream().flatMap(slice -> slice.items().stream()).toList());
    }

    @Test
    void omitsPagingForOnePage() {
        assertEquals(Optional.empty(), slices(24).get(0).paging());
        assertEquals("List", Paging.title("List", slices(24).get(0).paging(), TestLabels.ENGLISH));
    }

    @Test
    void linksToTheFirstAndLastPageUnlessTheyAreAdjacent() {
        List<Slice<Integer>> slices = slices(24 * 4);
        assertEquals(List.of("Next page:list/page-2/", "Last page:list/page-4/"), links(slices.get(0)));
        assertEquals(
                List.of("Previous page:list/", "Next page:list/page-3/", "Last page:list/page-4/"),
                links(slices.get(1)));
        assertEquals(
                List.of("First page:list/", "Previous page:list/page-2/", "Next page:list/page-4/"),
                links(slices.get(2)));
        assertEquals(List.of("First page:list/", "Previous page:list/page-3/"), links(slices.get(3)));
    }

    @Test
    void showsThePageNumber() {
        Slice<Integer> second = slices(24 * 1_234).get(1);
        assertEquals("Page 2 of 1,234", second.paging().orElseThrow().text());
        assertEquals("List, page 2 of 1,234", Paging.title("List", second.paging(), TestLabels.ENGLISH));
    }

    private static List<Slice<Integer>> slices(int items) {
        return Paging.slices(
                IntStream.range(0, items).boxed().toList(),
                24,
                page -> new SitePath(page == 1 ? "list/" : "list/page-" + page + "/"),
                TestLabels.ENGLISH);
    }

    private static List<String> links(Slice<Integer> slice) {
        Paging paging = slice.paging().orElseThrow();
        return Stream.of(paging.first(), paging.previous(), paging.next(), paging.last())
                .flatMap(Optional::stream)
                .map(link -> link.text() + ":" + link.path())
                .toList();
    }
}

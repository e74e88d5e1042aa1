package org.waymark.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.waymark.directory.SitePath;
import org.waymark.schema.Labels;

/**
 * The position of a page in a list that is too long for one page.
 *
 * @param text {@code Page 2 of 9}
 * @param first absent if {@code previous} is the same page; likewise {@code last}
 */
public record Paging(
        int page,
        int pages,
        String text,
        Optional<PageLink> first,
        Optional<PageLink> previous,
        Optional<PageLink> next,
        Optional<PageLink> last) {
    /** The part of a list on one page. A list that fits on one page has no paging. */
    public record Slice<T>(List<T> items, Optional<Paging> paging) {
        public Slice {
            items = List.copyOf(items);
        }
    }

    /**
     * Splits a list into pages. An empty list has one empty page.
     *
     * @param size the maximum number of items on a page
     * @param path the address of a page by its number, from 1
     */
    public static <T> List<Slice<T>> slices(List<T> items, int size, IntFunction<SitePath> path, Labels labels) {
        int pages = Math.max(1, (items.size() + size - 1) / size);
        var slices = new ArrayList<Slice<T>>(pages);
        for (int page = 1; page <= pages; page++) {
            List<T> part = items.subList((page - 1) * size, Math.min(items.size(), page * size));
            slices.add(new Slice<>(part, pages == 1 ? Optional.empty() : Optional.of(of(page, pages, path, labels))));
        }
        return slices;
    }

    private static Paging of(int page, int pages, IntFunction<SitePath> path, Labels labels) {
        return new Paging(
                page,
                pages,
                labels.text("page-of", Map.of("page", page, "pages", pages)),
                link(page > 2, labels.text("first-page"), 1, path),
                link(page > 1, labels.text("previous-page"), page - 1, path),
                link(page < pages, labels.text("next-page"), page + 1, path),
                link(page < pages - 1, labels.text("last-page"), pages, path));
    }

    private static Optional<PageLink> link(boolean present, String text, int page, IntFunction<SitePath> path) {
        return present ? Optional.of(PageLink.to(text, path.apply(page))) : Optional.empty();
    }

    /** The title of a page: that of the list, with the number of every page but the first. */
    static String title(String title, Optional<Paging> paging, Labels labels) {
        return paging.filter(p -> p.page() > 1)
                .map(p -> labels.text("title-with-page", Map.of("title", title, "page", p.page(), "pages", p.pages())))
                .orElse(title);
    }

    /** What a page states about its list, with its own number. */
    static String listed(String listed, Optional<Paging> paging, Labels labels) {
        return paging.map(p ->
                        labels.text("listed-on-page", Map.of("listed", listed, "page", p.page(), "pages", p.pages())))
                .orElse(listed);
    }
}

package org.waymark.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.directory.Routes;
import org.waymark.plan.Cards.Card;
import org.waymark.plan.Cards.Tally;
import org.waymark.plan.Filters.FilterChoice;
import org.waymark.plan.Filters.FilterGroup;
import org.waymark.plan.Filters.Section;
import org.waymark.plan.FinderIndex.FacetValues;
import org.waymark.plan.FinderIndex.Selection;
import org.waymark.plan.Pages.FinderPage.FinderWords;
import org.waymark.plan.Paging.Slice;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;

/**
 * The pages of a list with filters: all entries of a kind, and those of each single value of a facet. Once made, safe for use by
 * several threads.
 */
final class FinderPages {
    static final int PAGE_SIZE = 24;

    /** With more values in a group, only the first page of the unfiltered list has all: size would otherwise grow quadratically. */
    static final int MOST_VALUES = 100;

    /** The labels of the script. */
    private static final List<String> SPOKEN = List.of(
            "all-of",
            "clear-filters",
            "entries",
            "find-choice",
            "first-page",
            "in-brackets",
            "last-page",
            "listed",
            "listed-named",
            "listed-in-order",
            "listed-on-page",
            "listed-where",
            "listed-where-named",
            "next-page",
            "not-loaded",
            "nothing-matches",
            "page-of",
            "page-title",
            "pages",
            "previous-page",
            "remove-filter",
            "separator",
            "title-named",
            "title-where",
            "title-where-named",
            "title-with-page",
            "with-one-less",
            "without-filter");

    private final PageParts parts;
    private final Labels labels;
    private final Kind kind;
    private final PageLink list;
    private final FinderIndex index;
    private final List<Card> cards;
    private final List<FilterGroup> groups;
    private final List<FilterGroup> shortGroups;
    private final FinderWords words;
    private final Finder finder;

    private static List<String> spoken(Kind kind) {
        return kind.listing().nearest().isPresent()
                ? Stream.concat(
                                SPOKEN.stream(),
                                Stream.of("position-asked", "position-unknown", "near-found", "near-unknown"))
                        .toList()
                : SPOKEN;
    }

    /** @param script the published path of the script that reads the data */
    FinderPages(PageParts parts, Kind kind, String script) {
        this.parts = parts;
        this.kind = kind;
        labels = parts.labels();
        list = PageParts.listLink(kind);
        index = new FinderIndex(parts, kind);
        cards = index.cards();
        groups = groups(Integer.MAX_VALUE);
        shortGroups = groups(MOST_VALUES);
        words = new FinderWords(
                kind.title(),
                parts.order(kind),
                ScriptLabels.of(
                        labels,
                        spoken(kind),
                        Map.of("kind", kind.noun(), "site", parts.site().title())),
                labels.text("filters", Map.of("kind", kind.noun())));
        finder = index.finder(PAGE_SIZE, script);
    }

    /** @param most with more values below others, only the others are shown */
    private List<FilterGroup> groups(int most) {
        var made = new ArrayList<FilterGroup>();
        List<FacetValues> facets = index.facets();
        for (int i = 0; i < facets.size(); i++) {
            int outer = i;
            Optional<FacetValues> inner =
                    facets.stream().filter(facet -> facet.within() == outer).findFirst();
            if (inner.isPresent()) {
                made.add(nested(facets.get(i), inner.get(), most));
            } else if (facets.get(i).within() < 0) {
                FacetValues facet = facets.get(i);
                made.add(new FilterGroup(
                        facet.facet().word(),
                        facet.facet().label(),
                        facet.facet().any(),
                        List.of(new Section(
                                Optional.empty(), choices(facet.facet().word(), facet.selections())))));
            }
        }
        // Values that no entry has cannot be chosen in a filter.
        made.removeIf(group -> group.sections().stream()
                .allMatch(section ->
                        section.whole().isEmpty() && section.choices().isEmpty()));
        return made;
    }

    private FilterGroup nested(FacetValues outer, FacetValues inner, int most) {
        String name = inner.facet().word();
        boolean isShort = inner.selections().size() > most;
        return new FilterGroup(
                name,
                inner.facet().label(),
                inner.facet().any(),
                IntStream.range(-1, outer.selections().size())
                        .mapToObj(group -> new Section(
                                group < 0
                                        ? Optional.empty()
                                        : Optional.of(
                                                choice(name, outer.selections().get(group))),
                                isShort
                                        ? List.of()
                                        : choices(
                                                name,
                                                inner.selections().stream()
                                                        .filter(selection -> selection.group() == group)
                                                        .toList())))
                        .filter(section -> section.whole().isPresent()
                                || !section.choices().isEmpty())
                        .toList());
    }

    /** The kind that is listed. */
    Kind kind() {
        return kind;
    }

    /** The number of entries with each value of a facet, with the value's page. Unused values are left out. */
    List<Tally> tallies(String facet) {
        List<Selection> selections = index.facets().stream()
                .filter(values -> values.facet().word().equals(facet))
                .flatMap(values -> values.selections().stream())
                .filter(selection -> !selection.cards().isEmpty())
                .toList();
        int most = selections.stream()
                .mapToInt(selection -> selection.cards().size())
                .max()
                .orElse(0);
        return selections.stream()
                .map(selection -> parts.tally(
                        PageLink.to(selection.label(), selection.path(1)),
                        selection.cards().size(),
                        kind,
                        most))
                .toList();
    }

    /** The data of the script. */
    Finder finder() {
        return finder;
    }

    /** All pages of the list, to be created one by one. */
    List<Supplier<Page>> pages() {
        var pages = new ArrayList<Supplier<Page>>();
        for (Slice<Card> slice : Paging.slices(cards, PAGE_SIZE, page -> Routes.ofList(kind, page), labels)) {
            pages.add(() -> page(slice, Optional.empty()));
        }
        index.all().forEach(selection -> {
            for (Slice<Card> slice : Paging.slices(selection.cards(), PAGE_SIZE, selection::path, labels)) {
                pages.add(() -> page(slice, Optional.of(selection)));
            }
        });
        return pages;
    }

    private Page page(Slice<Card> slice, Optional<Selection> selection) {
        int number = slice.paging().map(Paging::page).orElse(1);
        boolean top = selection.isEmpty() && number == 1;
        String heading = selection.map(this::heading).orElseGet(kind::title);
        String title = Paging.title(heading, slice.paging(), labels);
        int total = selection.map(Selection::cards).orElse(cards).size();
        return new Pages.FinderPage(
                PageParts.head(
                                selection
                                        .map(chosen -> chosen.path(number))
                                        .orElseGet(() -> Routes.ofList(kind, number)),
                                title,
                                top
                                        ? about()
                                        : labels.text(
                                                words.order().isEmpty() ? "title-alone" : "title-in-order",
                                                Map.of("title", title, "order", words.order())),
                                list,
                                top ? new PageLink[] {parts.home()} : new PageLink[] {parts.home(), list})
                        .listedIf(!cards.isEmpty()),
                heading,
                Paging.listed(listed(total, selection), slice.paging(), labels),
                list.path(),
                labels.text("none", Map.of("kind", kind.noun())),
                words,
                top ? groups : shortGroups,
                selection.map(chosen -> choice(group(chosen), chosen)),
                slice.items(),
                slice.paging(),
                number,
                kind.listing().about().filter(sentence -> top),
                cards.isEmpty() ? Optional.empty() : Optional.of(finder.folder()),
                kind.listing().openNow().isPresent()
                        && parts.site().calendar().zone().isPresent(),
                kind.listing().nearest().isPresent(),
                sample());
    }

    private String about() {
        return kind.listing().about().orElseGet(() -> labels.text("list-about", Map.of("kind", kind.noun())));
    }

    private String heading(Selection selection) {
        return selection
                .phrase()
                .map(phrase -> labels.text("title-where", Map.of("title", kind.title(), "phrase", phrase)))
                .orElseGet(() -> labels.text("title-named", Map.of("title", kind.title(), "names", selection.name())));
    }

    private String listed(int total, Optional<Selection> selection) {
        String found = parts.count(total, kind);
        return selection
                .map(chosen -> chosen.phrase()
                        .map(phrase -> labels.text("listed-where", Map.of("entries", found, "phrase", phrase)))
                        .orElseGet(() -> labels.text("listed-named", Map.of("entries", found, "names", chosen.name()))))
                .orElseGet(() -> labels.text(
                        words.order().isEmpty() || total < 2 ? "listed" : "listed-in-order",
                        Map.of("entries", found, "order", words.order())));
    }

    /** The pattern from which the script creates cards. Like every link on a page, its link needs a target. */
    private Card sample() {
        return parts.card(
                new PageLink("~title~", list.path()),
                kind.presentation().hasSummaryInLists() ? Optional.of("~summary~") : Optional.empty(),
                kind.presentation().card().isEmpty()
                                && kind.presentation().first().isEmpty()
                                && kind.listing()
                                        .order()
                                        .flatMap(Listing.Order::past)
                                        .isEmpty()
                        ? List.of()
                        : List.of("~facts~"),
                Optional.empty(),
                Optional.empty());
    }

    private List<FilterChoice> choices(String group, List<Selection> selections) {
        return selections.stream().map(selection -> choice(group, selection)).toList();
    }

    private FilterChoice choice(String group, Selection selection) {
        return new FilterChoice(
                group,
                selection.facet().word(),
                selection.id(),
                selection.label(),
                labels.text("in-brackets", Map.of("count", selection.cards().size())),
                selection.path(1).value());
    }

    /**
     * A facet and the one within it share a group, since choosing a value of the inner one implies one of the outer.
     */
    private String group(Selection selection) {
        String word = selection.facet().word();
        return kind.listing().facets().stream()
                .filter(facet -> facet.within().filter(word::equals).isPresent())
                .map(facet -> facet.word())
                .findFirst()
                .orElse(word);
    }
}

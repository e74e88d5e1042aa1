package org.waymark.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.waymark.directory.Directory;
import org.waymark.directory.Facet;
import org.waymark.directory.Routes;
import org.waymark.plan.Filters.FilterChoice;
import org.waymark.plan.Filters.FilterGroup;
import org.waymark.plan.Filters.Section;
import org.waymark.plan.ListItems.CaseStudyItem;
import org.waymark.plan.Paging.Slice;

/**
 * The pages of the case-study finder: all case studies, and those of each single service, category, region and kind of
 * organisation. Once made, safe for use by several threads.
 */
final class FinderPages {
    static final int PAGE_SIZE = 24;

    /**
     * With more, only the first page of the unfiltered list has every service: size would otherwise grow quadratically.
     */
    static final int MOST_SERVICES = 100;

    private static final PageLink CASE_STUDIES = PageLink.to("Case studies", Routes.CASE_STUDIES);

    /** The pattern from which the script makes cards. Like every link on a page, its link needs a target. */
    private static final CaseStudyItem SAMPLE = new CaseStudyItem(
            PageLink.to("~title~", Routes.CASE_STUDIES),
            "~summary~",
            "~organisation~",
            "~place~",
            "~region~",
            List.of("~service~"));

    private final FinderIndex index;
    private final List<CaseStudyItem> items;
    private final List<FilterGroup> groups;
    private final List<FilterGroup> shortGroups;
    private final Finder finder;

    /** @param script the published path of the script that reads the data */
    FinderPages(Directory directory, PageParts parts, String script) {
        index = new FinderIndex(directory, parts);
        items = index.items();
        groups = groups(true);
        boolean tooMany = index.categories().stream()
                        .mapToInt(category -> category.services().size())
                        .sum()
                > MOST_SERVICES;
        shortGroups = tooMany ? groups(false) : groups;
        finder = index.finder(PAGE_SIZE, script);
    }

    private List<FilterGroup> groups(boolean withServices) {
        return List.of(
                new FilterGroup(
                        group(Facet.SERVICE),
                        "Service or category",
                        "Any service",
                        index.categories().stream()
                                .map(category -> new Section(
                                        Optional.of(choice(category.whole())),
                                        withServices ? choices(category.services()) : List.of()))
                                .toList()),
                new FilterGroup(
                        group(Facet.REGION),
                        "Region",
                        "Any region",
                        List.of(new Section(Optional.empty(), choices(index.regions())))),
                new FilterGroup(
                        group(Facet.KIND),
                        "Kind of organisation",
                        "Any kind",
                        List.of(new Section(Optional.empty(), choices(index.kinds())))));
    }

    /** The data of the script. */
    Finder finder() {
        return finder;
    }

    /** All pages of the finder, to be made one by one. */
    List<Supplier<Page>> pages() {
        var pages = new ArrayList<Supplier<Page>>();
        for (Slice<CaseStudyItem> slice : Paging.slices(items, PAGE_SIZE, Routes::ofCaseStudies)) {
            pages.add(() -> page(slice, Optional.empty()));
        }
        index.all().forEach(selection -> {
            for (Slice<CaseStudyItem> slice : Paging.slices(selection.items(), PAGE_SIZE, selection::path)) {
                pages.add(() -> page(slice, Optional.of(selection)));
            }
        });
        return pages;
    }

    private Page page(Slice<CaseStudyItem> slice, Optional<Selection> selection) {
        int number = slice.paging().map(Paging::page).orElse(1);
        boolean top = selection.isEmpty() && number == 1;
        String phrase = selection.map(Selection::phrase).orElse("");
        String heading = "Case studies" + phrase;
        String title = heading + Paging.suffix(slice.paging());
        int total = selection.map(Selection::items).orElse(items).size();
        return new Pages.CaseStudies(
                PageParts.head(
                        selection.map(chosen -> chosen.path(number)).orElseGet(() -> Routes.ofCaseStudies(number)),
                        title,
                        top ? "All case studies in the directory, newest first." : title + ", newest first.",
                        CASE_STUDIES,
                        top ? new PageLink[] {PageParts.HOME} : new PageLink[] {PageParts.HOME, CASE_STUDIES}),
                heading,
                NumberText.capitalised(NumberText.caseStudies(total))
                        + (selection.isEmpty() && total > 1 ? ", newest first" : phrase)
                        + "."
                        + slice.paging()
                                .map(paging -> " " + paging.text() + ".")
                                .orElse(""),
                top ? groups : shortGroups,
                selection.map(FinderPages::choice),
                slice.items(),
                slice.paging(),
                number,
                items.isEmpty() ? Optional.empty() : Optional.of(finder.folder()),
                SAMPLE);
    }

    private static List<FilterChoice> choices(List<Selection> selections) {
        return selections.stream().map(FinderPages::choice).toList();
    }

    private static FilterChoice choice(Selection selection) {
        return new FilterChoice(
                group(selection.facet()),
                selection.facet().word(),
                selection.id(),
                selection.label(),
                NumberText.number(selection.items().size()),
                selection.path(1).value());
    }

    /** Services and categories share a group, since choosing a service implies its category. */
    private static String group(Facet facet) {
        return (facet == Facet.CATEGORY ? Facet.SERVICE : facet).word();
    }
}

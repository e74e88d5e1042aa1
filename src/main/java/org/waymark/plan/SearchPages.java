package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.plan.Letters.Letter;
import org.waymark.plan.ListItems.IndexItem;
import org.waymark.plan.ListItems.IndexLetter;
import org.waymark.plan.ListItems.IndexTarget;
import org.waymark.plan.Pages.AToZ.Elsewhere;
import org.waymark.plan.Pages.Search.LinkGroup;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;
import org.waymark.schema.Role;

/** The search page, and the A to Z of everything that has a name. */
final class SearchPages {
    /** With more entries in a filtered list, the A to Z leaves them out; that list serves readers better. */
    private static final int MOST_OF_A_LIST = 500;

    /** With more items, the A to Z has a page for each letter. */
    private static final int MOST_ON_ONE_PAGE = 1_000;

    /** The labels of the script. */
    private static final List<String> SPOKEN = List.of(
            "also",
            "facts-separator",
            "found",
            "found-instead",
            "list-and",
            "nothing-found",
            "nothing-found-more",
            "page-title",
            "postcodes-there",
            "quoted",
            "search-fails",
            "separator",
            "show-more");

    private final PublishedEntries entries;
    private final Labels labels;
    private final PageLink home;
    private final PageLink aToZ;
    private final List<IndexLetter> letters;
    private final boolean onePage;

    SearchPages(PageParts parts) {
        entries = parts.entries();
        labels = parts.labels();
        home = parts.home();
        aToZ = PageLink.to(labels.text("a-to-z"), Routes.A_TO_Z);
        List<IndexItem> items = items();
        onePage = items.size() <= MOST_ON_ONE_PAGE;
        letters = letters(items, parts.letters());
    }

    Page search() {
        var head = new Head(
                Routes.SEARCH,
                labels.text("search"),
                labels.text("search-about"),
                List.of(home),
                Optional.empty(),
                Optional.empty(),
                !entries.isEmpty());
        return new Pages.Search(
                head, Routes.SEARCH_INDEX.value(), letterLinks(), groups(), ScriptLabels.of(labels, SPOKEN, Map.of()));
    }

    /** The entries that group those of a list. */
    private List<LinkGroup> groups() {
        return entries.kinds().byPosition().stream()
                .flatMap(kind -> kind.listing().by().stream()
                        .map(by -> entries.path(kind, by))
                        .flatMap(path -> path.targets(entries.kinds()).stream())
                        .filter(target -> !entries.of(target).isEmpty())
                        .map(target -> new LinkGroup(
                                labels.text("list-by", Map.of("list", kind.title(), "by", target.noun())),
                                entries.of(target).stream().map(PageParts::link).toList())))
                .toList();
    }

    /** The A to Z: one page, or a page for each letter below it. */
    List<Supplier<Page>> aToZ() {
        var pages = new ArrayList<Supplier<Page>>();
        pages.add(() -> new Pages.AToZ(
                PageParts.head(Routes.A_TO_Z, labels.text("a-to-z"), labels.text("a-to-z-about"), aToZ, home)
                        .listedIf(!entries.isEmpty()),
                letterLinks(),
                onePage ? letters : List.of(),
                elsewhere()));
        if (!onePage) {
            letters.forEach(letter -> pages.add(() -> new Pages.AToZ(
                    PageParts.head(
                            Routes.ofLetter(letter.id()),
                            labels.text("a-to-z-letter", Map.of("letter", letter.name())),
                            labels.text("a-to-z-letter-about", Map.of("letter", letter.name())),
                            aToZ,
                            home,
                            aToZ),
                    letterLinks(),
                    List.of(letter),
                    List.of())));
        }
        return pages;
    }

    private List<PageLink> letterLinks() {
        return letters.stream()
                .map(letter -> onePage
                        ? new PageLink(letter.name(), Routes.A_TO_Z + "#" + letter.id())
                        : PageLink.to(letter.name(), Routes.ofLetter(letter.id())))
                .toList();
    }

    private List<Elsewhere> elsewhere() {
        return entries.kinds().byPosition().stream()
                .filter(this::isElsewhere)
                .map(kind -> new Elsewhere(
                        kind.title(),
                        PageLink.to(
                                labels.text(
                                        "all-entries",
                                        Map.of("count", entries.of(kind).size(), "kind", kind.noun())),
                                Routes.ofList(kind, 1))))
                .toList();
    }

    private boolean isElsewhere(Kind kind) {
        return kind.listing().style() == Listing.Style.FINDER
                && entries.of(kind).size() > MOST_OF_A_LIST;
    }

    private List<IndexItem> items() {
        var items = new ArrayList<IndexItem>();
        var otherNames = new LinkedHashMap<String, List<IndexTarget>>();
        for (Kind kind : entries.kinds().forReaders()) {
            if (!isElsewhere(kind)) {
                // Entries that share a page are listed under the name of that page.
                String what =
                        kind.place().isFolder() ? labels.capitalised(kind.noun().one()) : kind.title();
                for (Entry entry : entries.of(kind)) {
                    var target = new IndexTarget(PageParts.link(entry), what);
                    items.add(new IndexItem(labels.capitalised(entry.label()), List.of(target), false));
                    Stream.concat(entry.text(Role.EXPANSION).stream(), entry.alternativeNames().stream())
                            .map(labels::capitalised)
                            .distinct()
                            .forEach(name -> otherNames
                                    .computeIfAbsent(name, any -> new ArrayList<>())
                                    .add(target));
                }
            }
        }
        otherNames.forEach((name, targets) -> items.add(new IndexItem(name, targets, true)));
        return items;
    }

    private static List<IndexLetter> letters(List<IndexItem> items, Letters alphabet) {
        record Keyed(String key, IndexItem item) {}
        Map<Letter, List<IndexItem>> byLetter = new TreeMap<>(Comparator.comparingInt(Letter::rank));
        items.stream()
                .map(item -> new Keyed(alphabet.key(item.name()), item))
                .sorted(Comparator.comparing(Keyed::key)
                        .thenComparing(keyed -> keyed.item().name())
                        .thenComparing(keyed -> keyed.item().see())
                        .thenComparing(
                                keyed -> keyed.item().targets().get(0).link().path()))
                .forEach(keyed -> byLetter.computeIfAbsent(alphabet.of(keyed.key()), letter -> new ArrayList<>())
                        .add(keyed.item()));
        return byLetter.entrySet().stream()
                .map(entry ->
                        new IndexLetter(entry.getKey().name(), entry.getKey().id(), entry.getValue()))
                .toList();
    }
}

package org.waymark.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.plan.ListItems.IndexItem;
import org.waymark.plan.ListItems.IndexLetter;
import org.waymark.plan.Pages.AToZ.Elsewhere;
import org.waymark.plan.Pages.Search.LinkGroup;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Role;

/** The search page, and the A to Z of everything that has a name. */
final class SearchPages {
    /** With more entries in a filtered list, the A to Z leaves them out; that list serves readers better. */
    private static final int MOST_OF_A_LIST = 500;

    /** With more items, the A to Z has a page for each letter. */
    private static final int MOST_ON_ONE_PAGE = 1_000;

    static final PageLink A_TO_Z = PageLink.to("A to Z", Routes.A_TO_Z);
    private static final List<String> ARTICLES = List.of("a ", "an ", "the ");
    private static final String DIGITS = "0–9";
    private static final String OTHER = "Other";

    private final PublishedEntries entries;
    private final List<IndexLetter> letters;
    private final boolean onePage;

    SearchPages(PublishedEntries entries) {
        this.entries = entries;
        List<IndexItem> items = items();
        onePage = items.size() <= MOST_ON_ONE_PAGE;
        letters = letters(items);
    }

    Page search() {
        var head = new Head(
                Routes.SEARCH,
                "Search",
                "Search the directory, or look through everything in it from A to Z.",
                List.of(PageParts.HOME),
                Optional.empty(),
                Optional.empty(),
                !entries.isEmpty());
        return new Pages.Search(head, Routes.SEARCH_INDEX.value(), letterLinks(), groups());
    }

    /** The entries that group those of a list. */
    private List<LinkGroup> groups() {
        return entries.kinds().byPosition().stream()
                .flatMap(kind -> kind.listing().by().stream()
                        .map(by -> entries.path(kind, by))
                        .flatMap(path -> path.target(entries.kinds()).stream())
                        .filter(target -> !entries.of(target).isEmpty())
                        .map(target -> new LinkGroup(
                                kind.title() + " by " + target.noun().one(),
                                entries.of(target).stream().map(PageParts::link).toList())))
                .toList();
    }

    /** The A to Z: one page, or a page for each letter below it. */
    List<Supplier<Page>> aToZ() {
        var pages = new ArrayList<Supplier<Page>>();
        pages.add(() -> new Pages.AToZ(
                PageParts.head(Routes.A_TO_Z, "A to Z", "Everything in the directory, by name.", A_TO_Z, PageParts.HOME)
                        .listedIf(!entries.isEmpty()),
                letterLinks(),
                onePage ? letters : List.of(),
                elsewhere()));
        if (!onePage) {
            letters.forEach(letter -> pages.add(() -> new Pages.AToZ(
                    PageParts.head(
                            Routes.ofLetter(letter.id()),
                            "A to Z: " + letter.name(),
                            "Everything in the directory under " + letter.name() + ", by name.",
                            A_TO_Z,
                            PageParts.HOME,
                            A_TO_Z),
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
                                "all " + NumberText.count(entries.of(kind).size(), kind.noun()),
                                Routes.ofList(kind, 1))))
                .toList();
    }

    private boolean isElsewhere(Kind kind) {
        return kind.listing().style() == Listing.Style.FINDER
                && entries.of(kind).size() > MOST_OF_A_LIST;
    }

    private List<IndexItem> items() {
        var items = new ArrayList<IndexItem>();
        for (Kind kind : entries.kinds().forReaders()) {
            if (!isElsewhere(kind)) {
                // Entries that share a page are called by the name of that page.
                String what = kind.place().isFolder()
                        ? NumberText.capitalised(kind.noun().one())
                        : kind.title();
                entries.of(kind).forEach(entry -> add(items, entry, what));
            }
        }
        return items;
    }

    private static void add(List<IndexItem> items, Entry entry, String kind) {
        PageLink link = PageParts.link(entry);
        items.add(new IndexItem(NumberText.capitalised(entry.label()), kind, link, false));
        Stream.concat(entry.text(Role.EXPANSION).stream(), entry.alternativeNames().stream())
                .forEach(name -> items.add(new IndexItem(NumberText.capitalised(name), "", link, true)));
    }

    private static List<IndexLetter> letters(List<IndexItem> items) {
        record Keyed(String key, IndexItem item) {}
        Map<String, List<IndexItem>> byLetter = new TreeMap<>(Comparator.comparing(SearchPages::rank));
        items.stream()
                .map(item -> new Keyed(key(item.name()), item))
                .sorted(Comparator.comparing(Keyed::key)
                        .thenComparing(keyed -> keyed.item().name())
                        .thenComparing(keyed -> keyed.item().see())
                        .thenComparing(keyed -> keyed.item().link().path()))
                .forEach(keyed -> byLetter.computeIfAbsent(letter(keyed.key()), letter -> new ArrayList<>())
                        .add(keyed.item()));
        return byLetter.entrySet().stream()
                .map(entry -> new IndexLetter(entry.getKey(), id(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Letters come first, then digits, then the rest. */
    private static String rank(String letter) {
        return letter.equals(DIGITS) ? "~" : letter.equals(OTHER) ? "~~" : letter;
    }

    private static String id(String letter) {
        return letter.equals(DIGITS) ? "0-9" : letter.toLowerCase(Locale.ROOT);
    }

    private static String letter(String key) {
        char first = key.isEmpty() ? ' ' : key.charAt(0);
        if (first >= 'a' && first <= 'z') {
            return String.valueOf((char) (first - 'a' + 'A'));
        }
        return first >= '0' && first <= '9' ? DIGITS : OTHER;
    }

    /** By what a name is sorted: without an article, accents and case. */
    private static String key(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var letters = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == ' ')
                .forEach(letters::appendCodePoint);
        String key = letters.toString().strip();
        for (String article : ARTICLES) {
            if (key.length() > article.length() && key.startsWith(article)) {
                return key.substring(article.length());
            }
        }
        return key;
    }
}

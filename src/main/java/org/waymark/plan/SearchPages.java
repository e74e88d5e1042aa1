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
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.Routes;
import org.waymark.plan.ListItems.IndexItem;
import org.waymark.plan.ListItems.IndexLetter;
import org.waymark.schema.Entry;

/** The search page, and the A to Z of everything that has a name. */
final class SearchPages {
    /** With more case studies, the A to Z leaves them out; their own list serves readers better. */
    private static final int MOST_CASE_STUDIES = 500;

    /** With more items, the A to Z has a page for each letter. */
    private static final int MOST_ON_ONE_PAGE = 1_000;

    private static final PageLink A_TO_Z = PageLink.to("A to Z", Routes.A_TO_Z);
    private static final List<String> ARTICLES = List.of("a ", "an ", "the ");
    private static final String DIGITS = "0–9";
    private static final String OTHER = "Other";

    private final Directory directory;
    private final List<IndexLetter> letters;
    private final boolean onePage;

    SearchPages(Directory directory) {
        this.directory = directory;
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
                true);
        return new Pages.Search(
                head,
                Routes.SEARCH_INDEX.value(),
                letterLinks(),
                directory.categories().stream().map(PageParts::link).toList());
    }

    /** The A to Z: one page, or a page for each letter below it. */
    List<Supplier<Page>> aToZ() {
        var pages = new ArrayList<Supplier<Page>>();
        pages.add(() -> new Pages.AToZ(
                PageParts.head(
                        Routes.A_TO_Z, "A to Z", "Everything in the directory, by name.", A_TO_Z, PageParts.HOME),
                letterLinks(),
                onePage ? letters : List.of(),
                studiesElsewhere()));
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
                    Optional.empty())));
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

    private Optional<PageLink> studiesElsewhere() {
        int count = directory.all(CaseStudy.class).size();
        return count <= MOST_CASE_STUDIES
                ? Optional.empty()
                : Optional.of(PageLink.to("All " + NumberText.caseStudies(count), Routes.CASE_STUDIES));
    }

    private List<IndexItem> items() {
        var items = new ArrayList<IndexItem>();
        directory.services().forEach(service -> {
            items.add(item(service, "Service"));
            service.alsoKnownAs().forEach(name -> items.add(see(name, service)));
        });
        directory.categories().forEach(category -> items.add(item(category, "Category")));
        directory.pages().forEach(page -> items.add(item(page, "Page")));
        directory.organisations().forEach(organisation -> items.add(item(organisation, "Organisation")));
        directory.glossary().forEach(term -> {
            items.add(item(term, "Glossary"));
            term.expansion().ifPresent(expansion -> items.add(see(expansion, term)));
            term.also().forEach(name -> items.add(see(name, term)));
        });
        List<CaseStudy> studies = directory.all(CaseStudy.class);
        if (studies.size() <= MOST_CASE_STUDIES) {
            studies.forEach(study -> items.add(item(study, "Case study")));
        }
        return items;
    }

    private static IndexItem item(Entry entry, String kind) {
        return new IndexItem(NumberText.capitalised(entry.label()), kind, PageParts.link(entry), false);
    }

    private static IndexItem see(String name, Entry entry) {
        return new IndexItem(NumberText.capitalised(name), "", PageParts.link(entry), true);
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

package org.waymark.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.directory.Coverage;
import org.waymark.directory.DisplayOrder;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Term;
import org.waymark.plan.Cards.CardGroup;
import org.waymark.plan.ListItems.TermItem;
import org.waymark.plan.Pages.EntriesOnOnePage.ListedEntry;
import org.waymark.plan.Pages.EntriesOnOnePage.ListedGroup;
import org.waymark.plan.Pages.LetterGroup;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;

/** The lists of the entries of each kind that are neither filtered nor split. */
final class ListPages {
    private static final String DIGITS = "0–9";
    private static final String OTHER = "Other";

    private final PublishedEntries entries;
    private final PageParts parts;
    private final Things things;

    ListPages(PageParts parts, Things things) {
        this.parts = parts;
        this.things = things;
        entries = parts.entries();
    }

    /** The list of a kind whose entries have pages of their own. */
    Page list(Kind kind) {
        Head head = head(kind);
        return new Pages.ListPage(
                head.withActions(parts.links().add(kind).stream().toList()),
                kind.name(),
                "There is no " + kind.noun().one() + " yet.",
                jumpLabel(kind),
                groups(kind),
                parts.matrices(kind),
                things.termSet(kind, inOrder(kind), head));
    }

    /** The entries in the order in which the groups of the list show them. */
    private List<Entry> inOrder(Kind kind) {
        return kind.listing()
                .by()
                .map(by -> entries.path(kind, by))
                .map(path -> Stream.concat(
                                Coverage.possible(entries, path).stream()
                                        .flatMap(value -> entries.leadingDirectlyTo(value, path).stream()),
                                ungrouped(kind, path).stream())
                        .toList())
                .orElseGet(() -> entries.of(kind));
    }

    private Head head(Kind kind) {
        PageLink self = PageParts.listLink(kind);
        return PageParts.head(
                        Routes.ofList(kind, 1),
                        kind.title(),
                        kind.listing()
                                .about()
                                .orElseGet(() -> "All " + kind.noun().many() + " in the directory."),
                        self,
                        PageParts.HOME)
                .listedIf(!entries.of(kind).isEmpty());
    }

    private String jumpLabel(Kind kind) {
        String what = kind.listing().style() == Listing.Style.LETTERS
                ? "Letters"
                : kind.listing()
                        .by()
                        .map(by -> NumberText.capitalised(parts.nounOf(entries.path(kind, by), true)))
                        .orElse("Parts");
        return what + " on this page";
    }

    /** The entries of a kind in the groups of its list. Groups without any are left out, unless they are entries. */
    List<CardGroup> groups(Kind kind) {
        if (kind.listing().style() == Listing.Style.LETTERS) {
            return byLetter(DisplayOrder.fromAToZ(entries.of(kind))).entrySet().stream()
                    .map(letter -> new CardGroup(
                            letterId(letter.getKey()),
                            letter.getKey(),
                            Optional.empty(),
                            Optional.empty(),
                            NumberText.count(letter.getValue().size(), kind.noun()),
                            parts.cards(letter.getValue())))
                    .toList();
        }
        Optional<FieldPath> by = kind.listing().by().map(path -> entries.path(kind, path));
        if (by.isEmpty()) {
            List<Entry> all = entries.of(kind);
            return all.isEmpty()
                    ? List.of()
                    : List.of(new CardGroup(
                            "wm-all",
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            NumberText.count(all.size(), kind.noun()),
                            parts.cards(all)));
        }
        FieldPath path = by.get();
        var ids = new ValueIds();
        Stream<CardGroup> groups = Coverage.possible(entries, path).stream()
                .filter(value -> value instanceof PathValue.OfEntry
                        || !entries.leadingDirectlyTo(value, path).isEmpty())
                .map(value -> group(kind, path, value, ids));
        return Stream.concat(groups, others(kind, path).stream()).toList();
    }

    /** The entries that do not say to which group they belong. */
    private Optional<CardGroup> others(Kind kind, FieldPath path) {
        List<Entry> entries = ungrouped(kind, path);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new CardGroup(
                        "wm-others",
                        "Other " + kind.noun().many(),
                        Optional.empty(),
                        Optional.empty(),
                        NumberText.count(entries.size(), kind.noun()),
                        parts.cards(entries)));
    }

    private List<Entry> ungrouped(Kind kind, FieldPath path) {
        return entries.of(kind).stream()
                .filter(entry -> entries.values(entry, path).isEmpty())
                .toList();
    }

    private CardGroup group(Kind kind, FieldPath path, PathValue value, ValueIds ids) {
        List<Entry> members = entries.leadingDirectlyTo(value, path);
        return new CardGroup(
                "wm-group-" + ids.of(value),
                Trail.of(value),
                PageParts.pageOf(value, path),
                value instanceof PathValue.OfEntry of ? of.entry().summary() : Optional.empty(),
                NumberText.count(members.size(), kind.noun()),
                parts.cardsWithout(members, path));
    }

    /** Made after all other pages, since it lists the pages that use its terms. */
    Page glossary(Kind kind, TermUses uses) {
        Head head = head(kind);
        return new Pages.Glossary(
                withChange(head, kind),
                letters(
                        DisplayOrder.fromAToZ(entries.of(kind)),
                        entry -> item(
                                entry.id().value(),
                                Term.of(entry),
                                uses.of(entry.id().value()))),
                "There is no " + kind.noun().one() + " yet.",
                things.termSet(kind, entries.of(kind), head));
    }

    /** The page of a kind whose entries have no pages of their own. */
    Page entriesOnOnePage(Kind kind) {
        Head head = head(kind);
        return new Pages.EntriesOnOnePage(
                withChange(head, kind),
                jumpLabel(kind),
                listedGroups(kind),
                "There is no " + kind.noun().one() + " yet.",
                things.termSet(kind, entries.of(kind), head));
    }

    private List<ListedGroup> listedGroups(Kind kind) {
        Optional<FieldPath> by = kind.listing().by().map(path -> entries.path(kind, path));
        if (kind.listing().style() == Listing.Style.LETTERS) {
            return byLetter(DisplayOrder.fromAToZ(entries.of(kind))).entrySet().stream()
                    .map(group -> new ListedGroup(letterId(group.getKey()), group.getKey(), listed(group.getValue())))
                    .toList();
        } else if (by.isEmpty()) {
            return entries.of(kind).isEmpty()
                    ? List.of()
                    : List.of(new ListedGroup("wm-all", "", listed(entries.of(kind))));
        }
        var ids = new ValueIds();
        var shown = new HashSet<Entry>();
        var groups = new ArrayList<ListedGroup>();
        for (PathValue value : Coverage.possible(entries, by.get())) {
            // An entry has an anchor, so it is shown once.
            List<Entry> members = entries.leadingTo(value, by.get()).stream()
                    .filter(shown::add)
                    .toList();
            String id = "wm-group-" + ids.of(value);
            if (!members.isEmpty()) {
                groups.add(new ListedGroup(id, value.label(), listed(members)));
            }
        }
        List<Entry> others = ungrouped(kind, by.get());
        if (!others.isEmpty()) {
            groups.add(new ListedGroup("wm-others", "Other " + kind.noun().many(), listed(others)));
        }
        return groups;
    }

    private List<ListedEntry> listed(List<Entry> some) {
        return some.stream()
                .map(entry -> new ListedEntry(
                        entry.id().value(),
                        PageParts.link(entry),
                        entry.summary(),
                        parts.fields().of(entry)))
                .toList();
    }

    private Head withChange(Head head, Kind kind) {
        return head.withActions(
                parts.links().change(head.title(), head.path(), kind.place().path()).stream()
                        .toList());
    }

    private static <T> List<LetterGroup<T>> letters(List<Entry> entries, Function<Entry, T> item) {
        return byLetter(entries).entrySet().stream()
                .map(group -> new LetterGroup<>(
                        group.getKey(),
                        letterId(group.getKey()),
                        group.getValue().stream().map(item).toList()))
                .toList();
    }

    private static String letterId(String letter) {
        return "wm-letter-" + letter.toLowerCase(Locale.ROOT).replace('–', '-');
    }

    /** By first letter, digits first. */
    private static Map<String, List<Entry>> byLetter(List<Entry> entries) {
        var groups = new TreeMap<String, List<Entry>>(Comparator.comparing(ListPages::rank));
        entries.forEach(entry -> groups.computeIfAbsent(letter(entry), letter -> new ArrayList<>())
                .add(entry));
        return groups;
    }

    private static String rank(String letter) {
        return letter.equals(DIGITS) ? "" : letter.equals(OTHER) ? "\uFFFF" : letter;
    }

    /**
     * The letter under which a list shows an entry: that with which its label begins, without accents. Digits are together, and
     * so are characters of scripts without an alphabet.
     */
    private static String letter(Entry entry) {
        int first = Normalizer.normalize(entry.label(), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .findFirst()
                .orElse(0);
        if (Character.isDigit(first)) {
            return DIGITS;
        }
        return Character.isAlphabetic(first) && !Character.isIdeographic(first)
                ? Character.toString(Character.toUpperCase(first))
                : OTHER;
    }

    /** @param id its anchor */
    static TermItem item(String id, Term term, TermUses.Uses uses) {
        return new TermItem(
                id,
                term.term(),
                term.expansion(),
                term.definition(),
                term.also(),
                term.changed(),
                term.sources().stream()
                        .map(url -> new Frame.Web(host(url), url))
                        .toList(),
                uses.first(),
                uses.more() == 0
                        ? Optional.empty()
                        : Optional.of(NumberText.count(uses.more(), "other page", "other pages")));
    }

    /** The host name without {@code www}. */
    private static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = url.indexOf('/', start);
        String host = url.substring(start, end < 0 ? url.length() : end);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}

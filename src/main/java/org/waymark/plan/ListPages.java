package org.waymark.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.directory.Coverage;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Term;
import org.waymark.plan.Cards.CardGroup;
import org.waymark.plan.Letters.Letter;
import org.waymark.plan.ListItems.TermItem;
import org.waymark.plan.Pages.EntriesOnOnePage.ListedEntry;
import org.waymark.plan.Pages.EntriesOnOnePage.ListedGroup;
import org.waymark.plan.Pages.LetterGroup;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;
import org.waymark.schema.Role;

/** The lists of the entries of each kind that are neither filtered nor split. */
final class ListPages {
    private final PublishedEntries entries;
    private final PageParts parts;
    private final Labels labels;
    private final Letters letters;
    private final Things things;

    ListPages(PageParts parts, Things things) {
        this.parts = parts;
        this.things = things;
        entries = parts.entries();
        labels = parts.labels();
        letters = parts.letters();
    }

    /** The list of a kind whose entries have pages of their own. */
    Page list(Kind kind) {
        Head head = head(kind);
        return new Pages.ListPage(
                head.withActions(parts.links().add(kind).stream().toList()),
                kind.name(),
                none(kind),
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
                        kind.listing().about().orElseGet(() -> labels.text("list-about", Map.of("kind", kind.noun()))),
                        self,
                        parts.home())
                .listedIf(!entries.of(kind).isEmpty());
    }

    private String jumpLabel(Kind kind) {
        return kind.listing().style() == Listing.Style.LETTERS
                ? labels.text("letters-on-page")
                : kind.listing()
                        .by()
                        .map(by -> labels.text("groups-on-page", Map.of("by", parts.nounOf(entries.path(kind, by)))))
                        .orElseGet(() -> labels.text("parts-on-page"));
    }

    private String none(Kind kind) {
        return labels.text("none", Map.of("kind", kind.noun()));
    }

    /** The entries of a kind in the groups of its list. Empty groups are left out, unless they are entries. */
    List<CardGroup> groups(Kind kind) {
        if (kind.listing().style() == Listing.Style.LETTERS) {
            return byLetter(entries.directory().order().fromAToZ(entries.of(kind))).entrySet().stream()
                    .map(letter -> new CardGroup(
                            letterId(letter.getKey()),
                            letter.getKey().name(),
                            Optional.empty(),
                            Optional.empty(),
                            parts.count(letter.getValue().size(), kind),
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
                            parts.count(all.size(), kind),
                            kind.field(Role.PARENT).isEmpty()
                                    ? parts.cards(all)
                                    : all.stream()
                                            .map(entry -> parts.card(entry)
                                                    .at(entries.above(entry).size()))
                                            .toList()));
        }
        FieldPath path = by.get();
        var ids = new ValueIds(by);
        Stream<CardGroup> groups = Coverage.possible(entries, path).stream()
                .filter(value -> value instanceof PathValue.OfEntry
                        || !entries.leadingDirectlyTo(value, path).isEmpty())
                .map(value -> group(kind, path, value, ids));
        return Stream.concat(groups, others(kind, path).stream()).toList();
    }

    /** The entries without a group. */
    private Optional<CardGroup> others(Kind kind, FieldPath path) {
        List<Entry> entries = ungrouped(kind, path);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new CardGroup(
                        "wm-others",
                        labels.text("other-entries", Map.of("kind", kind.noun())),
                        Optional.empty(),
                        Optional.empty(),
                        parts.count(entries.size(), kind),
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
                Trail.of(value, labels),
                PageParts.pageOf(value, path),
                value instanceof PathValue.OfEntry of ? of.entry().summary() : Optional.empty(),
                parts.count(members.size(), kind),
                parts.cardsWithout(members, path));
    }

    /** Created after all other pages, since it lists the pages that use its terms. */
    Page glossary(Kind kind, TermUses uses) {
        Head head = head(kind);
        return new Pages.Glossary(
                withChange(head, kind),
                letters(
                        entries.directory().order().fromAToZ(entries.of(kind)),
                        entry -> item(
                                entry.id().value(),
                                Term.of(entry),
                                uses.of(entry.id().value()))),
                none(kind),
                things.termSet(kind, entries.of(kind), head));
    }

    /** The page of a kind whose entries have no pages of their own. */
    Page entriesOnOnePage(Kind kind) {
        Head head = head(kind);
        return new Pages.EntriesOnOnePage(
                withChange(head, kind),
                jumpLabel(kind),
                listedGroups(kind),
                none(kind),
                things.termSet(kind, entries.of(kind), head));
    }

    private List<ListedGroup> listedGroups(Kind kind) {
        Optional<FieldPath> by = kind.listing().by().map(path -> entries.path(kind, path));
        if (kind.listing().style() == Listing.Style.LETTERS) {
            return byLetter(entries.directory().order().fromAToZ(entries.of(kind))).entrySet().stream()
                    .map(group -> new ListedGroup(
                            letterId(group.getKey()), group.getKey().name(), listed(group.getValue())))
                    .toList();
        } else if (by.isEmpty()) {
            return entries.of(kind).isEmpty()
                    ? List.of()
                    : List.of(new ListedGroup("wm-all", "", listed(entries.of(kind))));
        }
        var ids = new ValueIds(by);
        var shown = new HashSet<Entry>();
        var groups = new ArrayList<ListedGroup>();
        for (PathValue value : Coverage.possible(entries, by.get())) {
            // An entry has an anchor, so it is shown once.
            List<Entry> members = entries.leadingDirectlyTo(value, by.get()).stream()
                    .filter(shown::add)
                    .toList();
            String id = "wm-group-" + ids.of(value);
            if (!members.isEmpty()) {
                groups.add(new ListedGroup(id, Trail.of(value, labels), listed(members)));
            }
        }
        List<Entry> others = ungrouped(kind, by.get());
        if (!others.isEmpty()) {
            groups.add(new ListedGroup(
                    "wm-others", labels.text("other-entries", Map.of("kind", kind.noun())), listed(others)));
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

    private <T> List<LetterGroup<T>> letters(List<Entry> entries, Function<Entry, T> item) {
        return byLetter(entries).entrySet().stream()
                .map(group -> new LetterGroup<>(
                        group.getKey().name(),
                        letterId(group.getKey()),
                        group.getValue().stream().map(item).toList()))
                .toList();
    }

    private static String letterId(Letter letter) {
        return "wm-letter-" + letter.id();
    }

    /** By first letter, digits first. */
    private Map<Letter, List<Entry>> byLetter(List<Entry> entries) {
        var groups = new TreeMap<Letter, List<Entry>>(Letter.DIGITS_FIRST);
        entries.forEach(entry -> groups.computeIfAbsent(letters.first(entry.label()), letter -> new ArrayList<>())
                .add(entry));
        return groups;
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
                uses.more() == 0 ? Optional.empty() : Optional.of(uses.more()));
    }

    /** The host name without {@code www}. */
    private static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = url.indexOf('/', start);
        String host = url.substring(start, end < 0 ? url.length() : end);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}

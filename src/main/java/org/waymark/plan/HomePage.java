package org.waymark.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Site;
import org.waymark.directory.SitePath;
import org.waymark.plan.Pages.Home.CountLink;
import org.waymark.plan.Pages.Home.GroupedList;
import org.waymark.plan.Pages.Home.MapSection;
import org.waymark.plan.Pages.Home.ShortList;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;
import org.waymark.schema.Noun;
import org.waymark.schema.Vocabulary;

/** Makes the home page. */
final class HomePage {
    private static final int SHOWN = 6;

    private final PublishedEntries entries;
    private final Site site;
    private final PageParts parts;
    private final Labels labels;
    private final ListPages lists;
    private final ChoicePages choices;

    HomePage(Site site, PageParts parts, ListPages lists, ChoicePages choices) {
        this.site = site;
        this.parts = parts;
        this.lists = lists;
        this.choices = choices;
        entries = parts.entries();
        labels = parts.labels();
    }

    Page home() {
        List<Kind> listed = entries.kinds().byPosition().stream()
                .filter(kind -> kind.presentation().position().isPresent()
                        && kind.listing().hasPage()
                        && kind.place().isFolder()
                        && !entries.of(kind).isEmpty())
                .toList();
        List<GroupedList> groups =
                listed.stream().filter(this::isGrouped).map(this::grouped).toList();
        return new Pages.Home(
                new Head(
                        SitePath.HOME,
                        site.title(),
                        site.summary(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                listed.stream().map(this::count).toList(),
                signpost(listed),
                groups,
                groups.isEmpty()
                        ? listed.stream()
                                .filter(kind -> !hasOrder(kind))
                                .map(kind -> shortList(kind, kind.title()))
                                .toList()
                        : List.of(),
                entries.vocabulariesWithPages().stream()
                        .filter(vocabulary -> vocabulary.map().isPresent() && entries.isUsed(vocabulary))
                        .flatMap(vocabulary -> map(vocabulary).stream())
                        .toList(),
                listed.stream()
                        .filter(kind -> hasOrder(kind))
                        .map(kind -> shortList(
                                kind,
                                kind.listing().newestFirst()
                                        ? labels.text("newest", Map.of("kind", kind.noun()))
                                        : kind.title()))
                        .toList(),
                wanted(),
                labels.list(
                        "list-or",
                        wanted().stream()
                                .map(kind -> labels.text("wanted", Map.of("kind", kind)))
                                .toList()));
    }

    private CountLink count(Kind kind) {
        int count = entries.of(kind).size();
        return new CountLink(count, labels.number(count), kind.noun(), PageParts.listLink(kind));
    }

    private List<PageLink> signpost(List<Kind> listed) {
        List<PageLink> signpost = Stream.concat(
                        listed.stream()
                                .map(kind -> new PageLink(
                                        labels.text("by", Map.of("by", kind.noun())),
                                        PageParts.listLink(kind).path())),
                        entries.vocabulariesWithPages().stream()
                                .filter(entries::isUsed)
                                .map(vocabulary -> new PageLink(
                                        labels.text(
                                                "by",
                                                Map.of("by", vocabulary.noun().orElseThrow())),
                                        PageParts.listLink(vocabulary).path())))
                .toList();
        return signpost.isEmpty() && !entries.isEmpty()
                ? List.of(PageLink.to(labels.text("a-to-z"), Routes.A_TO_Z))
                : signpost;
    }

    /** Whether the list of a kind shows its entries under other entries. */
    private boolean isGrouped(Kind kind) {
        return kind.listing().style() == Listing.Style.GROUPS
                && kind.listing()
                        .by()
                        .map(by -> entries.path(kind, by))
                        .filter(path -> !path.targets(entries.kinds()).isEmpty())
                        .isPresent();
    }

    private GroupedList grouped(Kind kind) {
        return new GroupedList(
                "wm-" + kind.plural(),
                kind.title(),
                parts.backlinks(kind).stream()
                        .findFirst()
                        .map(FieldPath::from)
                        .map(counted -> labels.text("each-number", Map.of("kind", counted.noun(), "of", kind.noun()))),
                lists.groups(kind));
    }

    /** Whether the first entries of a list are those that readers are most likely to want. */
    private static boolean hasOrder(Kind kind) {
        return kind.listing().newestFirst() || kind.listing().order().isPresent();
    }

    private ShortList shortList(Kind kind, String title) {
        return new ShortList(
                kind.listing().newestFirst() ? "wm-newest-" + kind.plural() : "wm-" + kind.plural(),
                title,
                parts.cards(first(kind)),
                new PageLink(
                        labels.text("see-all", Map.of("kind", kind.noun())),
                        PageParts.listLink(kind).path()));
    }

    /** The first entries of a list. Those that are past are left out, unless all are. */
    private List<Entry> first(Kind kind) {
        List<Entry> first = entries.of(kind).stream().limit(SHOWN).toList();
        List<Entry> current =
                first.stream().filter(entry -> entries.past(entry).isEmpty()).toList();
        return current.isEmpty() ? first : current;
    }

    private Optional<MapSection> map(Vocabulary vocabulary) {
        Noun noun = vocabulary.noun().orElseThrow();
        return entries.choices(vocabulary)
                .findFirst()
                .map(counted -> new MapSection(
                        "wm-" + vocabulary.name(),
                        labels.text("list-by", Map.of("list", counted.from().title(), "by", noun)),
                        choices.map(vocabulary, Optional.empty()),
                        choices.table(vocabulary, labels.text("choices-caption", Map.of("choice", noun))),
                        parts.matrices(vocabulary)));
    }

    /** What readers may tell the publisher about. */
    private List<Noun> wanted() {
        return entries.kinds().byPosition().stream()
                .filter(kind -> kind.presentation().add().isPresent()
                        || kind.presentation().ask().isPresent())
                .map(Kind::noun)
                .toList();
    }
}

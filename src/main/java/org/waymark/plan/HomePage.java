package org.waymark.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Site;
import org.waymark.directory.SitePath;
import org.waymark.markdown.Html;
import org.waymark.plan.Cards.Card;
import org.waymark.plan.Cards.CardGroup;
import org.waymark.plan.Cards.Tally;
import org.waymark.plan.Pages.Home.CountLink;
import org.waymark.plan.Pages.Home.HomeSection;
import org.waymark.schema.Home;
import org.waymark.schema.Home.Section;
import org.waymark.schema.Home.Show;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;
import org.waymark.schema.Noun;
import org.waymark.schema.Vocabulary;

/** Makes the home page, with the sections that the shape declares. */
final class HomePage {
    private static final int SHOWN = 6;
    private static final int SHOWN_LINKS = 24;

    private final PublishedEntries entries;
    private final Site site;
    private final PageParts parts;
    private final Labels labels;
    private final ListPages lists;
    private final ChoicePages choices;
    private final List<FinderPages> finders;
    private final Home declared;
    private final List<Kind> listed;

    HomePage(Site site, PageParts parts, ListPages lists, ChoicePages choices, List<FinderPages> finders) {
        this.site = site;
        this.parts = parts;
        this.lists = lists;
        this.choices = choices;
        this.finders = List.copyOf(finders);
        entries = parts.entries();
        labels = parts.labels();
        declared = entries.kinds().shape().home();
        listed = entries.kinds().byPosition().stream()
                .filter(kind -> kind.presentation().position().isPresent()
                        && kind.listing().hasPage()
                        && kind.place().isFolder()
                        && !entries.of(kind).isEmpty())
                .toList();
    }

    Page home() {
        var ids = new HashSet<String>();
        return new Pages.Home(
                new Head(
                        SitePath.HOME,
                        site.title(),
                        site.summary(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                new Pages.Home.Top(
                        isOnTop(Show.SEARCH) && !entries.isEmpty(),
                        isOnTop(Show.FIGURES) ? counts() : List.of(),
                        isOnTop(Show.WAYS_IN) ? waysIn() : List.of()),
                declared.sections().stream()
                        .flatMap(this::sections)
                        .map(made -> made.build(ids))
                        .toList(),
                wanted(),
                labels.list(
                        "list-or",
                        wanted().stream()
                                .map(kind -> labels.text("wanted", Map.of("kind", kind)))
                                .toList()));
    }

    private boolean isOnTop(Show show) {
        return declared.top().stream().anyMatch(placed -> placed.value() == show);
    }

    /** The content of a section: empty if the directory has none. */
    private Stream<SectionBuilder> sections(Section section) {
        return switch (section.show()) {
            case GROUPS -> kinds(section, this::isGrouped).map(kind -> groups(section, kind));
            case LIST -> kinds(section, isShownElsewhere().negate()).map(kind -> list(section, kind));
            case NEWEST -> kinds(section, kind -> kind.listing().newestFirst()).map(kind -> newest(section, kind));
            case MATRIX -> kindsWithMatrix(section).map(kind -> matrix(section, kind));
            case MAP ->
                vocabularies(section)
                        .filter(vocabulary -> vocabulary.map().isPresent())
                        .flatMap(vocabulary -> map(section, vocabulary).stream());
            case CHOICES -> vocabularies(section).map(vocabulary -> choices(section, vocabulary));
            case FILTER -> filter(section).stream();
            case TEXT -> text(section).stream();
            case FIGURES ->
                Stream.of(builder(section, "in-numbers").counts(counts())).filter(made -> !listed.isEmpty());
            case WAYS_IN ->
                Stream.of(builder(section, "find-your-way").links(waysIn())).filter(made -> !waysIn().isEmpty());
            case SEARCH -> Stream.of(builder(section, "search-field")).filter(made -> !entries.isEmpty());
            case TAKE_PART -> Stream.of(builder(section, "take-part"));
        };
    }

    /**
     * The kind that a section names, or without a name, those in the navigation that it applies to, if they have
     * entries.
     */
    private Stream<Kind> kinds(Section section, Predicate<Kind> isMeant) {
        return section.of()
                .map(name -> entries.kinds().named(name).stream()
                        .filter(kind -> !entries.of(kind).isEmpty()))
                .orElseGet(() -> listed.stream().filter(isMeant));
    }

    private Stream<Kind> kindsWithMatrix(Section section) {
        return entries.kinds().byPosition().stream()
                .filter(kind ->
                        section.of().filter(name -> !name.equals(kind.name())).isEmpty())
                .filter(kind ->
                        kind.listing().matrix().isPresent() && !entries.of(kind).isEmpty());
    }

    private Stream<Vocabulary> vocabularies(Section section) {
        return entries.vocabulariesWithPages().stream()
                .filter(vocabulary -> section.of()
                        .filter(name -> !name.equals(vocabulary.name()))
                        .isEmpty())
                .filter(entries::isUsed);
    }

    /** The kinds whose entries another section shows. */
    private Predicate<Kind> isShownElsewhere() {
        Set<Kind> shown = new HashSet<>();
        for (Section section : declared.sections()) {
            switch (section.show()) {
                case GROUPS -> kinds(section, this::isGrouped).forEach(shown::add);
                case NEWEST ->
                    kinds(section, kind -> kind.listing().newestFirst()).forEach(shown::add);
                case LIST -> kinds(section, kind -> false).forEach(shown::add);
                default -> {}
            }
        }
        return shown::contains;
    }

    private List<CountLink> counts() {
        return listed.stream()
                .map(kind -> {
                    int count = entries.of(kind).size();
                    return new CountLink(count, labels.number(count), kind.noun(), PageParts.listLink(kind));
                })
                .toList();
    }

    private List<PageLink> waysIn() {
        List<PageLink> ways = Stream.concat(
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
        return ways.isEmpty() && !entries.isEmpty() ? List.of(PageLink.to(labels.text("a-to-z"), Routes.A_TO_Z)) : ways;
    }

    /** Whether the list of a kind shows its entries below other entries. */
    private boolean isGrouped(Kind kind) {
        return kind.listing().style() == Listing.Style.GROUPS
                && kind.listing()
                        .by()
                        .map(by -> entries.path(kind, by))
                        .filter(path -> !path.targets(entries.kinds()).isEmpty())
                        .isPresent();
    }

    private SectionBuilder groups(Section section, Kind kind) {
        List<CardGroup> all = lists.groups(kind);
        int limit = section.limit().orElse(Integer.MAX_VALUE);
        boolean isCut = all.stream().anyMatch(group -> group.cards().size() > limit);
        return builder(section, kind.plural(), kind.title())
                .about(parts.backlinks(kind).stream()
                        .findFirst()
                        .map(FieldPath::from)
                        .map(counted -> labels.text("each-number", Map.of("kind", counted.noun(), "of", kind.noun()))))
                .groups(all.stream().map(group -> group.first(limit)).toList())
                .all(allOf(kind).filter(link -> isCut));
    }

    private SectionBuilder list(Section section, Kind kind) {
        return cards(builder(section, kind.plural(), kind.title()), section, kind, entries.of(kind));
    }

    private SectionBuilder newest(Section section, Kind kind) {
        List<Entry> byDay = entries.of(kind).stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.added().orElse(LocalDate.MIN))
                        .reversed())
                .toList();
        String title = PageParts.isNewer(byDay, section.limit().orElse(SHOWN))
                ? labels.text("newest", Map.of("kind", kind.noun()))
                : kind.title();
        return cards(builder(section, "newest-" + kind.plural(), title), section, kind, byDay);
    }

    /** The first entries of a list. Past entries are left out, unless all are past. */
    private SectionBuilder cards(SectionBuilder made, Section section, Kind kind, List<Entry> all) {
        List<Entry> first = all.stream().limit(section.limit().orElse(SHOWN)).toList();
        List<Entry> current =
                first.stream().filter(entry -> entries.past(entry).isEmpty()).toList();
        return made.cards(parts.cards(current.isEmpty() ? first : current)).all(allOf(kind));
    }

    /** The link to the list of a kind, if it has one. */
    private Optional<PageLink> allOf(Kind kind) {
        return entries.kinds()
                .listedWith(kind)
                .map(list -> new PageLink(
                        labels.text("see-all", Map.of("kind", kind.noun())),
                        PageParts.listLink(list).path()));
    }

    private SectionBuilder matrix(Section section, Kind kind) {
        Listing.Matrix matrix = kind.listing().matrix().orElseThrow();
        return builder(section, "matrix-" + kind.plural(), matrix.title())
                .about(Optional.of(matrix.about()))
                .links(List.of(new PageLink(matrix.link(), matrix.address())));
    }

    private Optional<SectionBuilder> map(Section section, Vocabulary vocabulary) {
        Noun noun = vocabulary.noun().orElseThrow();
        return entries.choices(vocabulary)
                .findFirst()
                .map(counted -> builder(
                                section,
                                vocabulary.name(),
                                labels.text(
                                        "list-by", Map.of("list", counted.from().title(), "by", noun)))
                        .map(choices.map(vocabulary, Optional.empty()))
                        .table(choices.table(vocabulary, labels.text("choices-caption", Map.of("choice", noun))))
                        .links(parts.matrices(vocabulary)));
    }

    private SectionBuilder choices(Section section, Vocabulary vocabulary) {
        return links(
                builder(section, vocabulary.name(), vocabulary.title()),
                section,
                choices.tallies(vocabulary),
                Optional.of(new PageLink(
                        labels.text("see-all", Map.of("kind", vocabulary.noun().orElseThrow())),
                        PageParts.listLink(vocabulary).path())));
    }

    private Optional<SectionBuilder> filter(Section section) {
        String word = section.facet().orElse("");
        return finders.stream()
                .filter(finder ->
                        section.of().filter(finder.kind().name()::equals).isPresent())
                .findFirst()
                .map(finder -> {
                    Kind kind = finder.kind();
                    Noun by = parts.nounOf(parts.path(kind, word));
                    return links(
                            builder(
                                    section,
                                    kind.plural() + "-by-" + word,
                                    labels.text("list-by", Map.of("list", kind.title(), "by", by))),
                            section,
                            finder.tallies(word),
                            allOf(kind));
                })
                .filter(SectionBuilder::hasLinks);
    }

    private static SectionBuilder links(
            SectionBuilder made, Section section, List<Tally> tallies, Optional<PageLink> all) {
        int limit = section.limit().orElse(SHOWN_LINKS);
        return made.tallies(tallies.stream().limit(limit).toList()).all(all.filter(link -> tallies.size() > limit));
    }

    private Optional<SectionBuilder> text(Section section) {
        return section.text()
                .flatMap(ref -> entries.kinds().named(ref.kind()).stream()
                        .flatMap(kind -> entries.of(kind).stream())
                        .filter(entry -> entry.id().equals(ref.id()))
                        .findFirst())
                .flatMap(entry -> entry.body().map(body -> {
                    String id = entry.kind().name() + "-" + entry.id();
                    return builder(section, id, entry.label())
                            .text(parts.part(entry, body, SitePath.HOME, "wm-" + id + "."));
                }));
    }

    /** @param key of the label for the heading of a section without one */
    private SectionBuilder builder(Section section, String key) {
        return builder(section, section.show().word(), labels.text(key));
    }

    private static SectionBuilder builder(Section section, String id, String title) {
        return new SectionBuilder(section.show(), "wm-" + id, section.heading().orElse(title));
    }

    /** What readers may tell the publisher about. */
    private List<Noun> wanted() {
        return entries.kinds().byPosition().stream()
                .filter(kind -> kind.presentation().add().isPresent()
                        || kind.presentation().ask().isPresent())
                .map(Kind::noun)
                .toList();
    }

    /** A section with most parts empty. */
    private static final class SectionBuilder {
        private final Show show;
        private final String id;
        private final String title;
        private Optional<String> about = Optional.empty();
        private List<CountLink> counts = List.of();
        private List<PageLink> links = List.of();
        private List<CardGroup> groups = List.of();
        private List<Card> cards = List.of();
        private List<Tally> tallies = List.of();
        private Optional<ChoiceMap> map = Optional.empty();
        private Optional<Pages.ChoiceTable> table = Optional.empty();
        private Optional<Html> text = Optional.empty();
        private Optional<PageLink> all = Optional.empty();

        SectionBuilder(Show show, String id, String title) {
            this.show = show;
            this.id = id;
            this.title = title;
        }

        SectionBuilder about(Optional<String> sentence) {
            about = sentence;
            return this;
        }

        SectionBuilder counts(List<CountLink> numbers) {
            counts = numbers;
            return this;
        }

        SectionBuilder links(List<PageLink> shown) {
            links = shown;
            return this;
        }

        SectionBuilder groups(List<CardGroup> shown) {
            groups = shown;
            return this;
        }

        SectionBuilder cards(List<Card> shown) {
            cards = shown;
            return this;
        }

        SectionBuilder tallies(List<Tally> shown) {
            tallies = shown;
            return this;
        }

        SectionBuilder map(Optional<ChoiceMap> shown) {
            map = shown;
            return this;
        }

        SectionBuilder table(Pages.ChoiceTable shown) {
            table = Optional.of(shown);
            return this;
        }

        SectionBuilder text(Html shown) {
            text = Optional.of(shown);
            return this;
        }

        SectionBuilder all(Optional<PageLink> link) {
            all = link;
            return this;
        }

        boolean hasLinks() {
            return !tallies.isEmpty();
        }

        /** @param ids those already used on the page; the section's is added, with a number if it is taken */
        HomeSection build(Set<String> ids) {
            String free = id;
            for (int i = 2; !ids.add(free); i++) {
                free = id + "-" + i;
            }
            return new HomeSection(
                    show.word(), free, title, about, counts, links, groups, cards, tallies, map, table, text, all);
        }
    }
}

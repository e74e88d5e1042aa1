package org.waymark.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.plan.Cards.Tallies;
import org.waymark.plan.Cards.Tally;
import org.waymark.plan.Pages.ChoicePage.ChoiceSection;
import org.waymark.plan.Pages.ChoiceTable;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Noun;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;

/** The pages of vocabularies whose choices have pages, and of these choices. */
final class ChoicePages {
    private static final String MORE_SPECIFIC = "More specific";

    private final PublishedEntries entries;
    private final PageParts parts;

    ChoicePages(PageParts parts) {
        this.parts = parts;
        entries = parts.entries();
    }

    List<Supplier<Page>> pages() {
        var pages = new ArrayList<Supplier<Page>>();
        for (Vocabulary vocabulary : entries.vocabulariesWithPages()) {
            List<FieldPath> uses = entries.choices(vocabulary).toList();
            pages.add(() -> all(vocabulary, uses));
            Map<Option, List<PageLink>> more = more(vocabulary);
            vocabulary
                    .options()
                    .forEach(option ->
                            pages.add(() -> one(vocabulary, option, more.getOrDefault(option, List.of()), uses)));
        }
        return pages;
    }

    private Page all(Vocabulary vocabulary, List<FieldPath> uses) {
        return new Pages.ChoicesPage(
                PageParts.head(
                        new SitePath(vocabulary.address()),
                        vocabulary.title(),
                        vocabulary.about().orElse("All " + noun(vocabulary).many() + " in the directory."),
                        PageParts.listLink(vocabulary),
                        PageParts.HOME),
                map(vocabulary, Optional.empty()),
                table(
                        vocabulary,
                        uses,
                        "What the directory has from each " + noun(vocabulary).one()),
                parts.matrices(vocabulary));
    }

    /** The map of a vocabulary with the number of the entries that are counted in it. */
    Optional<ChoiceMap> map(Vocabulary vocabulary, Optional<Option> current) {
        return entries.choices(vocabulary)
                .findFirst()
                .flatMap(counted -> ChoiceMap.of(entries, vocabulary, counted, current));
    }

    /** How many entries of each kind there are of each choice. */
    ChoiceTable table(Vocabulary vocabulary, String caption) {
        return table(vocabulary, entries.choices(vocabulary).toList(), caption);
    }

    private ChoiceTable table(Vocabulary vocabulary, List<FieldPath> uses, String caption) {
        Map<FieldPath, Integer> most =
                uses.stream().collect(Collectors.toMap(path -> path, path -> most(vocabulary, path)));
        return new ChoiceTable(
                caption,
                NumberText.capitalised(noun(vocabulary).one()),
                uses.stream().map(path -> path.from().title()).toList(),
                vocabulary.options().stream()
                        .map(option -> new ChoiceTable.Row(
                                link(vocabulary, option),
                                option.above().size(),
                                uses.stream()
                                        .map(path -> tally(vocabulary, option, path, most.getOrDefault(path, 0)))
                                        .toList()))
                        .toList());
    }

    private int most(Vocabulary vocabulary, FieldPath path) {
        return vocabulary.options().stream()
                .mapToInt(option -> with(option, path).size())
                .max()
                .orElse(0);
    }

    private Tally tally(Vocabulary vocabulary, Option option, FieldPath path, int most) {
        return PageParts.tally(link(vocabulary, option), with(option, path).size(), path.from(), most);
    }

    private List<Entry> with(Option option, FieldPath path) {
        return entries.leadingTo(new PathValue.OfChoice(option), path);
    }

    /** The choices that directly belong to each. */
    private static Map<Option, List<PageLink>> more(Vocabulary vocabulary) {
        var more = new HashMap<Option, List<PageLink>>();
        for (Option option : vocabulary.options()) {
            option.parent()
                    .ifPresent(parent -> more.computeIfAbsent(parent, each -> new ArrayList<>())
                            .add(link(vocabulary, option)));
        }
        return more;
    }

    private Page one(Vocabulary vocabulary, Option option, List<PageLink> more, List<FieldPath> uses) {
        PageLink list = PageParts.listLink(vocabulary);
        return new Pages.ChoicePage(
                PageParts.head(
                        Routes.ofChoice(vocabulary, option),
                        option.label(),
                        vocabulary
                                .aboutEach()
                                .map(about -> about.replace("{label}", option.label()))
                                .orElseGet(() -> counts(option, uses)),
                        list,
                        trail(vocabulary, option, list)),
                NumberText.capitalised(noun(vocabulary).one()),
                MORE_SPECIFIC,
                more,
                "All " + noun(vocabulary).many(),
                PageLink.to("Compare the " + noun(vocabulary).many(), new SitePath(vocabulary.address())),
                map(vocabulary, Optional.of(option)),
                uses.stream().map(path -> section(vocabulary, option, path)).toList());
    }

    /** What there is of a choice: {@code Vegan: 3 recipes, 1 shop.} */
    private String counts(Option option, List<FieldPath> uses) {
        return option.label()
                + uses.stream()
                        .map(path -> NumberText.count(
                                with(option, path).size(), path.from().noun()))
                        .collect(Collectors.joining(", ", uses.isEmpty() ? "" : ": ", "."));
    }

    /** The breadcrumbs: the list, and the choices to which this one belongs. */
    private static PageLink[] trail(Vocabulary vocabulary, Option option, PageLink list) {
        return Stream.concat(
                        Stream.of(PageParts.HOME, list), option.above().stream().map(wider -> link(vocabulary, wider)))
                .toArray(PageLink[]::new);
    }

    private static PageLink link(Vocabulary vocabulary, Option option) {
        return PageLink.to(option.label(), Routes.ofChoice(vocabulary, option));
    }

    private ChoiceSection section(Vocabulary vocabulary, Option option, FieldPath path) {
        List<Entry> all = with(option, path);
        Kind kind = path.from();
        Optional<Listing.Facet> facet = PageParts.facet(path);
        List<Entry> shown =
                facet.isPresent() ? all.stream().limit(PageParts.SHOWN).toList() : all;
        return new ChoiceSection(
                "wm-" + kind.plural(),
                kind.title(),
                NumberText.count(all.size(), kind.noun()),
                "There is no " + kind.noun().one() + " from this "
                        + noun(vocabulary).one() + " yet.",
                parts.cardsWithout(shown, path),
                facet.flatMap(found -> PageParts.all(
                        all.size(),
                        kind,
                        option.phrase().map(phrase -> " " + phrase).orElse(": " + option.label()),
                        found,
                        option.id().value())),
                all.isEmpty() ? List.of() : tallies(kind, path, all));
    }

    private List<Tallies> tallies(Kind kind, FieldPath path, List<Entry> all) {
        return kind.listing().matrix().stream()
                .map(matrix -> parts.path(kind, matrix.rows()))
                .filter(rows -> !rows.equals(path))
                .map(rows -> new Tallies(
                        NumberText.capitalised(parts.nounOf(rows, true)) + " with "
                                + kind.noun().many() + " here",
                        parts.tallies(all, rows)))
                .toList();
    }

    private static Noun noun(Vocabulary vocabulary) {
        return vocabulary.noun().orElseThrow();
    }
}

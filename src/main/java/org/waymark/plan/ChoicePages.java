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
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;
import org.waymark.schema.Noun;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;

/** The pages of vocabularies whose choices have pages, and of these choices. */
final class ChoicePages {
    private final PublishedEntries entries;
    private final PageParts parts;
    private final Labels labels;

    ChoicePages(PageParts parts) {
        this.parts = parts;
        entries = parts.entries();
        labels = parts.labels();
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
                        vocabulary.about().orElseGet(() -> text("choices-about", vocabulary)),
                        PageParts.listLink(vocabulary),
                        parts.home()),
                map(vocabulary, Optional.empty()),
                table(vocabulary, uses, text("choices-caption", vocabulary)),
                parts.matrices(vocabulary));
    }

    /** The map of a vocabulary with the number of the entries that are counted in it. */
    Optional<ChoiceMap> map(Vocabulary vocabulary, Optional<Option> current) {
        return entries.choices(vocabulary)
                .findFirst()
                .flatMap(counted -> ChoiceMap.of(parts, vocabulary, counted, current));
    }

    /** How many entries of each kind have each choice. */
    ChoiceTable table(Vocabulary vocabulary, String caption) {
        return table(vocabulary, entries.choices(vocabulary).toList(), caption);
    }

    private ChoiceTable table(Vocabulary vocabulary, List<FieldPath> uses, String caption) {
        Map<FieldPath, Integer> most =
                uses.stream().collect(Collectors.toMap(path -> path, path -> most(vocabulary, path)));
        return new ChoiceTable(
                caption,
                labels.capitalised(noun(vocabulary).one()),
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

    /** The choices that entries have, with their number of the entries that are counted first. */
    List<Tally> tallies(Vocabulary vocabulary) {
        return entries.choices(vocabulary)
                .filter(path -> !entries.byValue(path).isEmpty())
                .findFirst()
                .map(path -> vocabulary.options().stream()
                        .filter(option -> !with(option, path).isEmpty())
                        .map(option -> tally(vocabulary, option, path, most(vocabulary, path)))
                        .toList())
                .orElse(List.of());
    }

    private int most(Vocabulary vocabulary, FieldPath path) {
        return vocabulary.options().stream()
                .mapToInt(option -> with(option, path).size())
                .max()
                .orElse(0);
    }

    private Tally tally(Vocabulary vocabulary, Option option, FieldPath path, int most) {
        return parts.tally(link(vocabulary, option), with(option, path).size(), path.from(), most);
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
                labels.capitalised(noun(vocabulary).one()),
                labels.text("more-specific"),
                more,
                text("all-choices", vocabulary),
                PageLink.to(text("compare-choices", vocabulary), new SitePath(vocabulary.address())),
                map(vocabulary, Optional.of(option)),
                uses.stream().map(path -> section(vocabulary, option, path)).toList());
    }

    /** The entries of a choice in numbers: {@code Vegan: 3 recipes, 1 shop.} */
    private String counts(Option option, List<FieldPath> uses) {
        List<String> counts = uses.stream()
                .map(path -> parts.count(with(option, path).size(), path.from()))
                .toList();
        return counts.isEmpty()
                ? labels.text("description", Map.of("facts", option.label()))
                : labels.text("counts-of-choice", Map.of("choice", option.label(), "counts", labels.list(counts)));
    }

    /** The breadcrumbs: the list, and the choices above this one. */
    private PageLink[] trail(Vocabulary vocabulary, Option option, PageLink list) {
        return Stream.concat(
                        Stream.of(parts.home(), list), option.above().stream().map(wider -> link(vocabulary, wider)))
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
                parts.count(all.size(), kind),
                labels.text("none-of-choice", Map.of("kind", kind.noun(), "of", noun(vocabulary))),
                parts.cardsWithout(shown, path),
                facet.flatMap(found -> parts.all(
                        all.size(),
                        kind,
                        found,
                        option.id().value(),
                        option.phrase().isPresent() ? "all-where" : "all-named",
                        Map.of("phrase", option.phrase().orElse(""), "name", option.label()))),
                all.isEmpty() ? List.of() : tallies(kind, path, all));
    }

    private List<Tallies> tallies(Kind kind, FieldPath path, List<Entry> all) {
        return kind.listing().matrix().stream()
                .map(matrix -> parts.path(kind, matrix.rows()))
                .filter(rows -> !rows.equals(path))
                .map(rows -> new Tallies(
                        labels.text("counted-by-here", Map.of("by", parts.nounOf(rows), "kind", kind.noun())),
                        parts.tallies(all, rows)))
                .toList();
    }

    private String text(String key, Vocabulary vocabulary) {
        return labels.text(key, Map.of("choice", noun(vocabulary)));
    }

    private static Noun noun(Vocabulary vocabulary) {
        return vocabulary.noun().orElseThrow();
    }
}

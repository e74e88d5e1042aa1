package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Synonym;
import org.waymark.schema.Figure;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Noun;
import org.waymark.schema.Presentation;
import org.waymark.schema.Role;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;

/** Collects what readers can search. */
final class SearchContentMaker {
    /** Browsers load all synonyms before the first result, so their number is limited. */
    private static final int MOST_SYNONYMS = 500;

    /** The weight of the site's own pages: readers mostly look for entries. */
    private static final int OWN_PAGES = 70;

    private final PublishedEntries entries;
    private final PageParts parts;
    private final Map<String, String> badges;
    private final Map<Kind, List<FieldPath>> words = new LinkedHashMap<>();
    private final Map<Kind, List<FieldPath>> names = new LinkedHashMap<>();

    SearchContentMaker(PageParts parts) {
        this.parts = parts;
        entries = parts.entries();
        badges = Badges.of(entries.directory(), parts.labels());
        for (Kind kind : entries.kinds().forReaders()) {
            words.put(kind, paths(kind, kind.presentation().search().words()));
            names.put(kind, paths(kind, kind.presentation().search().names()));
        }
    }

    private List<FieldPath> paths(Kind kind, List<String> written) {
        return written.stream().map(path -> entries.path(kind, path)).toList();
    }

    /** @param own the pages of the site that show no single entry, such as a table of all */
    SearchContent content(List<Head> own) {
        Stream<SearchContent.SearchGroup> kinds = entries.kinds().forReaders().stream()
                .map(kind -> group(
                        kind.noun(),
                        kind.presentation().search(),
                        kind.isGlossary(),
                        near(kind).stream().map(this::document).toList()));
        Stream<SearchContent.SearchGroup> vocabularies = entries.vocabulariesWithPages().stream()
                .map(vocabulary -> group(
                        vocabulary.noun().orElseThrow(),
                        vocabulary.search(),
                        false,
                        vocabulary.options().stream()
                                .map(option -> document(vocabulary, option))
                                .toList()));
        return new SearchContent(
                Stream.of(kinds, vocabularies, Stream.of(ownPages(own)))
                        .flatMap(groups -> groups)
                        .filter(group -> !group.documents().isEmpty())
                        .sorted(Comparator.comparingInt((SearchContent.SearchGroup group) -> -group.weight())
                                .thenComparing(SearchContent.SearchGroup::label))
                        .toList(),
                synonyms());
    }

    private SearchContent.SearchGroup ownPages(List<Head> own) {
        List<SearchDocument> documents = own.stream()
                .map(head -> new SearchDocument(
                        head.path().value(),
                        head.title(),
                        List.of(),
                        head.description(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        List.of()))
                .toList();
        return new SearchContent.SearchGroup(parts.labels().text("own-page"), OWN_PAGES, false, documents);
    }

    private SearchContent.SearchGroup group(
            Noun noun, Presentation.Search search, boolean explains, List<SearchDocument> documents) {
        return new SearchContent.SearchGroup(
                parts.labels().capitalised(noun.one()),
                search.weight(),
                explains,
                documents.stream().map(this::withBadge).toList());
    }

    private SearchDocument withBadge(SearchDocument document) {
        String badge = badges.get(document.path());
        return badge == null ? document : document.withDetail(badge);
    }

    /**
     * Entries of a filtered list by the first entry that they refer to, so related ones are in the same part of
     * the index.
     */
    private List<Entry> near(Kind kind) {
        List<Entry> byId = List.copyOf(entries.directory().shown(kind));
        Optional<FieldPath> first = kind.listing().facets().stream()
                .map(facet -> entries.path(kind, facet.path()))
                .filter(path -> path.fields().size() == 1
                        && !path.targets(entries.kinds()).isEmpty())
                .findFirst();
        if (kind.listing().style() != Listing.Style.FINDER || first.isEmpty()) {
            return byId;
        }
        record Keyed(String key, Entry entry) {}
        return byId.stream()
                .map(entry -> new Keyed(
                        entries.values(entry, first.get()).stream()
                                .findFirst()
                                .flatMap(PathValue::id)
                                .map(Object::toString)
                                .orElse(""),
                        entry))
                .sorted(Comparator.comparing(Keyed::key))
                .map(Keyed::entry)
                .toList();
    }

    private SearchDocument document(Entry entry) {
        Kind kind = entry.kind();
        var otherNames = new ArrayList<String>();
        entry.text(Role.EXPANSION).ifPresent(otherNames::add);
        otherNames.addAll(entry.alternativeNames());
        names(kind).forEach(path -> otherNames.addAll(parts.fields().words(entry, path)));
        var more = new ArrayList<String>();
        entry.text(Role.DEFINITION).ifPresent(more::add);
        entry.text(Role.CHANGED).ifPresent(more::add);
        words.getOrDefault(kind, List.of()).forEach(path -> addWords(entry, path, more));
        String about = entry.summary().or(() -> entry.text(Role.DEFINITION)).orElse("");
        return new SearchDocument(
                Routes.of(entry).value(),
                entry.label(),
                otherNames,
                kind.presentation()
                        .search()
                        .summaryLength()
                        .map(length -> beginning(about, length))
                        .orElse(about),
                first(entry),
                facts(entry, path -> !isWord(kind, path)).orElse(""),
                entry.body(),
                more);
    }

    /** What its kind shows first, and the facts that are among the words: these count there, and so not again as facts. */
    private Optional<String> first(Entry entry) {
        return joined(Stream.of(
                        entries.past(entry),
                        parts.card(entry).first(),
                        facts(entry, path -> isWord(entry.kind(), path)))
                .flatMap(Optional::stream));
    }

    private boolean isWord(Kind kind, FieldPath path) {
        return words.getOrDefault(kind, List.of()).contains(path);
    }

    private Optional<String> facts(Entry entry, Predicate<FieldPath> which) {
        return joined(parts.cardFacts(entry, which).stream());
    }

    private Optional<String> joined(Stream<String> facts) {
        return facts.reduce((one, next) -> one + parts.labels().text("facts-separator") + next);
    }

    private List<FieldPath> names(Kind kind) {
        return names.getOrDefault(kind, List.of());
    }

    private void addWords(Entry entry, FieldPath path, List<String> more) {
        for (Object value : entries.raw(entry, path)) {
            if (value instanceof Figure figure) {
                more.add(figure.value());
                more.add(figure.label());
            }
        }
        if (path.last().itemType() != Figure.TYPE) {
            more.addAll(parts.fields().words(entry, path));
        }
    }

    private SearchDocument document(Vocabulary vocabulary, Option option) {
        List<String> counts = entries.choices(vocabulary)
                .map(path -> parts.count(
                        entries.leadingTo(new PathValue.OfChoice(option), path).size(), path.from()))
                .toList();
        return new SearchDocument(
                Routes.ofChoice(vocabulary, option).value(),
                option.label(),
                option.otherNames(),
                "",
                Optional.empty(),
                String.join(parts.labels().text("facts-separator"), counts),
                Optional.empty(),
                vocabulary.search().words(),
                option.postcodes());
    }

    /** The first words of a text, as many as the results show. */
    private static String beginning(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = text.lastIndexOf(' ', length);
        return text.substring(0, end < 0 ? length : end) + "…";
    }

    /**
     * The directory's own synonyms, the expansions and other words of terms, the other names of entries, then the synonyms of
     * the shape.
     */
    private List<List<String>> synonyms() {
        return Stream.of(
                        entries.directory()
                                .entries(Synonym.KIND)
                                .filter(Entry::isComplete)
                                .map(Synonym::phrases),
                        names(),
                        entries.kinds().shape().synonyms().stream())
                .flatMap(phrases -> phrases)
                .limit(MOST_SYNONYMS)
                .toList();
    }

    private Stream<List<String>> names() {
        return entries.kinds().byWeight().stream()
                .sorted(Comparator.comparing((Kind kind) -> !kind.isGlossary()))
                .filter(kind -> kind.field(Role.ALTERNATIVE_NAMES).isPresent()
                        || kind.field(Role.EXPANSION).isPresent())
                .flatMap(kind -> entries.of(kind).stream())
                .map(SearchContentMaker::phrases)
                .filter(phrases -> phrases.size() > 1);
    }

    private static List<String> phrases(Entry entry) {
        return Stream.of(
                        Stream.of(entry.label()),
                        entry.text(Role.EXPANSION).stream(),
                        entry.alternativeNames().stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}

package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Category;
import org.waymark.directory.Directory;
import org.waymark.directory.GlossaryTerm;
import org.waymark.directory.Organisation;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.directory.TextPage;
import org.waymark.schema.Figure;
import org.waymark.schema.Vocabulary.Option;

/** Collects what readers can search. */
final class SearchContentMaker {
    /** The length to which the results cut a long summary, in characters. */
    private static final int SUMMARY_LENGTH = 105;

    /** Browsers load all synonyms before the first result, so their number is limited. */
    private static final int MOST_SYNONYMS = 500;

    private final Directory directory;
    private final PageParts parts;
    private final Map<String, String> badges;

    SearchContentMaker(Directory directory, PageParts parts) {
        this.directory = directory;
        this.parts = parts;
        badges = Badges.of(directory);
    }

    SearchContent content() {
        List<SearchContent.SearchGroup> groups = Stream.of(
                        group("Services", 120, directory.all(Service.class), this::document),
                        group("Categories", 115, directory.all(Category.class), this::document),
                        group("Pages", 115, directory.all(TextPage.class), this::document),
                        group("Regions", 105, directory.regions(), this::document),
                        group("Case studies", 100, studiesByService(), this::document),
                        group("Organisations", 100, directory.all(Organisation.class), this::document),
                        group("Glossary", 90, directory.all(GlossaryTerm.class), this::document))
                .filter(group -> !group.documents().isEmpty())
                .toList();
        return new SearchContent(groups, synonyms());
    }

    private <T> SearchContent.SearchGroup group(
            String label, int weight, List<T> entries, Function<T, SearchDocument> document) {
        return new SearchContent.SearchGroup(
                label,
                weight,
                entries.stream().map(document).map(this::withBadge).toList());
    }

    private SearchDocument withBadge(SearchDocument document) {
        String badge = badges.get(document.path());
        return badge == null ? document : document.withDetail(badge);
    }

    /** Groups case studies by service, so that related ones are in the same part of the index. */
    private List<CaseStudy> studiesByService() {
        return directory.all(CaseStudy.class).stream()
                .sorted(Comparator.comparing(
                                (CaseStudy study) -> study.services().get(0).id())
                        .thenComparing(CaseStudy::id))
                .toList();
    }

    private SearchDocument document(Service service) {
        return new SearchDocument(
                Routes.of(service).value(),
                service.name(),
                service.alsoKnownAs(),
                service.summary(),
                directory.resolve(Category.class, service.category()).name(),
                Optional.of(service.body()),
                List.of());
    }

    private SearchDocument document(Category category) {
        return new SearchDocument(
                Routes.of(category).value(),
                category.name(),
                List.of(),
                category.summary(),
                "",
                Optional.of(category.body()),
                List.of());
    }

    private SearchDocument document(TextPage page) {
        return new SearchDocument(
                Routes.of(page).value(),
                page.title(),
                List.of(),
                page.summary(),
                "",
                Optional.of(page.body()),
                List.of());
    }

    private SearchDocument document(Option region) {
        return new SearchDocument(
                Routes.ofRegion(region).value(),
                region.label(),
                List.of(),
                "",
                NumberText.caseStudies(directory.caseStudiesOf(region).size()) + " · "
                        + NumberText.count(directory.organisationsOf(region).size(), "organisation", "organisations"),
                Optional.empty(),
                List.of("NHS England region"));
    }

    private SearchDocument document(CaseStudy study) {
        var more = new ArrayList<String>();
        more.add(study.region().label());
        for (Figure figure : study.figures()) {
            more.add(figure.value());
            more.add(figure.label());
        }
        // A search for a service also finds its case studies. Its other names are synonyms.
        for (Service service : parts.services(study)) {
            more.add(service.name());
        }
        Organisation organisation = directory.resolve(Organisation.class, study.organisation());
        return new SearchDocument(
                Routes.of(study).value(),
                study.title(),
                List.of(),
                beginning(study.summary()),
                organisation.name() + " · " + study.place(),
                Optional.of(study.body()),
                more);
    }

    private SearchDocument document(Organisation organisation) {
        return new SearchDocument(
                Routes.of(organisation).value(),
                organisation.name(),
                organisation.odsCode().stream().toList(),
                organisation.summary().orElse(""),
                organisation.kind() + " · " + organisation.place() + " · "
                        + organisation.region().label(),
                Optional.empty(),
                List.of());
    }

    private SearchDocument document(GlossaryTerm term) {
        var otherNames = new ArrayList<String>();
        term.expansion().ifPresent(otherNames::add);
        otherNames.addAll(term.also());
        return new SearchDocument(
                Routes.of(term).value(),
                term.term(),
                otherNames,
                beginning(term.definition()),
                "",
                Optional.empty(),
                Stream.concat(Stream.of(term.definition()), term.changed().stream())
                        .toList());
    }

    /** The first words of a text, as many as the results show. */
    private static String beginning(String text) {
        if (text.length() <= SUMMARY_LENGTH) {
            return text;
        }
        int end = text.lastIndexOf(' ', SUMMARY_LENGTH);
        return text.substring(0, end < 0 ? SUMMARY_LENGTH : end) + "…";
    }

    /** The glossary's expansions and other words, and the other names of services. */
    private List<List<String>> synonyms() {
        Stream<List<String>> terms =
                directory.glossary().stream().map(term -> phrases(term.term(), term.expansion(), term.also()));
        Stream<List<String>> services =
                directory.services().stream().map(s -> phrases(s.name(), Optional.empty(), s.alsoKnownAs()));
        return Stream.concat(terms, services)
                .filter(phrases -> phrases.size() > 1)
                .limit(MOST_SYNONYMS)
                .toList();
    }

    private static List<String> phrases(String name, Optional<String> expansion, List<String> others) {
        return Stream.concat(Stream.of(name), Stream.concat(expansion.stream(), others.stream()))
                .distinct()
                .toList();
    }
}

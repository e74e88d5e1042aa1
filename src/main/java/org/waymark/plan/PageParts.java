package org.waymark.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.DisplayOrder;
import org.waymark.directory.Facet;
import org.waymark.directory.Organisation;
import org.waymark.directory.Reviewed;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.directory.Site;
import org.waymark.directory.SitePath;
import org.waymark.markdown.Prose;
import org.waymark.plan.ListItems.CaseStudyItem;
import org.waymark.plan.ListItems.CategoryItem;
import org.waymark.plan.ListItems.OrganisationItem;
import org.waymark.plan.ListItems.RegionItem;
import org.waymark.plan.ListItems.Review;
import org.waymark.plan.ListItems.ServiceItem;
import org.waymark.plan.ListItems.Tally;
import org.waymark.schema.Entry;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Ref;
import org.waymark.schema.Vocabulary.Option;

/** Parts that several kinds of page share. Immutable once made; safe for use by several threads. */
final class PageParts {
    static final PageLink HOME = new PageLink("Home", "");

    /** How many case studies a page about something else shows. */
    static final int SHOWN = 12;

    private final Directory directory;
    private final List<CaseStudy> caseStudies;
    private final Map<String, CaseStudyItem> items = new HashMap<>();
    private final List<Service> servicesFromAToZ;
    private final Map<String, Integer> indexOfService = new HashMap<>();
    private final int mostExamples;
    private final BodyMaker bodies;
    private final TermIndex terms;
    private final ReaderLinks links;

    PageParts(Directory directory, Site site, BodyMaker bodies) {
        this.directory = directory;
        this.bodies = bodies;
        caseStudies = directory.caseStudies();
        servicesFromAToZ = DisplayOrder.fromAToZ(directory.all(Service.class));
        for (Service service : servicesFromAToZ) {
            indexOfService.put(service.id().value(), indexOfService.size());
        }
        // Each is shown on several pages.
        for (CaseStudy study : caseStudies) {
            items.put(study.id().value(), itemOf(study));
        }
        mostExamples = servicesFromAToZ.stream()
                .mapToInt(service -> directory.caseStudiesOf(service).size())
                .max()
                .orElse(0);
        this.terms = bodies.terms(directory);
        this.links = new ReaderLinks(site);
    }

    static Head head(SitePath path, String title, String description, PageLink section, PageLink... trail) {
        return new Head(path, title, description, List.of(trail), Optional.of(section.path()), Optional.empty(), true);
    }

    static Head modified(Head head, Optional<String> day) {
        return new Head(
                head.path(),
                head.title(),
                head.description(),
                head.trail(),
                head.section(),
                day,
                head.listed(),
                head.feed(),
                head.actions());
    }

    /** The head of an entry's own page, with what readers can do about it. */
    Head withActions(Head head, Entry entry) {
        return head.withActions(links.about(entry));
    }

    ReaderLinks links() {
        return links;
    }

    /** The rendered body of an entry, with the terms that it uses. */
    Body body(Entry entry, Prose prose, SitePath page) {
        return bodies.body(directory, terms, entry, prose, page);
    }

    Review review(Reviewed reviewed) {
        return new Review(
                reviewed.on().map(DateText::of), reviewed.by().map(DateText::of), reviewed.isOverdue(directory.asOf()));
    }

    List<CategoryItem> categoryItems() {
        return directory.categories().stream()
                .map(category -> new CategoryItem(
                        link(category),
                        category.summary(),
                        NumberText.services(directory.servicesOf(category).size()),
                        directory.servicesOf(category).stream().map(this::item).toList()))
                .toList();
    }

    List<CaseStudyItem> items(Stream<CaseStudy> studies) {
        return studies.map(this::item).toList();
    }

    CaseStudyItem item(CaseStudy study) {
        return Objects.requireNonNull(items.get(study.id().value()));
    }

    private CaseStudyItem itemOf(CaseStudy study) {
        return new CaseStudyItem(
                link(study),
                study.summary(),
                directory.resolve(Organisation.class, study.organisation()).name(),
                study.place(),
                study.region().label(),
                services(study).stream().map(Service::name).distinct().toList());
    }

    /** All case studies, newest first. */
    List<CaseStudy> caseStudies() {
        return caseStudies;
    }

    /** The services of a case study, each once. */
    Collection<Service> services(CaseStudy study) {
        var services = new LinkedHashMap<String, Service>();
        for (Ref service : study.services()) {
            services.putIfAbsent(service.id().value(), directory.resolve(Service.class, service));
        }
        return services.values();
    }

    /** The newest case studies of a longer list. */
    List<CaseStudyItem> newest(List<CaseStudy> studies) {
        return items(studies.stream().limit(SHOWN));
    }

    /**
     * The link to all case studies of a list, unless all are shown.
     *
     * @param whose such as "of this service"
     */
    static Optional<PageLink> all(List<CaseStudy> studies, String whose, Facet facet, Id id) {
        return studies.size() <= SHOWN
                ? Optional.empty()
                : Optional.of(PageLink.to(
                        "All " + NumberText.caseStudies(studies.size()) + " " + whose,
                        Routes.ofCaseStudiesBy(facet, id.value(), 1)));
    }

    ServiceItem item(Service service) {
        int examples = directory.caseStudiesOf(service).size();
        return new ServiceItem(
                link(service),
                service.summary(),
                NumberText.caseStudies(examples),
                NumberText.number(examples),
                Proportions.percent(examples, mostExamples));
    }

    List<RegionItem> regionItems() {
        int most = directory.regions().stream()
                .mapToInt(region -> directory.caseStudiesOf(region).size())
                .max()
                .orElse(0);
        return directory.regions().stream()
                .map(region -> {
                    int count = directory.caseStudiesOf(region).size();
                    return new RegionItem(
                            link(region),
                            NumberText.number(count),
                            Proportions.percent(count, most),
                            NumberText.number(directory.organisationsOf(region).size()));
                })
                .toList();
    }

    /** The number of these case studies by region, highest first. Regions without any are left out. */
    List<Tally> regionsOf(List<CaseStudy> studies) {
        return tallies(directory.countByRegion(studies), PageParts::link);
    }

    /** The number of these case studies by service, highest first. */
    List<Tally> servicesOf(List<CaseStudy> studies) {
        var counts = new TreeMap<Integer, Integer>();
        for (CaseStudy study : studies) {
            for (Service service : services(study)) {
                counts.merge(indexOfService.getOrDefault(service.id().value(), 0), 1, Integer::sum);
            }
        }
        return tallies(counts, index -> link(servicesFromAToZ.get(index)));
    }

    private static <T> List<Tally> tallies(Map<T, Integer> counts, Function<T, PageLink> link) {
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return counts.entrySet().stream()
                .sorted(Map.Entry.<T, Integer>comparingByValue().reversed())
                .map(entry -> new Tally(
                        link.apply(entry.getKey()),
                        NumberText.caseStudies(entry.getValue()),
                        NumberText.number(entry.getValue()),
                        Proportions.percent(entry.getValue(), most)))
                .toList();
    }

    OrganisationItem item(Organisation organisation) {
        return new OrganisationItem(
                link(organisation),
                organisation.kind(),
                organisation.place(),
                organisation.region().label(),
                NumberText.caseStudies(directory.caseStudiesOf(organisation).size()));
    }

    /** The link to the list of the entries of a kind. */
    static PageLink listLink(Kind kind) {
        return PageLink.to(NumberText.capitalised(kind.noun().many()), new SitePath(kind.address()));
    }

    static PageLink link(Entry entry) {
        return PageLink.to(entry.label(), Routes.of(entry));
    }

    static PageLink link(Option region) {
        return PageLink.to(region.label(), Routes.ofRegion(region));
    }
}

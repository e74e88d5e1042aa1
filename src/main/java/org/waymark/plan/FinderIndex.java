package org.waymark.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Category;
import org.waymark.directory.Directory;
import org.waymark.directory.Facet;
import org.waymark.directory.Organisation;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.plan.ListItems.CaseStudyItem;
import org.waymark.schema.Vocabulary.Option;

/** All case studies by facet value, gathered in one pass. Values without case studies are left out. */
final class FinderIndex {
    /** A category with those of its services that have case studies. */
    record CategorySelection(Selection whole, List<Selection> services) {}

    private final Directory directory;
    private final List<CategorySelection> categories = new ArrayList<>();
    private final List<Selection> services = new ArrayList<>();
    private final List<Integer> categoryOfService = new ArrayList<>();
    private final Map<String, Integer> serviceAt = new HashMap<>();
    private final List<Option> regionValues;
    private final List<Selection> regions;
    private final Map<Option, Integer> regionAt = new HashMap<>();
    private final OrganisationKinds kindValues;
    private final List<Selection> kinds;
    private final List<Finder.FinderStudy> entries = new ArrayList<>();

    FinderIndex(Directory directory, PageParts parts) {
        this.directory = directory;
        List<CaseStudy> studies = parts.caseStudies();
        directory.categories().forEach(this::addCategory);
        regionValues = directory.regions().stream()
                .filter(region -> !directory.caseStudiesOf(region).isEmpty())
                .toList();
        regionValues.forEach(region -> regionAt.put(region, regionAt.size()));
        regions = regionValues.stream().map(Selection::of).toList();
        kindValues = new OrganisationKinds(studies.stream().map(this::kind).toList());
        kinds = kindValues.all().stream().map(Selection::of).toList();
        studies.forEach(study -> addStudy(study, parts));
    }

    private void addCategory(Category category) {
        List<Service> used = directory.servicesOf(category).stream()
                .filter(service -> !directory.caseStudiesOf(service).isEmpty())
                .toList();
        if (used.isEmpty()) {
            return;
        }
        List<Selection> selections = used.stream()
                .map(service -> Selection.of(Facet.SERVICE, service))
                .toList();
        for (Service service : used) {
            serviceAt.put(service.id().value(), serviceAt.size());
            categoryOfService.add(categories.size());
        }
        services.addAll(selections);
        categories.add(new CategorySelection(Selection.of(Facet.CATEGORY, category), selections));
    }

    private void addStudy(CaseStudy study, PageParts parts) {
        CaseStudyItem item = parts.item(study);
        List<Integer> itsServices = parts.services(study).stream()
                .map(service -> serviceAt.get(service.id().value()))
                .toList();
        Set<Integer> itsCategories = new LinkedHashSet<>();
        for (int service : itsServices) {
            services.get(service).items().add(item);
            itsCategories.add(categoryOfService.get(service));
        }
        itsCategories.forEach(
                category -> categories.get(category).whole().items().add(item));
        int region = regionAt.getOrDefault(study.region(), 0);
        regions.get(region).items().add(item);
        int kind = kindValues.index(kind(study));
        kinds.get(kind).items().add(item);
        entries.add(new Finder.FinderStudy(itsServices, region, kind, item));
    }

    private String kind(CaseStudy study) {
        return directory.resolve(Organisation.class, study.organisation()).kind();
    }

    /** All case studies, newest first. */
    List<CaseStudyItem> items() {
        return entries.stream().map(Finder.FinderStudy::item).toList();
    }

    /** In directory order, as are the services of each. */
    List<CategorySelection> categories() {
        return categories;
    }

    List<Selection> regions() {
        return regions;
    }

    /** Kinds of organisation, from A to Z. */
    List<Selection> kinds() {
        return kinds;
    }

    /** Every filter that matches case studies. */
    Stream<Selection> all() {
        return Stream.of(
                        categories.stream().map(CategorySelection::whole),
                        services.stream(),
                        regions.stream(),
                        kinds.stream())
                .flatMap(stream -> stream);
    }

    /**
     * The data of the script.
     *
     * @param script its published path, so that a new script gets a new folder
     */
    Finder finder(int pageSize, String script) {
        List<Finder.FinderValue> categoryValues = categories.stream()
                .map(category -> new Finder.FinderValue(
                        category.whole().id(), category.whole().label()))
                .toList();
        var serviceValues = new ArrayList<Finder.ServiceValue>(services.size());
        for (int i = 0; i < services.size(); i++) {
            Selection service = services.get(i);
            serviceValues.add(new Finder.ServiceValue(service.id(), service.label(), categoryOfService.get(i)));
        }
        List<Finder.RegionValue> regionPhrases = regionValues.stream()
                .map(region -> new Finder.RegionValue(region.id().value(), region.label(), Selection.phrase(region)))
                .toList();
        return new Finder(
                Routes.FINDER + stamp(pageSize, script) + "/",
                pageSize,
                categoryValues,
                serviceValues,
                regionPhrases,
                kindValues.all(),
                entries);
    }

    /** Changes whenever the data change. */
    private String stamp(int pageSize, String script) {
        Stream<String> filters = all().map(
                        filter -> filter.facet().word() + "\n" + filter.id() + "\n" + filter.label() + filter.phrase());
        Stream<String> places = Stream.of(categoryOfService.toString());
        Stream<String> cards = entries.stream().map(FinderIndex::text);
        return ContentHash.ofAll(Stream.of(Stream.of(script, Integer.toString(pageSize)), filters, places, cards)
                .flatMap(texts -> texts));
    }

    private static String text(Finder.FinderStudy entry) {
        CaseStudyItem item = entry.item();
        return entry.services().toString() + entry.region() + "," + entry.kind() + "\n"
                + item.link().path() + "\n"
                + item.link().text() + "\n"
                + item.summary() + "\n"
                + item.organisation() + "\n"
                + item.place() + "\n";
    }
}

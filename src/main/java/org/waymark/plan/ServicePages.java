package org.waymark.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Category;
import org.waymark.directory.Directory;
import org.waymark.directory.Facet;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.directory.SitePath;
import org.waymark.plan.ListItems.ServiceItem;
import org.waymark.schema.Id;
import org.waymark.schema.Ref;

/** The pages of categories and services. */
final class ServicePages {
    private static final PageLink SERVICES = PageLink.to("Services", Routes.SERVICES);

    private final Directory directory;
    private final PageParts parts;

    ServicePages(Directory directory, PageParts parts) {
        this.directory = directory;
        this.parts = parts;
    }

    Page services() {
        return new Pages.Services(
                PageParts.head(
                                Routes.SERVICES,
                                "Services",
                                "All services in the directory, by category.",
                                SERVICES,
                                PageParts.HOME)
                        .withActions(parts.links().addService().stream().toList()),
                parts.categoryItems());
    }

    Page category(Category category) {
        SitePath path = Routes.of(category);
        List<ServiceItem> services =
                directory.servicesOf(category).stream().map(parts::item).toList();
        return new Pages.CategoryPage(
                PageParts.head(path, category.name(), category.summary(), SERVICES, PageParts.HOME, SERVICES)
                        .withFeed(PageLink.to("News feed of this category", Routes.feedOf(category)))
                        .withActions(Stream.concat(
                                        parts.links().about(category).stream(), parts.links().addService().stream())
                                .toList()),
                parts.body(category, category.body(), path),
                NumberText.services(services.size()),
                services,
                directory.categories().stream()
                        .filter(other -> !other.id().equals(category.id()))
                        .map(PageParts::link)
                        .toList());
    }

    private List<ServiceItem> related(Service service) {
        var items = new LinkedHashMap<Id, ServiceItem>();
        for (Ref other : service.related()) {
            if (!other.id().equals(service.id())) {
                items.computeIfAbsent(other.id(), id -> parts.item(directory.resolve(Service.class, other)));
            }
        }
        return List.copyOf(items.values());
    }

    Page service(Service service) {
        SitePath path = Routes.of(service);
        Category category = directory.resolve(Category.class, service.category());
        PageLink categoryLink = PageParts.link(category);
        List<CaseStudy> studies = directory.caseStudiesOf(service);
        List<Service> siblings = directory.servicesOf(category);
        int index = 0;
        while (!siblings.get(index).id().equals(service.id())) {
            index++;
        }
        return new Pages.ServicePage(
                parts.withActions(
                        PageParts.modified(
                                PageParts.head(
                                        path,
                                        service.name(),
                                        service.summary(),
                                        SERVICES,
                                        PageParts.HOME,
                                        SERVICES,
                                        categoryLink),
                                service.reviewed().on().map(Object::toString)),
                        service),
                categoryLink,
                service.alsoKnownAs(),
                parts.body(service, service.body(), path),
                NumberText.caseStudies(studies.size()),
                parts.newest(studies),
                PageParts.all(studies, "of this service", Facet.SERVICE, service.id()),
                parts.regionsOf(studies),
                related(service),
                parts.review(service.reviewed()),
                neighbour(siblings, index - 1),
                neighbour(siblings, index + 1));
    }

    private static Optional<PageLink> neighbour(List<Service> siblings, int index) {
        return index < 0 || index >= siblings.size()
                ? Optional.empty()
                : Optional.of(PageParts.link(siblings.get(index)));
    }
}

package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.markdown.Html;
import org.waymark.markdown.Prose;
import org.waymark.model.CaseStudy;
import org.waymark.model.Directory;
import org.waymark.model.LinkPath;
import org.waymark.model.Organisation;
import org.waymark.model.Region;
import org.waymark.model.Reviewed;
import org.waymark.model.Service;
import org.waymark.plan.Items.CaseStudyItem;
import org.waymark.plan.Items.CategoryItem;
import org.waymark.plan.Items.OrganisationItem;
import org.waymark.plan.Items.Review;
import org.waymark.plan.Items.ServiceItem;
import org.waymark.schema.Entry;
import org.waymark.schema.Id;

/** What several kinds of page are made of. Stateless beyond the directory; safe for use by several threads. */
final class PageParts {
    static final Link HOME = new Link("Home", "");

    /** How many case studies a page of something else shows. */
    static final int SHOWN = 12;

    private final Directory directory;

    PageParts(Directory directory) {
        this.directory = directory;
    }

    static Head head(SitePath path, String title, String description, Link section, Link... trail) {
        return new Head(path, title, description, List.of(trail), Optional.of(section.path()), Optional.empty(), true);
    }

    static Head modified(Head head, Optional<String> day) {
        return new Head(
                head.path(), head.title(), head.description(), head.trail(), head.section(), day, head.listed());
    }

    /** The text of an entry as it stands on its page. */
    Html html(Entry entry, Prose body, SitePath page) {
        return body.toHtml(destination -> LinkPath.resolve(entry.origin().path(), destination)
                .map(link -> page.root() + Routes.of(directory, link))
                .orElse(""));
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
                        directory.servicesOf(category).stream().map(this::item).toList()))
                .toList();
    }

    List<CaseStudyItem> items(Stream<CaseStudy> studies) {
        return studies.map(this::item).toList();
    }

    CaseStudyItem item(CaseStudy study) {
        return new CaseStudyItem(
                link(study),
                study.summary(),
                directory.resolve(study.organisation()).name(),
                study.place(),
                study.region().label(),
                study.services().stream()
                        .map(ref -> directory.resolve(ref).name())
                        .distinct()
                        .toList());
    }

    /** The newest case studies of a longer list. */
    List<CaseStudyItem> newest(List<CaseStudy> studies) {
        return items(studies.stream().limit(SHOWN));
    }

    /**
     * Where all case studies of a list are, if not all of them are shown.
     *
     * @param whose such as "of this service"
     */
    static Optional<Link> all(List<CaseStudy> studies, String whose, Facet facet, Id id) {
        return studies.size() <= SHOWN
                ? Optional.empty()
                : Optional.of(Link.to(
                        "All " + Words.caseStudies(studies.size()) + " " + whose,
                        Routes.ofCaseStudiesBy(facet, id.value(), 1)));
    }

    ServiceItem item(Service service) {
        int examples = directory.caseStudiesOf(service).size();
        return new ServiceItem(link(service), service.summary(), Words.caseStudies(examples));
    }

    OrganisationItem item(Organisation organisation) {
        return new OrganisationItem(
                link(organisation),
                organisation.kind(),
                organisation.place(),
                organisation.region().label(),
                Words.caseStudies(directory.caseStudiesOf(organisation).size()));
    }

    static Link link(Entry entry) {
        return Link.to(entry.label(), Routes.of(entry));
    }

    static Link link(Region region) {
        return Link.to(region.label(), Routes.of(region));
    }
}

package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.markdown.Html;
import org.waymark.markdown.Prose;
import org.waymark.model.CaseStudy;
import org.waymark.model.Directory;
import org.waymark.model.GlossaryTerm;
import org.waymark.model.LinkPath;
import org.waymark.model.Organisation;
import org.waymark.model.Region;
import org.waymark.model.Reviewed;
import org.waymark.model.Service;
import org.waymark.model.Site;
import org.waymark.plan.Items.CaseStudyItem;
import org.waymark.plan.Items.CategoryItem;
import org.waymark.plan.Items.OrganisationItem;
import org.waymark.plan.Items.Review;
import org.waymark.plan.Items.ServiceItem;
import org.waymark.schema.Entry;

/** What several kinds of page are made of. Stateless beyond the directory; safe for use by several threads. */
final class PageParts {
    static final Link HOME = new Link("Home", "");

    private final Directory directory;
    private final TermIndex terms;
    private final ReaderLinks links;

    PageParts(Directory directory, Site site) {
        this.directory = directory;
        this.terms = new TermIndex(
                directory.glossary(),
                directory.organisations().stream().map(Organisation::name).toList());
        this.links = new ReaderLinks(site);
    }

    static Head head(SitePath path, String title, String description, Link section, Link... trail) {
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

    /** The text of an entry as it stands on its page, with the terms that it uses. */
    Body body(Entry entry, Prose prose, SitePath page) {
        TermIndex.Reading reading = terms.reading();
        Html html = prose.toHtml(
                destination -> {
                    Optional<LinkPath> link = LinkPath.resolve(entry.origin().path(), destination);
                    link.filter(l -> l.path().equals(GlossaryTerm.KIND.place().path()))
                            .ifPresent(l -> reading.linked(l.fragment()));
                    return link.map(l -> page.root() + Routes.of(directory, l)).orElse("");
                },
                reading);
        return new Body(html, reading.marked(), reading.used());
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
        return studies.map(study -> new CaseStudyItem(
                        link(study),
                        study.summary(),
                        directory.resolve(study.organisation()).name(),
                        study.place(),
                        study.region().label(),
                        study.services().stream()
                                .map(ref -> directory.resolve(ref).name())
                                .distinct()
                                .toList()))
                .toList();
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

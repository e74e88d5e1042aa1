package org.waymark.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.markdown.Html;
import org.waymark.markdown.Prose;
import org.waymark.model.CaseStudy;
import org.waymark.model.Category;
import org.waymark.model.Directory;
import org.waymark.model.GlossaryTerm;
import org.waymark.model.Kinds;
import org.waymark.model.LinkPath;
import org.waymark.model.Organisation;
import org.waymark.model.Region;
import org.waymark.model.Reviewed;
import org.waymark.model.Service;
import org.waymark.model.Site;
import org.waymark.model.TextPage;
import org.waymark.plan.Items.CaseStudyItem;
import org.waymark.plan.Items.CategoryItem;
import org.waymark.plan.Items.Fact;
import org.waymark.plan.Items.OrganisationItem;
import org.waymark.plan.Items.RegionItem;
import org.waymark.plan.Items.Review;
import org.waymark.plan.Items.ServiceItem;
import org.waymark.plan.Items.SourceItem;
import org.waymark.plan.Items.TermItem;
import org.waymark.schema.Entry;
import org.waymark.schema.Id;

/** Fills the records of the pages from the directory. Stateless beyond it; safe for use by several threads. */
final class PageMaker {
    private static final int NEWEST = 6;
    private static final Link HOME = new Link("Home", "");
    private static final Link SERVICES = Link.to("Services", Routes.SERVICES);
    private static final Link CASE_STUDIES = Link.to("Case studies", Routes.CASE_STUDIES);
    private static final Link ORGANISATIONS = Link.to("Organisations", Routes.ORGANISATIONS);
    private static final Link REGIONS = Link.to("Regions", Routes.REGIONS);

    private final Directory directory;
    private final Site site;

    PageMaker(Directory directory, Site site) {
        this.directory = directory;
        this.site = site;
    }

    Page home() {
        var counts = List.of(
                new Fact("services", Words.number(directory.services().size())),
                new Fact("case studies", Words.number(directory.caseStudies().size())),
                new Fact("organisations", Words.number(directory.organisations().size())));
        return new Pages.Home(
                new Head(
                        SitePath.HOME,
                        site.title(),
                        site.summary(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                categoryItems(),
                items(directory.caseStudies().stream().limit(NEWEST)),
                counts);
    }

    Page services() {
        return new Pages.Services(
                head(Routes.SERVICES, "Services", "All services in the directory, by category.", SERVICES, HOME),
                categoryItems());
    }

    Page category(Category category) {
        SitePath path = Routes.of(category);
        List<ServiceItem> services =
                directory.servicesOf(category).stream().map(this::item).toList();
        return new Pages.CategoryPage(
                head(path, category.name(), category.summary(), SERVICES, HOME, SERVICES),
                html(category, category.body(), path),
                services);
    }

    Page service(Service service) {
        SitePath path = Routes.of(service);
        Category category = directory.resolve(service.category());
        Link categoryLink = link(category);
        return new Pages.ServicePage(
                modified(
                        head(path, service.name(), service.summary(), SERVICES, HOME, SERVICES, categoryLink),
                        service.reviewed().on().map(Object::toString)),
                categoryLink,
                service.alsoKnownAs(),
                html(service, service.body(), path),
                items(directory.caseStudiesOf(service).stream()),
                service.related().stream()
                        .map(directory::resolve)
                        .filter(related -> !related.id().equals(service.id()))
                        .distinct()
                        .map(this::item)
                        .toList(),
                review(service.reviewed()));
    }

    Page caseStudies() {
        List<CaseStudy> all = directory.caseStudies();
        return new Pages.CaseStudies(
                head(
                        Routes.CASE_STUDIES,
                        "Case studies",
                        "All case studies in the directory, newest first.",
                        CASE_STUDIES,
                        HOME),
                Words.caseStudies(all.size()),
                items(all.stream()));
    }

    Page caseStudy(CaseStudy study) {
        SitePath path = Routes.of(study);
        Organisation organisation = directory.resolve(study.organisation());
        var scale = new ArrayList<Fact>();
        study.scale().ifPresent(s -> {
            s.practices().ifPresent(n -> scale.add(new Fact("Practices", Words.number(n))));
            s.pcns().ifPresent(n -> scale.add(new Fact("Primary care networks", Words.number(n))));
            s.patients().ifPresent(n -> scale.add(new Fact("Patients", Words.number(n))));
        });
        Optional<String> reviewed = study.reviewed().on().map(Object::toString);
        return new Pages.CaseStudyPage(
                modified(
                        head(path, study.title(), study.summary(), CASE_STUDIES, HOME, CASE_STUDIES),
                        SitePlanner.latest(
                                reviewed, Optional.of(study.published().toString()))),
                link(organisation),
                study.place(),
                link(study.region()),
                study.period(),
                scale,
                study.figures().stream()
                        .map(figure -> new Fact(figure.label(), figure.value()))
                        .toList(),
                study.services().stream()
                        .map(directory::resolve)
                        .distinct()
                        .map(PageMaker::link)
                        .toList(),
                study.confidence().word(),
                html(study, study.body(), path),
                study.sources().stream()
                        .map(s -> new SourceItem(
                                s.title(),
                                s.publisher(),
                                s.url(),
                                s.published().map(DateText::of),
                                DateText.of(s.seen())))
                        .toList(),
                DateText.of(study.published()),
                review(study.reviewed()));
    }

    Page organisations() {
        return new Pages.Organisations(
                head(
                        Routes.ORGANISATIONS,
                        "Organisations",
                        "The federations and other organisations in the directory, from A to Z.",
                        ORGANISATIONS,
                        HOME),
                directory.organisations().stream().map(this::item).toList());
    }

    Page organisation(Organisation organisation) {
        String description = organisation
                .summary()
                .orElse(organisation.name() + ", " + organisation.kind() + ", " + organisation.place() + ".");
        return new Pages.OrganisationPage(
                head(Routes.of(organisation), organisation.name(), description, ORGANISATIONS, HOME, ORGANISATIONS),
                organisation.summary(),
                organisation.kind(),
                organisation.place(),
                link(organisation.region()),
                organisation.website(),
                organisation.odsCode(),
                items(directory.caseStudiesOf(organisation).stream()));
    }

    Page regions() {
        return new Pages.Regions(
                head(
                        Routes.REGIONS,
                        "Regions",
                        "Case studies and organisations in each of the seven NHS England regions.",
                        REGIONS,
                        HOME),
                Stream.of(Region.values())
                        .map(region -> new RegionItem(
                                link(region),
                                Words.caseStudies(
                                        directory.caseStudiesOf(region).size()),
                                Words.count(directory.organisationsOf(region).size(), "organisation", "organisations")))
                        .toList());
    }

    Page region(Region region) {
        return new Pages.RegionPage(
                head(
                        Routes.of(region),
                        region.label(),
                        "Case studies and organisations in the NHS England region " + region.label() + ".",
                        REGIONS,
                        HOME,
                        REGIONS),
                items(directory.caseStudiesOf(region).stream()),
                directory.organisationsOf(region).stream().map(this::item).toList());
    }

    Page text(TextPage page) {
        SitePath path = Routes.of(page);
        return new Pages.Text(
                modified(
                        new Head(
                                path,
                                page.title(),
                                page.summary(),
                                List.of(HOME),
                                Optional.empty(),
                                Optional.empty(),
                                true),
                        page.reviewed().on().map(Object::toString)),
                html(page, page.body(), path),
                review(page.reviewed()));
    }

    Page glossary() {
        Link glossary = Link.to("Glossary", Routes.GLOSSARY);
        return new Pages.Glossary(
                head(
                        Routes.GLOSSARY,
                        "Glossary",
                        "What the words and abbreviations in the directory mean.",
                        glossary,
                        HOME),
                directory.glossary().stream().map(PageMaker::item).toList());
    }

    Page notFound() {
        return new Pages.NotFound(new Head(
                Routes.NOT_FOUND,
                "Page not found",
                "There is no page at this address.",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false));
    }

    Page redirect(Entry entry, Id former) {
        return redirect(Routes.of(Kinds.of(entry.getClass()), former), link(entry));
    }

    /** Categories have no list of their own; that of the services is arranged by them. */
    Page categoriesRedirect() {
        return redirect(new SitePath(Category.KIND.plural() + "/"), SERVICES);
    }

    private static Page redirect(SitePath from, Link target) {
        var head = new Head(
                from,
                target.text(),
                "This page has moved to another address.",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false);
        return new Pages.Redirect(head, target);
    }

    private static Head head(SitePath path, String title, String description, Link section, Link... trail) {
        return new Head(path, title, description, List.of(trail), Optional.of(section.path()), Optional.empty(), true);
    }

    private static Head modified(Head head, Optional<String> day) {
        return new Head(
                head.path(), head.title(), head.description(), head.trail(), head.section(), day, head.listed());
    }

    /** The text of an entry as it stands on its page. */
    private Html html(Entry entry, Prose body, SitePath page) {
        return body.toHtml(destination -> LinkPath.resolve(entry.origin().path(), destination)
                .map(link -> page.root() + Routes.of(directory, link))
                .orElse(""));
    }

    private Review review(Reviewed reviewed) {
        return new Review(
                reviewed.on().map(DateText::of), reviewed.by().map(DateText::of), reviewed.isOverdue(directory.asOf()));
    }

    private List<CategoryItem> categoryItems() {
        return directory.categories().stream()
                .map(category -> new CategoryItem(
                        link(category),
                        category.summary(),
                        directory.servicesOf(category).stream().map(this::item).toList()))
                .toList();
    }

    private List<CaseStudyItem> items(Stream<CaseStudy> studies) {
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

    private ServiceItem item(Service service) {
        int examples = directory.caseStudiesOf(service).size();
        return new ServiceItem(link(service), service.summary(), Words.caseStudies(examples));
    }

    private OrganisationItem item(Organisation organisation) {
        return new OrganisationItem(
                link(organisation),
                organisation.kind(),
                organisation.place(),
                organisation.region().label(),
                Words.caseStudies(directory.caseStudiesOf(organisation).size()));
    }

    private static TermItem item(GlossaryTerm term) {
        return new TermItem(
                term.id().value(),
                term.term(),
                term.expansion(),
                term.definition(),
                term.also(),
                term.changed(),
                term.sources().stream()
                        .map(url -> new Frame.Web(host(url), url))
                        .toList());
    }

    /** The name of a site, as people call it. */
    private static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = url.indexOf('/', start);
        String host = url.substring(start, end < 0 ? url.length() : end);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static Link link(Entry entry) {
        return Link.to(entry.label(), Routes.of(entry));
    }

    private static Link link(Region region) {
        return Link.to(region.label(), Routes.of(region));
    }
}

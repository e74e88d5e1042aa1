package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waymark.model.CaseStudy;
import org.waymark.model.Category;
import org.waymark.model.Directory;
import org.waymark.model.Organisation;
import org.waymark.model.Region;
import org.waymark.model.Service;
import org.waymark.model.Site;
import org.waymark.model.TextPage;
import org.waymark.source.Project;

/** Decides which pages the site has. */
public final class SitePlanner {
    private static final int FEED_LENGTH = 50;

    private SitePlanner() {}

    /**
     * Plans the site of a directory in which no error was found.
     *
     * @param site the settings, which may differ from the directory's own in their address
     */
    public static SitePlan plan(Directory directory, Site site, Project project) {
        List<Asset> assets = project.templates().stream()
                .filter(file -> file.path().startsWith(Asset.FOLDER))
                .map(Asset::of)
                .toList();
        var pages = new PageMaker(directory, site);
        var makers = new ArrayList<Supplier<Page>>(List.of(
                pages::home,
                pages::services,
                pages::caseStudies,
                pages::organisations,
                pages::regions,
                pages::glossary,
                pages::notFound));
        directory.all(Category.class).forEach(category -> makers.add(() -> pages.category(category)));
        directory.all(Service.class).forEach(service -> makers.add(() -> pages.service(service)));
        directory.all(CaseStudy.class).forEach(study -> makers.add(() -> pages.caseStudy(study)));
        directory.all(Organisation.class).forEach(organisation -> makers.add(() -> pages.organisation(organisation)));
        directory.all(TextPage.class).forEach(page -> makers.add(() -> pages.text(page)));
        Stream.of(Region.values()).forEach(region -> makers.add(() -> pages.region(region)));
        directory
                .formerIds()
                .forEach((document, ids) -> document.entry()
                        .ifPresent(entry -> ids.forEach(id -> makers.add(() -> pages.redirect(entry, id.value())))));
        makers.add(pages::categoriesRedirect);

        List<Page> made = makers.parallelStream()
                .map(Supplier::get)
                .sorted(Comparator.comparing(Page::path))
                .toList();
        return new SitePlan(
                frame(directory, site, assets), made, feed(directory), project.images(), assets, project.templates());
    }

    private static Frame frame(Directory directory, Site site, List<Asset> assets) {
        Map<String, String> assetPaths = new LinkedHashMap<>();
        assets.forEach(asset -> assetPaths.put(asset.name(), asset.path()));
        List<Link> textPages = directory.pages().stream()
                .map(page -> Link.to(page.title(), Routes.of(page)))
                .toList();
        List<Link> navigation = List.of(
                Link.to("Services", Routes.SERVICES),
                Link.to("Case studies", Routes.CASE_STUDIES),
                Link.to("Organisations", Routes.ORGANISATIONS),
                Link.to("Regions", Routes.REGIONS),
                Link.to("Glossary", Routes.GLOSSARY));
        return new Frame(
                site.title(),
                site.subtitle(),
                site.summary(),
                site.language(),
                site.baseUrl(),
                new Frame.Web(site.publisher().name(), site.publisher().url()),
                new Frame.Contact(
                        site.contact().name(),
                        site.contact().email(),
                        site.contact().url()),
                new Frame.Source(
                        site.source().title(),
                        site.source().publisher(),
                        site.source().url(),
                        DateText.of(site.source().published())),
                site.licence(),
                site.repository(),
                navigation,
                textPages,
                assetPaths);
    }

    private static List<FeedItem> feed(Directory directory) {
        return directory.caseStudies().stream()
                .limit(FEED_LENGTH)
                .map(study -> {
                    String published = study.published().toString();
                    String reviewed =
                            study.reviewed().on().map(Object::toString).orElse(published);
                    return new FeedItem(
                            study.title(),
                            Routes.of(study).value(),
                            study.summary(),
                            published,
                            reviewed.compareTo(published) > 0 ? reviewed : published);
                })
                .toList();
    }

    /** The later of two days, as far as they are known. */
    static Optional<String> latest(Optional<String> a, Optional<String> b) {
        return Stream.concat(a.stream(), b.stream()).max(Comparator.naturalOrder());
    }
}

package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Category;
import org.waymark.directory.Directory;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.Organisation;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.directory.Site;
import org.waymark.directory.TextPage;
import org.waymark.source.Attachment;
import org.waymark.source.ContentImage;
import org.waymark.source.Project;

/** Decides which pages the site has. */
public final class SitePlanner {
    private static final Map<String, String> ROUTES = Routes.NAMED.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, route -> route.getValue().value()));

    private final BodyMaker bodies;

    /**
     * @param remembers whether to keep what is slow to make for the next plan
     */
    public SitePlanner(boolean remembers) {
        bodies = new BodyMaker(remembers);
    }

    /**
     * Plans the site of a directory without errors.
     *
     * @param site the settings, whose base URL may differ from that of the directory
     */
    public SitePlan plan(Directory directory, Site site, Project project) {
        List<Asset> assets = project.assets().stream().map(Asset::of).toList();
        var parts = new PageParts(directory, site, bodies);
        var services = new ServicePages(directory, parts);
        var caseStudies = new CaseStudyPages(directory, parts);
        var finder = new FinderPages(directory, parts, finderScript(assets));
        var organisations = new OrganisationPages(directory, parts);
        var regions = new RegionPages(directory, parts);
        var texts = new TextPages(directory, site, parts);
        var coverage = new CoverageMaker(directory);
        var print = new PrintMaker(directory, site, parts);
        var news = new NewsPages(directory, site, parts);
        var search = new SearchPages(directory);
        var makers = new ArrayList<Supplier<Page>>(List.of(
                texts::home,
                services::services,
                organisations::organisations,
                regions::regions,
                coverage::coverage,
                print::print,
                news::whatsNew,
                texts::notFound));
        directory.all(Category.class).forEach(category -> makers.add(() -> services.category(category)));
        directory.all(Service.class).forEach(service -> makers.add(() -> services.service(service)));
        directory.all(CaseStudy.class).forEach(study -> makers.add(() -> caseStudies.caseStudy(study)));
        directory.all(Organisation.class).forEach(organisation -> makers.addAll(organisations.pages(organisation)));
        directory.all(TextPage.class).forEach(page -> makers.add(() -> texts.text(page)));
        directory.regions().stream().forEach(region -> makers.add(() -> regions.region(region)));
        directory.redirects().forEach((entry, ids) -> ids.forEach(id -> makers.add(() -> texts.redirect(entry, id))));
        makers.add(texts::categoriesRedirect);
        directory.all(GoneEntry.class).forEach(gone -> makers.addAll(texts.gone(gone)));
        makers.addAll(finder.pages());
        makers.add(search::search);
        makers.addAll(search.aToZ());

        List<Page> made =
                new ArrayList<>(makers.parallelStream().map(Supplier::get).toList());
        bodies.endRun();
        made.add(texts.glossary(new TermUses(directory, parts, made)));
        made.addAll(new PromisedPages(directory, texts, made).missing());
        made.sort(Comparator.comparing(Page::path));
        return new SitePlan(
                frame(directory, site, assets),
                made,
                news.feeds(),
                new SearchContentMaker(directory, parts).content(),
                PublishedFiles.of(directory, project.images(), ContentImage::publishedPath),
                PublishedFiles.of(directory, project.attachments(), Attachment::publishedPath),
                project.hostFiles(),
                assets,
                project.templates(),
                finder.finder());
    }

    private static String finderScript(List<Asset> assets) {
        return assets.stream()
                .filter(asset -> asset.name().equals("finder.js"))
                .map(Asset::path)
                .findFirst()
                .orElse("");
    }

    private static Frame frame(Directory directory, Site site, List<Asset> assets) {
        Map<String, String> assetPaths = new LinkedHashMap<>();
        assets.forEach(asset -> assetPaths.put(asset.name(), asset.path()));
        List<PageLink> textPages = directory.pages().stream()
                .map(page -> PageLink.to(page.title(), Routes.of(page)))
                .toList();
        List<PageLink> navigation = List.of(
                PageLink.to("Services", Routes.SERVICES),
                PageLink.to("Case studies", Routes.CASE_STUDIES),
                PageLink.to("Organisations", Routes.ORGANISATIONS),
                PageLink.to("Regions", Routes.REGIONS),
                PageLink.to("Glossary", Routes.GLOSSARY));
        return new Frame(
                site.title(),
                site.subtitle(),
                site.summary(),
                site.language(),
                site.baseUrl(),
                new Frame.Web(site.publisher().name(), site.publisher().url()),
                new Frame.ContactDetails(
                        site.contact().name(),
                        site.contact().email(),
                        site.contact().url()),
                new Frame.SourceCitation(
                        site.source().title(),
                        site.source().publisher(),
                        site.source().url(),
                        DateText.of(site.source().published())),
                site.licence(),
                site.repository(),
                navigation,
                textPages,
                ROUTES,
                assetPaths,
                Badges.of(directory),
                ThemeColours.of(assets));
    }

    /** The later of two days, if any is known. */
    static Optional<String> latest(Optional<String> a, Optional<String> b) {
        return Stream.concat(a.stream(), b.stream()).max(Comparator.naturalOrder());
    }
}

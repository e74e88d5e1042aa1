package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waymark.content.SiteLabels;
import org.waymark.directory.DataOutput;
import org.waymark.directory.Directory;
import org.waymark.directory.Kinds;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Site;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.LanguageTag;
import org.waymark.schema.Listing;
import org.waymark.source.Attachment;
import org.waymark.source.ContentImage;
import org.waymark.source.Project;

/** Decides which pages the site has. */
public final class SitePlanner {
    private final BodyMaker bodies;

    /**
     * @param remembers whether to cache slow results for the next plan
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
        var entries = new PublishedEntries(directory);
        Labels labels = SiteLabels.of(directory.kinds().shape(), site.language());
        List<Asset> assets = assets(project, site, labels);
        var parts = new PageParts(entries, site, labels, bodies);
        ThemeColours look = ThemeColours.of(assets);
        var previews = new PreviewPictures(entries, site, labels, look);
        var things = new Things(entries, site, labels);
        var lists = new ListPages(parts, things);
        var choices = new ChoicePages(parts);
        var notices = new NoticePages(directory, parts);
        var print = new PrintMaker(site, parts);
        var news = new NewsPages(site, parts);
        var search = new SearchPages(parts);
        var data = new DataTables(site, parts);
        List<FinderPages> finders = kinds(directory, Listing.Style.FINDER)
                .map(kind -> new FinderPages(parts, kind, finderScript(assets)))
                .toList();
        var home = new HomePage(site, parts, lists, choices, finders);
        var makers = new ArrayList<Supplier<Page>>(List.of(home::home, print::print, search::search));
        if (NewsPages.hasPage(entries)) {
            makers.add(news::whatsNew);
        }
        if (data.hasPage()) {
            makers.add(data::page);
        }
        Stream.of(Listing.Style.GROUPS, Listing.Style.PLAIN, Listing.Style.LETTERS)
                .flatMap(style -> kinds(directory, style))
                .filter(kind -> kind.place().isFolder())
                .forEach(kind -> makers.add(() -> lists.list(kind)));
        sharedPages(directory)
                .filter(kind -> !kind.isGlossary())
                .forEach(kind -> makers.add(() -> lists.entriesOnOnePage(kind)));
        var templates = new EntryTemplates(directory.kinds().shape(), project.templates());
        makers.addAll(new EntryPages(parts, things, templates, previews).pages());
        makers.addAll(choices.pages());
        makers.addAll(new MatrixPages(parts).pages());
        makers.addAll(notices.pages());
        finders.forEach(finder -> makers.addAll(finder.pages()));
        makers.addAll(search.aToZ());

        List<Page> made =
                new ArrayList<>(makers.parallelStream().map(Supplier::get).toList());
        bodies.endRun();
        var uses = new TermUses(entries, made);
        sharedPages(directory).filter(Kind::isGlossary).forEach(kind -> made.add(lists.glossary(kind, uses)));
        made.addAll(new PromisedPages(directory, notices, made).missing());
        made.sort(Comparator.comparing(Page::path));
        return new SitePlan(
                frame(entries, site, assets, labels, news, previews.ofSite(), look),
                labels,
                made,
                news.feeds(),
                new SearchContentMaker(parts).content(ownPages(entries, made)),
                PublishedFiles.of(directory, project.images(), ContentImage::publishedPath),
                PublishedFiles.of(directory, project.attachments(), Attachment::publishedPath),
                project.hostFiles(),
                assets,
                project.templates(),
                finders.stream().map(FinderPages::finder).toList(),
                previews(previews, assets),
                data.all(),
                data.changes(),
                site.identity()
                        .filter(identity -> site.data().stream().anyMatch(DataOutput::isOpenReferral))
                        .map(identity -> new ServiceDataMaker(entries, site, labels, new ServiceIds(identity)).make()),
                site.data(),
                directory.entries(Site.KIND).findFirst().flatMap(settings -> Site.host(settings.fields())));
    }

    /** The files of the templates, and the script of lists with filters: a page should not need many files. */
    private static List<Asset> assets(Project project, Site site, Labels labels) {
        List<Asset> files = project.assets().stream()
                .map(asset -> Asset.of(PageMargins.addTo(asset, site.title(), labels)))
                .toList();
        return Stream.concat(
                        files.stream(),
                        Stream.of(Asset.joined("site-finder.js", List.of("site.js", "finder.js"), files)))
                .toList();
    }

    /** The heads of pages about the whole directory. */
    private static List<Head> ownPages(PublishedEntries entries, List<Page> pages) {
        List<String> names = List.of("data", "print", "whats-new");
        List<String> own = Stream.concat(
                        Routes.named(entries.kinds()).entrySet().stream()
                                .filter(route -> names.contains(route.getKey()))
                                .map(route -> route.getValue().value()),
                        entries.kinds().byPosition().stream()
                                .flatMap(kind -> kind.listing().matrix().stream())
                                .map(Listing.Matrix::address))
                .toList();
        return pages.stream()
                .map(Page::head)
                .filter(head -> own.contains(head.path().value()))
                .toList();
    }

    /** The pictures to draw. A project may have its own for the site. */
    private static List<PreviewPicture> previews(PreviewPictures previews, List<Asset> assets) {
        boolean hasOwn = assets.stream().anyMatch(asset -> asset.name().equals(PreviewPicture.OWN));
        return Stream.concat(hasOwn ? Stream.of() : Stream.of(previews.ofSite()), previews.ofEntries())
                .sorted(Comparator.comparing(PreviewPicture::path))
                .toList();
    }

    private static Stream<Kind> kinds(Directory directory, Listing.Style style) {
        return directory.kinds().forReaders().stream()
                .filter(kind -> kind.listing().style() == style);
    }

    /** The kinds whose entries share a page. */
    private static Stream<Kind> sharedPages(Directory directory) {
        return directory.kinds().forReaders().stream()
                .filter(kind -> !kind.place().isFolder() && kind.listing().hasPage());
    }

    private static String finderScript(List<Asset> assets) {
        return assets.stream()
                .filter(asset -> asset.name().equals("site-finder.js"))
                .map(Asset::path)
                .findFirst()
                .orElse("");
    }

    private static Frame frame(
            PublishedEntries entries,
            Site site,
            List<Asset> assets,
            Labels labels,
            NewsPages news,
            PreviewPicture preview,
            ThemeColours look) {
        Kinds kinds = entries.kinds();
        Map<String, String> assetPaths = new LinkedHashMap<>();
        assets.forEach(asset -> assetPaths.put(asset.name(), asset.path()));
        var routes = new TreeMap<String, String>();
        Routes.named(kinds).forEach((name, path) -> routes.put(name, path.value()));
        // A template links only to pages with content.
        if (!NewsPages.hasFeed(entries)) {
            routes.remove("feed");
        }
        if (news.isEmpty()) {
            routes.remove("whats-new");
        }
        if (site.data().isEmpty() || kinds.forReaders().isEmpty()) {
            routes.remove("data");
        }
        if (entries.isEmpty()) {
            routes.keySet().removeAll(List.of("a-to-z", "print", "search"));
        }
        return new Frame(
                site.title(),
                site.subtitle(),
                site.summary(),
                site.language(),
                LanguageTag.isRightToLeft(site.language()),
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
                        DateText.of(site.source().published(), labels)),
                site.licence(),
                site.repository(),
                navigation(entries),
                kinds.forReaders().stream()
                        .filter(kind -> kind.address().isEmpty())
                        .flatMap(kind -> entries.of(kind).stream())
                        .map(PageParts::link)
                        .toList(),
                kinds.byPosition().stream()
                        .filter(kind -> !entries.of(kind).isEmpty())
                        .flatMap(kind -> kind.listing().matrix().stream())
                        .map(matrix -> new PageLink(matrix.title(), matrix.address()))
                        .toList(),
                news.subject(),
                routes,
                assetPaths,
                Badges.of(entries.directory(), labels),
                look,
                preview,
                ScriptLabels.of(labels, List.of("suggested", "suggestions"), Map.of()));
    }

    /** The lists of kinds and vocabularies that have a position there. */
    private static List<PageLink> navigation(PublishedEntries entries) {
        record Item(int position, PageLink link) {}
        Stream<Item> kinds = entries.kinds().forReaders().stream()
                .filter(kind -> kind.listing().hasPage() && !entries.of(kind).isEmpty())
                .flatMap(kind -> kind.presentation().position().stream()
                        .map(position -> new Item(position, PageParts.listLink(kind))));
        Stream<Item> vocabularies = entries.vocabulariesWithPages().stream()
                .filter(entries::isUsed)
                .flatMap(vocabulary -> vocabulary.position().stream()
                        .map(position -> new Item(position.value(), PageParts.listLink(vocabulary))));
        return Stream.concat(kinds, vocabularies)
                .sorted(Comparator.comparingInt(Item::position))
                .map(Item::link)
                .toList();
    }

    /** The later of two days, if any is known. */
    static Optional<String> latest(Optional<String> a, Optional<String> b) {
        return Stream.concat(a.stream(), b.stream()).max(Comparator.naturalOrder());
    }
}

package org.waymark.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.GlossaryTerm;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.Organisation;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.directory.Site;
import org.waymark.directory.SitePath;
import org.waymark.directory.TextPage;
import org.waymark.plan.ListItems.TermItem;
import org.waymark.plan.Pages.Glossary.LetterGroup;
import org.waymark.plan.Pages.Home.CountLink;
import org.waymark.schema.Entry;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;

/** The home page, pages of text, the glossary, redirects and notices. */
final class TextPages {
    private static final int NEWEST = 6;

    private final Directory directory;
    private final Site site;
    private final PageParts parts;

    TextPages(Directory directory, Site site, PageParts parts) {
        this.directory = directory;
        this.site = site;
        this.parts = parts;
    }

    Page home() {
        var counts = List.of(
                count(directory.all(Service.class).size(), "service", "services", Routes.SERVICES),
                count(directory.all(CaseStudy.class).size(), "case study", "case studies", Routes.CASE_STUDIES),
                count(directory.all(Organisation.class).size(), "organisation", "organisations", Routes.ORGANISATIONS));
        return new Pages.Home(
                new Head(
                        SitePath.HOME,
                        site.title(),
                        site.summary(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                parts.categoryItems(),
                parts.items(parts.caseStudies().stream().limit(NEWEST)),
                counts,
                RegionMap.of(directory, Optional.empty()),
                parts.regionItems());
    }

    private static CountLink count(int count, String one, String many, SitePath list) {
        return new CountLink(NumberText.number(count), PageLink.to(count == 1 ? one : many, list));
    }

    Page text(TextPage page) {
        SitePath path = Routes.of(page);
        return new Pages.TextBodyPage(
                parts.withActions(
                        PageParts.modified(
                                new Head(
                                        path,
                                        page.title(),
                                        page.summary(),
                                        List.of(PageParts.HOME),
                                        Optional.empty(),
                                        Optional.empty(),
                                        true),
                                page.reviewed().on().map(Object::toString)),
                        page),
                page.body().headings().stream()
                        .filter(heading -> heading.level() == 2)
                        .map(heading -> new PageLink(heading.text(), "#" + heading.anchor()))
                        .toList(),
                parts.body(page, page.body(), path),
                parts.review(page.reviewed()));
    }

    /** Made after all other pages, since it lists the pages that use its terms. */
    Page glossary(TermUses uses) {
        PageLink glossary = PageLink.to("Glossary", Routes.GLOSSARY);
        return new Pages.Glossary(
                PageParts.head(
                                Routes.GLOSSARY,
                                "Glossary",
                                "What the words and abbreviations in the directory mean.",
                                glossary,
                                PageParts.HOME)
                        .withActions(parts
                                .links()
                                .change(
                                        "Glossary",
                                        Routes.GLOSSARY,
                                        directory
                                                .kinds()
                                                .terms()
                                                .orElseThrow()
                                                .place()
                                                .path())
                                .stream()
                                .toList()),
                letters(directory.glossary(), uses));
    }

    /** By first letter. Terms that begin with a digit form one group. */
    private static List<LetterGroup> letters(List<GlossaryTerm> terms, TermUses uses) {
        var groups = new LinkedHashMap<String, List<TermItem>>();
        for (GlossaryTerm term : terms) {
            groups.computeIfAbsent(letter(term), letter -> new ArrayList<>())
                    .add(item(term, uses.of(term.id().value())));
        }
        return groups.entrySet().stream()
                .map(group -> new LetterGroup(
                        group.getKey(),
                        "wm-letter-" + group.getKey().toLowerCase(Locale.ROOT).replace('–', '-'),
                        List.copyOf(group.getValue())))
                .toList();
    }

    private static String letter(GlossaryTerm term) {
        // Ids consist of unaccented letters, digits and hyphens.
        char first = term.id().value().charAt(0);
        return first >= 'a' && first <= 'z' ? String.valueOf((char) (first - 'a' + 'A')) : "0–9";
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
        return redirect(Routes.of(entry.entryKind(), former), PageParts.link(entry));
    }

    /** Categories have no list of their own; services are listed by category. */
    Page categoriesRedirect() {
        return redirect(Routes.CATEGORIES, PageLink.to("Services", Routes.SERVICES));
    }

    /** The pages at all addresses of a removed entry. */
    List<Supplier<Page>> gone(GoneEntry gone) {
        Kind kind = gone.was().kind();
        return Stream.concat(Stream.of(gone.was().id()), gone.formerIds().stream())
                .<Supplier<Page>>map(id -> () -> gone(gone, Routes.of(kind, id)))
                .toList();
    }

    /** The notice of a removed entry, at one of its addresses. */
    Page gone(GoneEntry gone, SitePath path) {
        Optional<PageLink> instead =
                gone.instead().flatMap(ref -> directory.find(ref)).map(PageParts::link);
        if (gone.isRedirect() && instead.isPresent()) {
            return redirect(path, instead.orElseThrow());
        }
        Kind kind = gone.was().kind();
        return new Pages.GonePage(
                head(path, gone.name(), "This " + words(kind) + " is no longer in the directory.", kind),
                words(kind),
                DateText.of(gone.since()),
                gone.reason(),
                instead);
    }

    /**
     * The page at the address of an entry that is not published on the build date. It omits the entry's name, which
     * may have been withdrawn for a reason.
     */
    Page unpublished(Document document, SitePath path) {
        Kind kind = document.kind();
        String what = words(kind);
        Optional<DateText> expired = document.visibility()
                .until()
                .filter(day -> document.visibility().isOver(directory.asOf()))
                .map(DateText::of);
        String title = "This " + what + " is not here " + (expired.isPresent() ? "any more" : "at present");
        Head head = head(path, title, title + ".", kind);
        return expired.<Page>map(day -> new Pages.GonePage(head, what, day, Optional.empty(), Optional.empty()))
                .orElseGet(() -> new Pages.Absent(head, what));
    }

    private static String words(Kind kind) {
        return kind.name().replace('-', ' ');
    }

    private Head head(SitePath path, String title, String description, Kind kind) {
        Optional<PageLink> list = directory
                .kinds()
                .listedWith(kind)
                .filter(listed -> !listed.isGlossary())
                .map(PageParts::listLink);
        return new Head(
                path,
                title,
                description,
                Stream.concat(Stream.of(PageParts.HOME), list.stream()).toList(),
                list.map(PageLink::path),
                Optional.empty(),
                false);
    }

    static Page redirect(SitePath from, PageLink target) {
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

    static TermItem item(GlossaryTerm term, TermUses.Uses uses) {
        return new TermItem(
                term.id().value(),
                term.term(),
                term.expansion(),
                term.definition(),
                term.also(),
                term.changed(),
                term.sources().stream()
                        .map(url -> new Frame.Web(host(url), url))
                        .toList(),
                uses.first(),
                uses.more() == 0
                        ? Optional.empty()
                        : Optional.of(NumberText.count(uses.more(), "other page", "other pages")));
    }

    /** The host name without {@code www}. */
    private static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = url.indexOf('/', start);
        String host = url.substring(start, end < 0 ? url.length() : end);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}

package org.waymark.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Routes;
import org.waymark.markdown.Html;
import org.waymark.plan.DateText;
import org.waymark.plan.EntryPage;
import org.waymark.plan.Frame;
import org.waymark.plan.Head;
import org.waymark.plan.ListItems.Review;
import org.waymark.plan.Page;
import org.waymark.plan.PageLink;
import org.waymark.plan.Pages;
import org.waymark.plan.SitePlan;
import org.waymark.plan.Thing;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Sha256;

/**
 * What a page is about, for search engines: JSON-LD in the vocabulary of schema.org. It says no more than the page does. Safe
 * for use by several threads.
 */
record StructuredData(Frame site, boolean hasSearch) {
    static StructuredData of(SitePlan plan) {
        return new StructuredData(
                plan.frame(), plan.pages().stream().anyMatch(page -> page.path().equals(Routes.SEARCH)));
    }

    /** The data of a page; empty for a page that search engines should not list. */
    Data of(Page page) {
        if (!page.head().listed()) {
            return Data.NONE;
        }
        var graph = new ArrayList<Members>();
        graph.add(webPage(page));
        breadcrumbs(page.head()).ifPresent(graph::add);
        subject(page).ifPresent(graph::add);
        String text = Json.inElement(
                Json.object().add("@context", "https://schema.org").add("@graph", graph));
        return new Data(new Html(text), hash(text));
    }

    private static String hash(String data) {
        byte[] digest = Sha256.digest(data.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    /**
     * The data of a page.
     *
     * @param text safe within a {@code script} element
     * @param hash for the content security policy (CSP Level 3, section 8.3). Browsers do not need it, since they
     *     never run data; checkers that take the data for a script do
     */
    record Data(Html text, String hash) {
        static final Data NONE = new Data(new Html(""), "");
    }

    private Members webPage(Page page) {
        Head head = page.head();
        return thing("WebPage", url(head.path().value()))
                .add("url", url(head.path().value()))
                .add("name", head.title())
                .add("description", head.description())
                .add("inLanguage", site.language())
                .add("isPartOf", reference(url("#website")))
                .add("breadcrumb", breadcrumbsId(head).map(StructuredData::reference))
                .add("dateModified", head.modified())
                .add("lastReviewed", review(page).flatMap(Review::reviewed).map(DateText::iso));
    }

    private static Optional<Review> review(Page page) {
        return page instanceof EntryPage entry ? Optional.of(entry.review()) : Optional.empty();
    }

    private Optional<String> breadcrumbsId(Head head) {
        return head.trail().isEmpty() ? Optional.empty() : Optional.of(url(head.path() + "#breadcrumb"));
    }

    private Optional<Members> breadcrumbs(Head head) {
        return breadcrumbsId(head).map(id -> {
            var items = new ArrayList<Members>();
            Stream.concat(head.trail().stream(), Stream.of(PageLink.to(head.title(), head.path())))
                    .forEach(step -> items.add(thing("ListItem")
                            .add("position", items.size() + 1)
                            .add("name", step.text())
                            .add("item", url(step.path()))));
            return thing("BreadcrumbList", id).add("itemListElement", items);
        });
    }

    private Optional<Members> subject(Page page) {
        return page instanceof Pages.Home
                ? Optional.of(webSite())
                : page.subject().map(this::members);
    }

    private Members members(Thing thing) {
        Members members = Json.object();
        if (!thing.type().isEmpty()) {
            members.add("@type", thing.type());
        }
        thing.id().ifPresent(id -> members.add("@id", url(id)));
        thing.properties().forEach(property -> members.add(property.name(), value(property.value())));
        return members;
    }

    private Object value(Thing.Value value) {
        if (value instanceof Thing.Words words) {
            return words.text();
        } else if (value instanceof Thing.Address address) {
            return url(address.path());
        } else if (value instanceof Thing.Part part) {
            return members(part.thing());
        }
        return ((Thing.Several) value).values().stream().map(this::value).toList();
    }

    private Members webSite() {
        var webSite = thing("WebSite", url("#website"))
                .add("url", site.baseUrl())
                .add("name", site.title())
                .add("description", site.summary())
                .add("inLanguage", site.language())
                .add("publisher", publisher());
        if (hasSearch) {
            webSite.add(
                    "potentialAction",
                    thing("SearchAction")
                            .add(
                                    "target",
                                    thing("EntryPoint")
                                            .add("urlTemplate", url(Routes.SEARCH + "?q={search_term_string}")))
                            .add("query-input", "required name=search_term_string"));
        }
        return webSite;
    }

    private Members publisher() {
        return thing("Organization")
                .add("name", site.publisher().text())
                .add("url", site.publisher().url());
    }

    private static Members thing(String type) {
        return Json.object().add("@type", type);
    }

    private static Members thing(String type, String id) {
        return thing(type).add("@id", id);
    }

    private static Members reference(String id) {
        return Json.object().add("@id", id);
    }

    private String url(String path) {
        return site.baseUrl() + path;
    }
}

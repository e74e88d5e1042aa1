package org.waymark.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Routes;
import org.waymark.markdown.Html;
import org.waymark.plan.DateText;
import org.waymark.plan.Frame;
import org.waymark.plan.Head;
import org.waymark.plan.ListItems.Review;
import org.waymark.plan.ListItems.ServiceItem;
import org.waymark.plan.ListItems.SourceItem;
import org.waymark.plan.ListItems.TermItem;
import org.waymark.plan.Page;
import org.waymark.plan.PageLink;
import org.waymark.plan.Pages;
import org.waymark.plan.SitePlan;
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
        if (page instanceof Pages.ServicePage service) {
            return Optional.of(service.review());
        }
        if (page instanceof Pages.CaseStudyPage study) {
            return Optional.of(study.review());
        }
        return page instanceof Pages.TextBodyPage text ? Optional.of(text.review()) : Optional.empty();
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
        if (page instanceof Pages.Home) {
            return Optional.of(webSite());
        } else if (page instanceof Pages.Services services) {
            return Optional.of(services(services));
        } else if (page instanceof Pages.ServicePage service) {
            return Optional.of(service(service));
        } else if (page instanceof Pages.Glossary glossary) {
            return Optional.of(glossary(glossary));
        } else if (page instanceof Pages.CaseStudyPage study) {
            return Optional.of(caseStudy(study));
        } else if (page instanceof Pages.OrganisationPage organisation) {
            return Optional.of(organisation(organisation));
        }
        return Optional.empty();
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

    private Members services(Pages.Services page) {
        return termSet(page.head())
                .add(
                        "hasDefinedTerm",
                        page.categories().stream()
                                .flatMap(category -> category.services().stream())
                                .map(this::service)
                                .toList());
    }

    private Members service(ServiceItem service) {
        return thing("DefinedTerm", url(service.link().path() + "#service"))
                .add("name", service.link().text())
                .add("description", service.summary())
                .add("url", url(service.link().path()));
    }

    private Members service(Pages.ServicePage page) {
        return thing("DefinedTerm", url(page.path() + "#service"))
                .add("name", page.head().title())
                .add("alternateName", unlessEmpty(page.alsoKnownAs()))
                .add("description", page.head().description())
                .add("url", url(page.path().value()))
                .add("inDefinedTermSet", reference(url(Routes.SERVICES + "#terms")));
    }

    private Members glossary(Pages.Glossary page) {
        return termSet(page.head())
                .add(
                        "hasDefinedTerm",
                        page.letters().stream()
                                .flatMap(letter -> letter.terms().stream())
                                .map(term -> term(term, url(page.path() + "#" + term.id())))
                                .toList());
    }

    private static Members term(TermItem term, String url) {
        List<String> otherNames =
                Stream.concat(term.expansion().stream(), term.also().stream()).toList();
        return thing("DefinedTerm", url)
                .add("name", term.term())
                .add("alternateName", unlessEmpty(otherNames))
                .add("description", term.definition())
                .add("url", url);
    }

    private Members termSet(Head head) {
        return thing("DefinedTermSet", url(head.path() + "#terms"))
                .add("name", head.title() + " – " + site.title())
                .add("description", head.description())
                .add("url", url(head.path().value()));
    }

    private Members caseStudy(Pages.CaseStudyPage page) {
        var about = new ArrayList<Members>();
        about.add(thing("Organization", url(page.organisation().path() + "#organisation"))
                .add("name", page.organisation().text()));
        page.services()
                .forEach(service -> about.add(
                        thing("DefinedTerm", url(service.path() + "#service")).add("name", service.text())));
        return thing("Article", url(page.path() + "#article"))
                .add("headline", page.head().title())
                .add("description", page.head().description())
                .add("inLanguage", site.language())
                .add("datePublished", page.published().iso())
                .add("dateModified", page.head().modified())
                .add("mainEntityOfPage", reference(url(page.path().value())))
                .add("publisher", publisher())
                .add("about", about)
                .add("contentLocation", place(page.place()))
                .add(
                        "citation",
                        page.sources().stream().map(StructuredData::source).toList());
    }

    private static Members source(SourceItem source) {
        return thing("CreativeWork")
                .add("name", source.title())
                .add("url", source.url())
                .add("datePublished", source.published().map(DateText::iso));
    }

    private Members organisation(Pages.OrganisationPage page) {
        return thing("Organization", url(page.path() + "#organisation"))
                .add("name", page.head().title())
                .add("description", page.summary())
                .add("url", page.website())
                .add(
                        "identifier",
                        page.odsCode()
                                .map(code -> thing("PropertyValue")
                                        .add("propertyID", "ODS code")
                                        .add("value", code)))
                .add("location", place(page.place()))
                .add("mainEntityOfPage", reference(url(page.path().value())));
    }

    private Members publisher() {
        return thing("Organization")
                .add("name", site.publisher().text())
                .add("url", site.publisher().url());
    }

    private static Members place(String name) {
        return thing("Place").add("name", name);
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

    private static Optional<List<String>> unlessEmpty(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private String url(String path) {
        return site.baseUrl() + path;
    }
}

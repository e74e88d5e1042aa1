package org.waymark.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.markdown.Html;
import org.waymark.plan.DateText;
import org.waymark.plan.Frame;
import org.waymark.plan.Head;
import org.waymark.plan.Items.Review;
import org.waymark.plan.Items.ServiceItem;
import org.waymark.plan.Items.SourceItem;
import org.waymark.plan.Items.TermItem;
import org.waymark.plan.Link;
import org.waymark.plan.Page;
import org.waymark.plan.Pages;
import org.waymark.plan.Routes;
import org.waymark.plan.SitePlan;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * What a page is about, for search engines: JSON-LD in the words of schema.org. It says no more than the page does. Safe
 * for use by several threads.
 */
record StructuredData(Frame site, boolean hasSearch) {
    private static final JsonFactory JSON =
            JsonFactory.builder().characterEscapes(new ForElements()).build();
    private static final String SEARCH = "search/";

    static StructuredData of(SitePlan plan) {
        return new StructuredData(
                plan.frame(),
                plan.pages().stream().anyMatch(page -> page.path().value().equals(SEARCH)));
    }

    /** The data of a page; empty for a page that search engines should not find. */
    Data of(Page page) {
        if (!page.head().listed()) {
            return Data.NONE;
        }
        var text = new PageBuffer(4096);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new Writer(json).page(page);
        }
        byte[] bytes = text.toBytes();
        return new Data(new Html(new String(bytes, StandardCharsets.UTF_8)), hash(bytes));
    }

    private static String hash(byte[] data) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(data);
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The data of a page.
     *
     * @param text safe within a {@code script} element
     * @param hash by which a content security policy lets it pass (CSP Level 3, section 8.3). No browser needs it, since
     *     data are never run; checkers that take them for a script do
     */
    record Data(Html text, String hash) {
        static final Data NONE = new Data(new Html(""), "");
    }

    /** In JSON these signs stand only in strings, where they may be written by their numbers, and then end no element. */
    private static final class ForElements extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        private static final SerializableString LESS = new SerializedString("\\u003c");
        private static final SerializableString GREATER = new SerializedString("\\u003e");
        private static final SerializableString AMPERSAND = new SerializedString("\\u0026");

        private final int[] ascii = standardAsciiEscapesForJSON();

        ForElements() {
            for (char c : new char[] {'<', '>', '&'}) {
                ascii[c] = ESCAPE_CUSTOM;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return switch (c) {
                case '<' -> LESS;
                case '>' -> GREATER;
                case '&' -> AMPERSAND;
                default -> null;
            };
        }
    }

    /** Writes the data of one page. */
    private final class Writer {
        private final JsonGenerator json;

        Writer(JsonGenerator json) {
            this.json = json;
        }

        void page(Page page) {
            json.writeStartObject();
            json.writeStringProperty("@context", "https://schema.org");
            json.writeArrayPropertyStart("@graph");
            webPage(page);
            breadcrumbs(page.head());
            if (page instanceof Pages.Home) {
                webSite();
            } else if (page instanceof Pages.Services services) {
                services(services);
            } else if (page instanceof Pages.ServicePage service) {
                service(service);
            } else if (page instanceof Pages.Glossary glossary) {
                glossary(glossary);
            } else if (page instanceof Pages.CaseStudyPage study) {
                caseStudy(study);
            } else if (page instanceof Pages.OrganisationPage organisation) {
                organisation(organisation);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void webPage(Page page) {
            Head head = page.head();
            start("WebPage", url(head.path().value()));
            text("url", url(head.path().value()));
            text("name", head.title());
            text("description", head.description());
            text("inLanguage", site.language());
            reference("isPartOf", url("#website"));
            if (!head.trail().isEmpty()) {
                reference("breadcrumb", url(head.path() + "#breadcrumb"));
            }
            head.modified().ifPresent(day -> text("dateModified", day));
            review(page).flatMap(Review::reviewed).map(DateText::iso).ifPresent(day -> text("lastReviewed", day));
            json.writeEndObject();
        }

        private static Optional<Review> review(Page page) {
            if (page instanceof Pages.ServicePage service) {
                return Optional.of(service.review());
            }
            if (page instanceof Pages.CaseStudyPage study) {
                return Optional.of(study.review());
            }
            return page instanceof Pages.Text text ? Optional.of(text.review()) : Optional.empty();
        }

        private void breadcrumbs(Head head) {
            if (head.trail().isEmpty()) {
                return;
            }
            start("BreadcrumbList", url(head.path() + "#breadcrumb"));
            json.writeArrayPropertyStart("itemListElement");
            List<Link> steps = Stream.concat(head.trail().stream(), Stream.of(Link.to(head.title(), head.path())))
                    .toList();
            for (int i = 0; i < steps.size(); i++) {
                start("ListItem");
                json.writeNumberProperty("position", i + 1);
                text("name", steps.get(i).text());
                text("item", url(steps.get(i).path()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void webSite() {
            start("WebSite", url("#website"));
            text("url", site.baseUrl());
            text("name", site.title());
            text("description", site.summary());
            text("inLanguage", site.language());
            publisher();
            if (hasSearch) {
                json.writeObjectPropertyStart("potentialAction");
                text("@type", "SearchAction");
                json.writeObjectPropertyStart("target");
                text("@type", "EntryPoint");
                text("urlTemplate", url(SEARCH + "?q={search_term_string}"));
                json.writeEndObject();
                text("query-input", "required name=search_term_string");
                json.writeEndObject();
            }
            json.writeEndObject();
        }

        private void services(Pages.Services page) {
            termSet(page.head());
            json.writeArrayPropertyStart("hasDefinedTerm");
            page.categories().stream()
                    .flatMap(category -> category.services().stream())
                    .forEach(this::service);
            json.writeEndArray();
            json.writeEndObject();
        }

        private void service(ServiceItem service) {
            start("DefinedTerm", url(service.link().path() + "#service"));
            text("name", service.link().text());
            text("description", service.summary());
            text("url", url(service.link().path()));
            json.writeEndObject();
        }

        private void service(Pages.ServicePage page) {
            start("DefinedTerm", url(page.path() + "#service"));
            text("name", page.head().title());
            texts("alternateName", page.alsoKnownAs());
            text("description", page.head().description());
            text("url", url(page.path().value()));
            reference("inDefinedTermSet", url(Routes.SERVICES + "#terms"));
            json.writeEndObject();
        }

        private void glossary(Pages.Glossary page) {
            termSet(page.head());
            json.writeArrayPropertyStart("hasDefinedTerm");
            List<TermItem> terms = page.letters().stream()
                    .flatMap(letter -> letter.terms().stream())
                    .toList();
            for (TermItem term : terms) {
                start("DefinedTerm", url(page.path() + "#" + term.id()));
                text("name", term.term());
                texts(
                        "alternateName",
                        Stream.concat(term.expansion().stream(), term.also().stream())
                                .toList());
                text("description", term.definition());
                text("url", url(page.path() + "#" + term.id()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void termSet(Head head) {
            start("DefinedTermSet", url(head.path() + "#terms"));
            text("name", head.title() + " – " + site.title());
            text("description", head.description());
            text("url", url(head.path().value()));
        }

        private void caseStudy(Pages.CaseStudyPage page) {
            start("Article", url(page.path() + "#article"));
            text("headline", page.head().title());
            text("description", page.head().description());
            text("inLanguage", site.language());
            text("datePublished", page.published().iso());
            page.head().modified().ifPresent(day -> text("dateModified", day));
            reference("mainEntityOfPage", url(page.path().value()));
            publisher();
            json.writeArrayPropertyStart("about");
            start("Organization", url(page.organisation().path() + "#organisation"));
            text("name", page.organisation().text());
            json.writeEndObject();
            for (Link service : page.services()) {
                start("DefinedTerm", url(service.path() + "#service"));
                text("name", service.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            place("contentLocation", page.place());
            json.writeArrayPropertyStart("citation");
            page.sources().forEach(this::source);
            json.writeEndArray();
            json.writeEndObject();
        }

        private void source(SourceItem source) {
            start("CreativeWork");
            text("name", source.title());
            text("url", source.url());
            source.published().ifPresent(date -> text("datePublished", date.iso()));
            json.writeEndObject();
        }

        private void organisation(Pages.OrganisationPage page) {
            start("Organization", url(page.path() + "#organisation"));
            text("name", page.head().title());
            page.summary().ifPresent(summary -> text("description", summary));
            page.website().ifPresent(website -> text("url", website));
            page.odsCode().ifPresent(code -> {
                json.writeObjectPropertyStart("identifier");
                text("@type", "PropertyValue");
                text("propertyID", "ODS code");
                text("value", code);
                json.writeEndObject();
            });
            place("location", page.place());
            reference("mainEntityOfPage", url(page.path().value()));
            json.writeEndObject();
        }

        private void publisher() {
            json.writeObjectPropertyStart("publisher");
            text("@type", "Organization");
            text("name", site.publisher().text());
            text("url", site.publisher().url());
            json.writeEndObject();
        }

        private void place(String property, String name) {
            json.writeObjectPropertyStart(property);
            text("@type", "Place");
            text("name", name);
            json.writeEndObject();
        }

        private void start(String type) {
            json.writeStartObject();
            text("@type", type);
        }

        private void start(String type, String id) {
            start(type);
            text("@id", id);
        }

        private void reference(String property, String id) {
            json.writeObjectPropertyStart(property);
            text("@id", id);
            json.writeEndObject();
        }

        private void text(String property, String value) {
            json.writeStringProperty(property, value);
        }

        private void texts(String property, List<String> values) {
            if (!values.isEmpty()) {
                json.writeArrayPropertyStart(property);
                values.forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }

    private String url(String path) {
        return site.baseUrl() + path;
    }
}

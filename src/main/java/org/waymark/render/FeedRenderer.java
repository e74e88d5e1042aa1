package org.waymark.render;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.Feed;
import org.waymark.plan.FeedItem;
import org.waymark.plan.Frame;
import org.waymark.plan.SitePlan;

/** The news feeds (Atom, RFC 4287). Their times come from the content, never from the clock. */
final class FeedRenderer implements Renderer {
    private static final String MIDNIGHT = "T00:00:00Z";

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        for (Feed feed : plan.feeds()) {
            output.accept(OutputFile.Made.text(feed.path().file(), atom(feed, plan.frame())));
        }
        return List.of();
    }

    private static String atom(Feed feed, Frame frame) {
        String updated = feed.items().stream()
                .map(FeedItem::updated)
                .max(Comparator.naturalOrder())
                .orElse("1970-01-01");
        String page = frame.baseUrl() + feed.page();
        var xml = new Xml()
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", frame.language())
                .element("id", page)
                .element("title", feed.title())
                .element("subtitle", feed.description())
                .element("updated", updated + MIDNIGHT)
                .empty("link", "rel", "self", "type", "application/atom+xml", "href", frame.baseUrl() + feed.path())
                .empty("link", "rel", "alternate", "type", "text/html", "href", page)
                .open("author")
                .element("name", frame.publisher().text())
                .element("uri", frame.publisher().url())
                .close();
        for (FeedItem item : feed.items()) {
            xml.open("entry")
                    .element("id", frame.baseUrl() + item.path())
                    .element("title", item.title())
                    .empty("link", "rel", "alternate", "type", "text/html", "href", frame.baseUrl() + item.path())
                    .element("published", item.published() + MIDNIGHT)
                    .element("updated", item.updated() + MIDNIGHT)
                    .element("summary", item.summary())
                    .close();
        }
        return xml.close().toString();
    }
}

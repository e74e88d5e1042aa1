package org.waymark.render;

import java.util.Comparator;
import java.util.List;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.FeedItem;
import org.waymark.plan.Frame;
import org.waymark.plan.Routes;
import org.waymark.plan.SitePlan;

/** {@code feed.xml} (Atom, RFC 4287): the newest case studies. Its times come from the content, never from the clock. */
final class FeedRenderer implements Renderer {
    private static final String MIDNIGHT = "T00:00:00Z";

    @Override
    public Outcome<List<OutputFile>> render(SitePlan plan) {
        Frame frame = plan.frame();
        String updated = plan.feed().stream()
                .map(FeedItem::updated)
                .max(Comparator.naturalOrder())
                .orElse("1970-01-01");
        var xml = new Xml()
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", frame.language())
                .element("id", frame.baseUrl())
                .element("title", frame.title())
                .element("subtitle", frame.summary())
                .element("updated", updated + MIDNIGHT)
                .empty("link", "rel", "self", "type", "application/atom+xml", "href", frame.baseUrl() + Routes.FEED)
                .empty("link", "rel", "alternate", "type", "text/html", "href", frame.baseUrl())
                .open("author")
                .element("name", frame.publisher().text())
                .element("uri", frame.publisher().url())
                .close();
        for (FeedItem item : plan.feed()) {
            xml.open("entry")
                    .element("id", frame.baseUrl() + item.path())
                    .element("title", item.title())
                    .empty("link", "rel", "alternate", "type", "text/html", "href", frame.baseUrl() + item.path())
                    .element("published", item.published() + MIDNIGHT)
                    .element("updated", item.updated() + MIDNIGHT)
                    .element("summary", item.summary())
                    .close();
        }
        return Outcome.of(
                List.of(OutputFile.Made.text(Routes.FEED.file(), xml.close().toString())));
    }
}

package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.Citation;
import org.waymark.schema.Labels;

/**
 * The value of a field as readers see it. What its type does not have is empty.
 *
 * @param name as in the kind file
 * @param label for readers
 * @param type the name of its type in a kind file, or that of its items if it is a list
 * @param text the whole value in words
 * @param items each value in words
 * @param links for references and choices with pages: a link for each value
 * @param urls for web addresses and e-mail addresses: where each leads
 * @param date for a date
 * @param facts for figures and groups: each part with its name
 * @param sources for citations
 * @param columns for groups that make a table: the labels of its columns
 * @param groups for a list of groups, and for a group with such a list: the parts of each; in a table, one for each column
 */
public record FieldView(
        String name,
        String label,
        String type,
        String text,
        List<String> items,
        List<PageLink> links,
        List<Frame.Web> urls,
        Optional<DateText> date,
        List<Fact> facts,
        List<Source> sources,
        List<String> columns,
        List<List<FieldView>> groups) {
    /** A name and its value, such as "Patients" and "190,000". */
    public record Fact(String name, String value) {}

    /** A source. */
    public record Source(String title, String publisher, String url, Optional<DateText> published, DateText seen) {
        static Source of(Citation citation, Labels labels) {
            return new Source(
                    citation.title(),
                    citation.publisher(),
                    citation.url(),
                    citation.published().map(day -> DateText.of(day, labels)),
                    DateText.of(citation.seen(), labels));
        }
    }

    /** The same under another name. */
    FieldView named(String other) {
        return other.equals(name)
                ? this
                : new FieldView(other, label, type, text, items, links, urls, date, facts, sources, columns, groups);
    }

    /** Whether it is short enough for a list of facts: not a text, a number to be seen first, a source or several groups. */
    boolean isFact() {
        return groups.isEmpty() && !type.equals("text") && !type.equals("figure") && !type.equals("citation");
    }

    public FieldView {
        items = List.copyOf(items);
        links = List.copyOf(links);
        urls = List.copyOf(urls);
        facts = List.copyOf(facts);
        sources = List.copyOf(sources);
        columns = List.copyOf(columns);
        groups = groups.stream().map(List::copyOf).toList();
    }
}

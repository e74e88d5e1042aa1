package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.schema.Citation;
import org.waymark.schema.Labels;
import org.waymark.source.ImageSize;

/**
 * The value of a field as readers see it. Parts that its type does not have are empty.
 *
 * @param name as in the kind file
 * @param label for readers
 * @param type the name of its type in a kind file, or that of its items if it is a list
 * @param text the whole value in words
 * @param items each value in words
 * @param links for references and choices with pages: a link for each value
 * @param urls for web addresses, e-mail addresses and phone numbers: the URL of each
 * @param date for a single date
 * @param facts for figures and groups: each part with its name
 * @param parts for a single short group: its parts, if their labels differ from all others of the entry
 * @param sources for citations
 * @param pictures for pictures that exist
 * @param columns for groups that make a table: the labels of its columns
 * @param hours for opening hours
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
        List<FieldView> parts,
        List<Source> sources,
        List<Image> pictures,
        Optional<HoursView> hours,
        List<String> columns,
        List<List<FieldView>> groups) {
    private static final Set<String> NO_FACTS = Set.of("text", "figure", "citation", "picture");

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

    /** The same with another name. */
    FieldView named(String other) {
        return other.equals(name)
                ? this
                : new FieldView(
                        other, label, type, text, items, links, urls, date, facts, parts, sources, pictures, hours,
                        columns, groups);
    }

    /**
     * A picture.
     *
     * @param path of its file, below the root of the site
     * @param size in pixels, if known
     * @param below what is written below it: its caption and who made it
     */
    public record Image(String path, Optional<ImageSize> size, String alt, List<String> below) {
        public Image {
            below = List.copyOf(below);
        }
    }

    /** Whether it is short enough for a list of facts: not a text, a key figure, a source, a picture or several groups. */
    boolean isFact() {
        return groups.isEmpty() && !NO_FACTS.contains(type);
    }

    /** The same without what says whether it is open now. */
    FieldView withoutLiveHours() {
        return hours.isEmpty()
                ? this
                : new FieldView(
                        name,
                        label,
                        type,
                        text,
                        items,
                        links,
                        urls,
                        date,
                        facts,
                        parts,
                        sources,
                        pictures,
                        hours.map(view -> new HoursView(view.parts(), view.notes(), Optional.empty())),
                        columns,
                        groups);
    }

    /** The same without its parts, whose labels readers could not distinguish from those of other fields. */
    FieldView whole() {
        return new FieldView(
                name, label, type, text, items, links, urls, date, List.of(), List.of(), sources, pictures, hours,
                columns, groups);
    }

    public FieldView {
        items = List.copyOf(items);
        links = List.copyOf(links);
        urls = List.copyOf(urls);
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        sources = List.copyOf(sources);
        pictures = List.copyOf(pictures);
        columns = List.copyOf(columns);
        groups =
                groups.isEmpty() ? List.of() : groups.stream().map(List::copyOf).toList();
    }
}

package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;

/**
 * A page, or part of one, that can be found, with fields by decreasing weight.
 *
 * @param path relative to the site's root
 * @param otherNames other names by which it is found
 * @param summary shown below the name
 * @param first what its kind shows first, shown before the details; it does not count for the rank
 * @param details a few facts, shown below the summary
 * @param body searched in full; results show an excerpt around the match
 * @param more also searched
 * @param postcodes the letters of the postcodes that lead to it
 */
public record SearchDocument(
        String path,
        String name,
        List<String> otherNames,
        String summary,
        Optional<String> first,
        String details,
        Optional<Prose> body,
        List<String> more,
        List<String> postcodes) {
    public SearchDocument {
        otherNames = List.copyOf(otherNames);
        more = List.copyOf(more);
        postcodes = List.copyOf(postcodes);
    }

    /** A page that no postcode leads to. */
    public SearchDocument(
            String path,
            String name,
            List<String> otherNames,
            String summary,
            Optional<String> first,
            String details,
            Optional<Prose> body,
            List<String> more) {
        this(path, name, otherNames, summary, first, details, body, more, List.of());
    }

    /** The same with another fact first. */
    SearchDocument withDetail(String fact) {
        String all = details.isEmpty() ? fact : fact + " · " + details;
        return new SearchDocument(path, name, otherNames, summary, first, all, body, more, postcodes);
    }

    public List<String> headings() {
        return body.isEmpty()
                ? List.of()
                : body.get().headings().stream().map(Prose.Heading::text).toList();
    }

    /** The text from which the script takes a result's excerpt: the body, otherwise the first of the other texts. */
    public String excerpts() {
        return body.map(Prose::text).orElseGet(() -> more.isEmpty() ? "" : more.get(0));
    }

    /** All text that is searched but not shown in full. Not stored, since a large directory has too much of it. */
    public String text() {
        String text = body.map(Prose::text).orElse("");
        return more.isEmpty() ? text : text + "\n" + String.join("\n", more);
    }
}

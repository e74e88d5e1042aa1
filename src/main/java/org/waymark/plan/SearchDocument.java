package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;

/**
 * What can be found at one address, in fields of falling weight.
 *
 * @param path relative to the site's root
 * @param otherNames names that lead here like its own
 * @param summary shown below the name
 * @param details a few facts, shown below the summary
 * @param body searched, but not shown
 * @param more likewise
 */
public record SearchDocument(
        String path,
        String name,
        List<String> otherNames,
        String summary,
        String details,
        Optional<Prose> body,
        List<String> more) {
    public SearchDocument {
        otherNames = List.copyOf(otherNames);
        more = List.copyOf(more);
    }

    /** The same with a fact before the others. */
    SearchDocument withDetail(String first) {
        String all = details.isEmpty() ? first : first + " · " + details;
        return new SearchDocument(path, name, otherNames, summary, all, body, more);
    }

    public List<String> headings() {
        return body.isEmpty()
                ? List.of()
                : body.get().headings().stream().map(Prose.Heading::text).toList();
    }

    /** All that is searched, but not shown. Made anew each time: the texts of a large directory are too many to keep. */
    public String text() {
        var text = new StringBuilder(body.map(Prose::text).orElse(""));
        for (String part : more) {
            text.append('\n').append(part);
        }
        return text.toString();
    }
}

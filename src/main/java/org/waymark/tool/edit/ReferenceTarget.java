package org.waymark.tool.edit;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.waymark.directory.Document;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;

/**
 * Where all that refers to an entry leads from now on.
 *
 * @param path its file, after the change
 * @param heading the heading to which a link leads now, by that to which it led
 */
record ReferenceTarget(Kind<?> kind, Id id, String path, UnaryOperator<Optional<String>> heading) {
    /** Another entry as it is. A link to a heading leads there only if it has the same. */
    static ReferenceTarget of(Document entry) {
        return new ReferenceTarget(
                entry.kind(), entry.id(), entry.path(), heading -> heading.filter(h -> hasHeading(entry, h)));
    }

    private static boolean hasHeading(Document entry, String anchor) {
        return entry.body().stream()
                .flatMap(body -> body.headings().stream())
                .anyMatch(heading -> heading.anchor().equals(anchor));
    }

    EntryName name() {
        return new EntryName(kind, id);
    }

    /** What is after the {@code #} of a link: that of a term is its id. */
    Optional<String> fragment(Optional<String> before) {
        return kind.place().isFolder() ? heading.apply(before) : Optional.of(id.value());
    }
}

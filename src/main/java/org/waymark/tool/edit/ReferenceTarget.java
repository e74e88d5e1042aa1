package org.waymark.tool.edit;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.waymark.directory.Entry;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;

/**
 * The new target for everything that refers to an entry.
 *
 * @param path its file, after the change
 * @param heading maps the heading that a link pointed to, to its new one
 */
record ReferenceTarget(Kind kind, Id id, String path, UnaryOperator<Optional<String>> heading) {
    /** An existing entry. A link to a heading works only if the entry has the same heading. */
    static ReferenceTarget of(Entry entry) {
        return new ReferenceTarget(
                entry.kind(), entry.id(), entry.path(), heading -> heading.filter(h -> hasHeading(entry, h)));
    }

    private static boolean hasHeading(Entry entry, String anchor) {
        return entry.body().stream()
                .flatMap(body -> body.headings().stream())
                .anyMatch(heading -> heading.anchor().equals(anchor));
    }

    EntryName name() {
        return new EntryName(kind, id);
    }

    /** The fragment of a link: for a glossary term, its id. */
    Optional<String> fragment(Optional<String> before) {
        return kind.place().isFolder() ? heading.apply(before) : Optional.of(id.value());
    }
}

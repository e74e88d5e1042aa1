package org.waymark.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;
import org.waymark.schema.Role;

/**
 * A word or abbreviation that readers may not know: an entry of a kind whose entries have the role {@link Role#DEFINITION}.
 *
 * @param kind of the entry that explains it
 * @param id of that entry
 * @param isOrdinaryWord whether it is also an everyday word, so it is not explained wherever it occurs
 * @param changed what has changed since the publication on which the directory is based
 * @param ended the first day on which what it stands for no longer existed; not published
 * @param sources the web addresses in its fields
 */
public record Term(
        Kind kind,
        Id id,
        String term,
        Optional<String> expansion,
        String definition,
        List<String> also,
        boolean isOrdinaryWord,
        Optional<String> changed,
        Optional<LocalDate> ended,
        List<String> sources,
        Origin origin) {
    /** The term that an entry explains, from its roles. */
    public static Term of(Entry entry) {
        return new Term(
                entry.kind(),
                entry.id(),
                entry.label(),
                entry.text(Role.EXPANSION),
                entry.text(Role.DEFINITION).orElse(""),
                entry.alternativeNames(),
                entry.isOrdinaryWord(),
                entry.text(Role.CHANGED),
                entry.kind().field(Role.ENDED).flatMap(field -> entry.get(field, LocalDate.class)),
                entry.kind().sources().stream()
                        .flatMap(field -> entry.fields().all(field, String.class))
                        .toList(),
                entry.origin());
    }

    public Term {
        also = List.copyOf(also);
        sources = List.copyOf(sources);
    }
}

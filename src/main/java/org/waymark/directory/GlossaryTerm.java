package org.waymark.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waymark.schema.Entry;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;

/**
 * A word or abbreviation that readers may not know. Its id comes from the term.
 *
 * @param ordinaryWord whether the term is also an everyday word, so that it is not explained wherever it occurs
 * @param changed what has changed since the publication on which the directory is based
 * @param ended the first day on which the body, scheme or name no longer existed; not published
 */
public record GlossaryTerm(
        Kind entryKind,
        Id id,
        String term,
        Optional<String> expansion,
        String definition,
        List<String> also,
        boolean ordinaryWord,
        Optional<String> changed,
        Optional<LocalDate> ended,
        List<String> sources,
        Origin origin)
        implements Entry {
    static GlossaryTerm of(Kind kind, Fields f) {
        return new GlossaryTerm(
                kind,
                f.id(),
                f.value("term", String.class).orElseThrow(),
                f.value("expansion", String.class),
                f.value("definition", String.class).orElseThrow(),
                f.items("also", String.class),
                f.value("ordinary-word", Boolean.class).orElse(false),
                f.value("changed", String.class),
                f.value("ended", LocalDate.class),
                f.items("sources", String.class),
                f.origin());
    }

    @Override
    public String label() {
        return term;
    }
}

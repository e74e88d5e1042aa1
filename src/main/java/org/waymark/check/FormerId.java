package org.waymark.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Id;
import org.waymark.schema.Placed;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Adds an id to an entry's former ids, so its old address redirects to the new one. */
final class FormerId {
    private FormerId() {}

    /**
     * A person must choose it, since only they know that the two are the same. Empty if the fields are written in an
     * unusual form.
     */
    static Optional<Fix> addTo(Entry entry, Id former) {
        List<Placed<Id>> known = entry.find(CommonFields.FORMER_IDS).orElse(List.of());
        SourceFile file = entry.file();
        String title = "Add `" + former + "` to the former ids of `" + entry.id() + "`";
        if (!known.isEmpty()) {
            Span last = known.get(known.size() - 1).span();
            return Optional.of(Fix.possible(title, after(file, last, former)));
        }
        Span label = entry.origin().of(entry.kind().labelField());
        String beginning = entry.kind().labelField().name() + ":";
        if (!file.line(label.startLine()).startsWith(beginning)) {
            return Optional.empty();
        }
        return entry.origin()
                .all()
                .max(Comparator.comparing(Span::end))
                .map(last -> Fix.possible(
                        title,
                        Fix.insertion(
                                file.path(),
                                lineEnd(file, last.endLine()),
                                "\n" + CommonFields.FORMER_IDS.name() + ": [" + former + "]")));
    }

    private static Edit after(SourceFile file, Span last, Id former) {
        String before = file.line(last.startLine()).substring(0, last.startColumn() - 1);
        return !before.strip().equals("-")
                ? Fix.insertion(file.path(), last.end(), ", " + former)
                : Fix.insertion(file.path(), lineEnd(file, last.endLine()), "\n" + before + former);
    }

    private static Position lineEnd(SourceFile file, int line) {
        return new Position(line, file.line(line).length() + 1);
    }
}

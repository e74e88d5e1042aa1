package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** The foldable ranges of a file: the fields as a whole, each long field, and the section below each heading. */
final class Folds {
    private Folds() {}

    static List<Span> of(Snapshot snapshot, SourceFile file) {
        var folds = new ArrayList<Span>();
        snapshot.kindOf(file).filter(kind -> kind.place().hasBody()).ifPresent(kind -> {
            FieldLines lines = FieldLines.of(file, kind);
            if (lines.last() >= lines.first()) {
                folds.add(TextPositions.lines(file, 1, Math.min(lines.last() + 1, file.lineCount())));
            }
        });
        Outline.flattened(Outline.of(snapshot, file)).stream()
                .map(Outline::whole)
                .filter(whole -> whole.endLine() > whole.startLine())
                .forEach(folds::add);
        return folds;
    }
}

package org.waymark.lsp;

import java.util.Optional;
import org.waymark.diagnostic.Code;
import org.waymark.model.Common;
import org.waymark.model.Document;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Adds the name of a warning to the {@code allow} of an entry. */
final class Allowance {
    private Allowance() {}

    /** Empty where the fields cannot be read well enough to know the place. */
    static Optional<Edit> edit(SourceFile file, Document document, Code code) {
        FieldLines lines = FieldLines.of(file, document.kind());
        String field = Common.ALLOW.name();
        if (!document.fields().origin().values().containsKey(field)) {
            boolean isThere = false;
            for (int line = lines.first(); line <= lines.last(); line++) {
                YamlLine row = YamlLine.of(file.line(line));
                isThere |= row.content() == 0 && row.key().filter(field::equals).isPresent();
            }
            return isThere || lines.last() < lines.first()
                    ? Optional.empty()
                    : Optional.of(newField(file, lines, field + ": [" + code + "]"));
        }
        Span value = document.fields().origin().of(Common.ALLOW);
        int end = file.offset(value.end());
        if (end > 0 && file.text().charAt(end - 1) == ']') {
            boolean isEmpty = document.fields().find(Common.ALLOW).orElseThrow().isEmpty();
            return Optional.of(new Edit(file.span(end - 1, end - 1), (isEmpty ? "" : ", ") + code));
        }
        int first = file.offset(value.start());
        if (first < file.text().length() && file.text().charAt(first) == '-') {
            String indent = " ".repeat(value.startColumn() - 1);
            return Optional.of(new Edit(file.span(end, end), "\n" + indent + "- " + code));
        }
        return Optional.empty();
    }

    private static Edit newField(SourceFile file, FieldLines lines, String text) {
        int last = lines.last();
        while (last > lines.first() && file.line(last).isBlank()) {
            last--;
        }
        int end = file.offset(new Position(last, file.line(last).length() + 1));
        return new Edit(file.span(end, end), "\n" + text);
    }
}

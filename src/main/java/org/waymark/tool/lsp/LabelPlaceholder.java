package org.waymark.tool.lsp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.schema.FieldType;
import org.waymark.schema.Kind;
import org.waymark.schema.LabelPlaceholders;
import org.waymark.schema.LabelType;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.tool.lsp.CompletionProposal.Sort;

/**
 * A placeholder in the text of a label, such as {@code {count}}, as far as typed.
 *
 * @param label the label whose text contains it
 */
record LabelPlaceholder(LabelType label, Span span) {
    private static final Pattern TYPED = Pattern.compile("\\{[A-Za-z.-]*\\}?");

    /** The placeholder at a cursor in a file of labels. */
    static Optional<LabelPlaceholder> at(SourceFile file, Kind kind, Position position) {
        String line = file.line(position.line());
        int cursor = Math.min(position.column() - 1, line.length());
        Matcher typed = TYPED.matcher(line);
        while (typed.find()) {
            if (typed.start() < cursor && cursor <= typed.end() && !line.startsWith("}", cursor - 1)) {
                Span span = TextPositions.inLine(file, position.line(), typed.start(), typed.end());
                return label(file, kind, position).map(label -> new LabelPlaceholder(label, span));
            }
        }
        return Optional.empty();
    }

    /** The label in whose text the cursor is; empty if the brace begins a group of forms. */
    private static Optional<LabelType> label(SourceFile file, Kind kind, Position position) {
        Optional<FieldType<?>> type = FieldCursor.at(file, FieldLines.of(file, kind), position)
                .filter(cursor -> cursor.where() != FieldCursor.Where.FLOW_KEY)
                .flatMap(cursor -> FieldPaths.at(kind, cursor));
        return type.filter(LabelType.class::isInstance).map(LabelType.class::cast);
    }

    /** The placeholders that the label may have. */
    Stream<CompletionProposal> proposals() {
        return label.places().stream()
                .map(place -> CompletionProposal.plain(
                        Sort.CHOICE, place, LabelPlaceholders.meaning(place), "", place, place, span));
    }

    /** What it stands for. */
    Optional<HoverText> help(SourceFile file) {
        String typed = file.text().substring(file.offset(span.start()), file.offset(span.end()));
        return label.places().contains(typed)
                ? Optional.of(new HoverText("**" + typed + "** is " + LabelPlaceholders.meaning(typed) + ".", span))
                : Optional.empty();
    }
}

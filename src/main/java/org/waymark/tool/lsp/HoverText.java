package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.content.ProjectShape;
import org.waymark.content.YamlLine;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Explanation;
import org.waymark.directory.Entry;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Hover information for the words at a cursor.
 *
 * @param text in Markdown
 */
record HoverText(String text, Span span) {
    static Optional<HoverText> at(Snapshot snapshot, SourceFile file, Position cursor) {
        var parts = new ArrayList<HoverText>();
        findings(snapshot, file, cursor).forEach(finding -> parts.add(finding(finding)));
        boolean isOfShape = ProjectShape.isPart(file.path());
        Optional<HoverText> named = isOfShape
                ? ShapeHelp.at(snapshot, file, cursor)
                : SymbolAtCursor.at(snapshot, file, cursor).flatMap(HoverText::subject);
        named.or(() -> field(snapshot, file, cursor)).ifPresent(parts::add);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new HoverText(
                        String.join(
                                "\n\n---\n\n",
                                parts.stream().map(HoverText::text).toList()),
                        parts.get(parts.size() - 1).span()));
    }

    private static List<Diagnostic> findings(Snapshot snapshot, SourceFile file, Position cursor) {
        return snapshot.edition().diagnostics().stream()
                .filter(finding -> finding.span().path().equals(file.path()))
                .filter(finding -> TextPositions.touches(finding.span(), cursor))
                .toList();
    }

    private static HoverText finding(Diagnostic finding) {
        return new HoverText(
                "**" + finding.code() + "**: " + Explanation.of(finding.code()).summary(), finding.span());
    }

    private static Optional<HoverText> subject(SymbolAtCursor subject) {
        if (subject instanceof SymbolAtCursor.OfEntry of) {
            return Optional.of(new HoverText(entry(of.entry()), subject.span()));
        }
        return subject instanceof SymbolAtCursor.OfHeading heading
                        && !heading.span().equals(heading.place())
                ? Optional.of(new HoverText(
                        "**" + heading.heading().text() + "**\n\nA heading in `" + heading.path() + "`",
                        subject.span()))
                : Optional.empty();
    }

    private static String entry(Entry entry) {
        String kind = entry.kind().phrase();
        return "**" + Snapshot.label(entry) + "**\n\n"
                + Snapshot.gist(entry).map(gist -> gist + "\n\n").orElse("")
                + Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + ", `" + entry.path() + "`";
    }

    /** The field whose key is at the cursor, or on its line. */
    private static Optional<HoverText> field(Snapshot snapshot, SourceFile file, Position cursor) {
        Optional<Kind> kind = snapshot.kindOf(file);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Optional<TypedNames.Key> key = TypedNames.in(snapshot, file).keyAt(cursor);
        if (key.isPresent()) {
            return Optional.of(field(snapshot, key.get().field(), key.get().span()));
        }
        FieldLines lines = FieldLines.of(file, kind.get());
        YamlLine row = YamlLine.of(file.line(cursor.line()));
        if (!lines.contains(cursor.line()) || row.key().isEmpty() || cursor.column() - 1 < row.content()) {
            return Optional.empty();
        }
        var afterColon = new Position(cursor.line(), row.colon() + 2);
        return FieldCursor.at(file, lines, afterColon)
                .flatMap(found -> FieldPaths.field(kind.get(), found))
                .map(field ->
                        field(snapshot, field, TextPositions.inLine(file, cursor.line(), row.content(), row.colon())));
    }

    private static HoverText field(Snapshot snapshot, Field<?> field, Span span) {
        return new HoverText("**" + field.name() + "**\n\n" + FieldHelp.of(snapshot.shape(), field), span);
    }
}

package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Explanation;
import org.waymark.directory.Document;
import org.waymark.schema.Kind;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * What there is to say about the words at a cursor.
 *
 * @param text in Markdown
 */
record Explained(String text, Span span) {
    static Optional<Explained> at(Snapshot snapshot, SourceFile file, Position cursor) {
        var parts = new ArrayList<Explained>();
        findings(snapshot, file, cursor).forEach(finding -> parts.add(finding(finding)));
        Subject.at(snapshot, file, cursor)
                .flatMap(Explained::subject)
                .or(() -> field(file, cursor))
                .ifPresent(parts::add);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Explained(
                        String.join(
                                "\n\n---\n\n",
                                parts.stream().map(Explained::text).toList()),
                        parts.get(parts.size() - 1).span()));
    }

    private static List<Diagnostic> findings(Snapshot snapshot, SourceFile file, Position cursor) {
        return snapshot.edition().diagnostics().stream()
                .filter(finding -> finding.span().path().equals(file.path()))
                .filter(finding -> Places.touches(finding.span(), cursor))
                .toList();
    }

    private static Explained finding(Diagnostic finding) {
        return new Explained(
                "**" + finding.code() + "**: " + Explanation.of(finding.code()).gist(), finding.span());
    }

    private static Optional<Explained> subject(Subject subject) {
        if (subject instanceof Subject.OfEntry of) {
            return Optional.of(new Explained(entry(of.entry()), subject.span()));
        }
        return subject instanceof Subject.OfHeading heading && !heading.span().equals(heading.place())
                ? Optional.of(new Explained(
                        "**" + heading.heading().text() + "**\n\nA heading in `" + heading.path() + "`",
                        subject.span()))
                : Optional.empty();
    }

    private static String entry(Document entry) {
        String kind = entry.kind().phrase();
        return "**" + Snapshot.label(entry) + "**\n\n"
                + Snapshot.gist(entry).map(gist -> gist + "\n\n").orElse("")
                + Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + ", `" + entry.path() + "`";
    }

    /** The field that a key on the cursor's line names. */
    private static Optional<Explained> field(SourceFile file, Position cursor) {
        Optional<Kind<?>> kind = Snapshot.kindOf(file.path());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        FieldLines lines = FieldLines.of(file, kind.get());
        YamlLine row = YamlLine.of(file.line(cursor.line()));
        if (!lines.contains(cursor.line()) || row.key().isEmpty() || cursor.column() - 1 < row.content()) {
            return Optional.empty();
        }
        var behindColon = new Position(cursor.line(), row.colon() + 2);
        return FieldCursor.at(file, lines, behindColon)
                .flatMap(found -> FieldPaths.field(kind.get(), found.path()))
                .map(field -> new Explained(
                        "**" + field.name() + "**\n\n" + FieldHelp.of(field),
                        Places.inLine(file, cursor.line(), row.content(), row.colon())));
    }
}

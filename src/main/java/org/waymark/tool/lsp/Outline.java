package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.content.YamlLine;
import org.waymark.directory.Entry;
import org.waymark.markdown.Prose;
import org.waymark.schema.Kind;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * A part of a file, for the document outline.
 *
 * @param whole its whole span
 * @param name the span of its name
 */
record Outline(Sort sort, String label, String detail, Span whole, Span name, List<Outline> parts) {
    /** The kind of part, for the icon. */
    enum Sort {
        FIELD,
        HEADING,
        ENTRY
    }

    Outline {
        parts = List.copyOf(parts);
    }

    static List<Outline> of(Snapshot snapshot, SourceFile file) {
        Optional<Kind> kind = snapshot.kindOf(file);
        if (kind.isEmpty()) {
            return List.of();
        }
        List<Entry> documents = snapshot.read(file);
        if (kind.get().place() instanceof Kind.YamlList) {
            return terms(file, documents.stream().filter(Entry::isNamed).toList());
        }
        var parts = new ArrayList<>(fields(file, FieldLines.of(file, kind.get())));
        documents.stream()
                .flatMap(document -> document.body().stream())
                .forEach(body -> parts.addAll(headings(file, body.headings(), file.lineCount())));
        return parts;
    }

    private static List<Outline> terms(SourceFile file, List<Entry> terms) {
        var parts = new ArrayList<Outline>();
        for (int i = 0; i < terms.size(); i++) {
            Entry term = terms.get(i);
            int first = term.origin().whole().startLine();
            int after = i + 1 < terms.size() ? terms.get(i + 1).origin().whole().startLine() : file.lineCount() + 1;
            Span whole = TextPositions.lines(file, first, lastWithText(file, first, after - 1));
            Span name = term.origin().of(term.kind().labelField());
            String gist = Snapshot.gist(term).orElse("");
            parts.add(new Outline(Sort.ENTRY, Snapshot.label(term), gist, whole, name, List.of()));
        }
        return parts;
    }

    private static List<Outline> fields(SourceFile file, FieldLines lines) {
        var parts = new ArrayList<Outline>();
        for (int line = lines.first(); line <= lines.last(); line++) {
            YamlLine row = YamlLine.of(file.line(line));
            if (row.key().isEmpty() || row.content() > 0) {
                continue;
            }
            int after = line + 1;
            while (after <= lines.last() && !startsField(file.line(after))) {
                after++;
            }
            String value = file.line(line).substring(row.colon() + 1).strip();
            Span whole = TextPositions.lines(file, line, lastWithText(file, line, after - 1));
            Span name = TextPositions.inLine(file, line, 0, row.colon());
            parts.add(new Outline(Sort.FIELD, row.key().get(), value, whole, name, List.of()));
        }
        return parts;
    }

    private static boolean startsField(String line) {
        YamlLine row = YamlLine.of(line);
        return row.content() == 0 && row.key().isPresent();
    }

    private static int lastWithText(SourceFile file, int first, int last) {
        int line = last;
        while (line > first && file.line(line).isBlank()) {
            line--;
        }
        return line;
    }

    /** Headings up to a line, each with the deeper ones that follow it. */
    private static List<Outline> headings(SourceFile file, List<Prose.Heading> headings, int end) {
        var parts = new ArrayList<Outline>();
        int at = 0;
        while (at < headings.size()) {
            Prose.Heading heading = headings.get(at);
            int next = at + 1;
            while (next < headings.size() && headings.get(next).level() > heading.level()) {
                next++;
            }
            int first = heading.span().startLine();
            int after = next < headings.size() ? headings.get(next).span().startLine() : end + 1;
            int last = Math.max(heading.span().endLine(), lastWithText(file, first, after - 1));
            parts.add(new Outline(
                    Sort.HEADING,
                    heading.text().isBlank() ? "#" : heading.text(),
                    "",
                    TextPositions.lines(file, first, last),
                    heading.span(),
                    headings(file, headings.subList(at + 1, next), last)));
            at = next;
        }
        return parts;
    }

    /** Parts and all their descendants, in order. */
    static List<Outline> flattened(List<Outline> parts) {
        var all = new ArrayList<Outline>();
        parts.forEach(part -> {
            all.add(part);
            all.addAll(flattened(part.parts()));
        });
        return all;
    }
}

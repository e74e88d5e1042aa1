package org.waymark.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.EditedText;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Fixes as replacements of whole lines, which code hosts let people apply with a click. Left out is a fix that changes
 * several files, or nothing but lines that an earlier one in the report changes.
 */
final class SuggestionReport implements Report {
    /** Longer suggestions are no small changes. */
    private static final int MOST_LINES = 60;

    private final ReportContext context;

    SuggestionReport(ReportContext context) {
        this.context = context;
    }

    /**
     * Whole lines of a file and what replaces them.
     *
     * @param last the last line, inclusive
     * @param lines what replaces them, without a line end at the end
     */
    private record Replacement(String path, int first, int last, String lines) {
        boolean overlaps(Replacement other) {
            return path.equals(other.path) && first <= other.last && other.first <= last;
        }
    }

    @Override
    public void write(List<Diagnostic> findings, PrintWriter target) {
        var suggestions = new ArrayList<Members>();
        var before = new ArrayList<Replacement>();
        for (Diagnostic finding : findings) {
            Optional<Replacement> replacement = finding.fix().flatMap(this::replacement);
            if (replacement
                    .filter(each -> before.stream().noneMatch(each::overlaps))
                    .isPresent()) {
                before.add(replacement.get());
                suggestions.add(suggestion(finding, finding.fix().orElseThrow(), replacement.get()));
            }
        }
        target.append(JsonEscaper.of(Json.indented(suggestions))).append('\n');
    }

    private Optional<Replacement> replacement(Fix fix) {
        Optional<SourceFile> file = fix.edits().stream()
                .map(edit -> edit.span().path())
                .distinct()
                .reduce((one, other) -> "")
                .map(context.files()::get);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        SourceFile text = file.get();
        int first = Math.min(text.lineCount(), fix.edits().get(0).span().startLine());
        int last = fix.edits().stream()
                .map(Edit::span)
                .mapToInt(Span::endLine)
                .map(line -> Math.min(line, text.lineCount()))
                .max()
                .orElse(first);
        if (last - first >= MOST_LINES) {
            return Optional.empty();
        }
        int start = text.offset(new Position(first, 1));
        int end = text.offset(new Position(last, text.lineLength(last) + 1));
        String edited = EditedText.of(text.text(), fix.edits());
        String lines = edited.substring(start, edited.length() - (text.text().length() - end));
        return Optional.of(new Replacement(text.path(), first, last, lines));
    }

    private Members suggestion(Diagnostic finding, Fix fix, Replacement replacement) {
        return Json.object()
                .add("path", context.inRepository(replacement.path()))
                .add("startLine", replacement.first())
                .add("endLine", replacement.last())
                .add("replacement", replacement.lines())
                .add("code", finding.code().name())
                .add("message", finding.message())
                .add("title", fix.title())
                .add("certain", fix.isCertain())
                .add(
                        "comment",
                        MarkdownEscaper.of(FindingText.sentence(finding.message())) + " "
                                + MarkdownEscaper.of(fix.title() + (fix.isCertain() ? "." : "?")));
    }
}

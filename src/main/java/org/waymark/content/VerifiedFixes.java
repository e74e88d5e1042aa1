package org.waymark.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.EditedText;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Keeps a fix certain only if it improves the file: the finding is gone, the changed lines have no other, and there are
 * no more than before. The code that creates a fix sees only one value or one line, and cannot know how the fix affects
 * the rest.
 */
final class VerifiedFixes {
    /** A file is read again at most this many times, so many mistakes in a long file take no longer than a few. */
    private static final int MOST_READINGS = 20;

    private static final int MOST_CHARACTERS = 2_000_000;

    private final SourceFile file;
    private final List<Diagnostic> found;
    private final Function<SourceFile, List<Diagnostic>> reader;

    private VerifiedFixes(SourceFile file, List<Diagnostic> found, Function<SourceFile, List<Diagnostic>> reader) {
        this.file = file;
        this.found = found;
        this.reader = reader;
    }

    /**
     * The findings about a file, each with its fix marked certain only if verified.
     *
     * @param reader finds what is wrong with the file with other text
     */
    static List<Diagnostic> of(SourceFile file, List<Diagnostic> found, Function<SourceFile, List<Diagnostic>> reader) {
        boolean isSound = found.stream().noneMatch(VerifiedFixes::isCertain);
        return isSound ? found : new VerifiedFixes(file, found, reader).prove();
    }

    private static boolean isCertain(Diagnostic finding) {
        return finding.fix().filter(Fix::isCertain).isPresent();
    }

    private List<Diagnostic> prove() {
        List<Diagnostic> certain =
                found.stream().filter(VerifiedFixes::isCertain).toList();
        if (certain.size() > 1 && isProvenTogether(certain)) {
            return found;
        }
        int left = Math.max(
                1, Math.min(MOST_READINGS, MOST_CHARACTERS / (file.text().length() + 1)));
        var proven = new ArrayList<Diagnostic>(found.size());
        for (Diagnostic finding : found) {
            boolean isClaimed = isCertain(finding);
            boolean isProven = isClaimed && left > 0 && isProven(finding);
            left -= isClaimed ? 1 : 0;
            proven.add(isClaimed && !isProven ? finding.withFix(finding.fix().map(Fix::ifChosen)) : finding);
        }
        return proven;
    }

    private boolean isProvenTogether(List<Diagnostic> certain) {
        List<Edit> edits = certain.stream()
                .flatMap(finding -> finding.fix().orElseThrow().edits().stream())
                .sorted(Comparator.comparing(Edit::span))
                .toList();
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i).span().start().compareTo(edits.get(i - 1).span().end()) <= 0) {
                return false;
            }
        }
        Set<String> texts = found.stream().map(VerifiedFixes::text).collect(Collectors.toSet());
        List<Diagnostic> after = after(edits);
        return after.size() == found.size() - certain.size()
                && after.stream().map(VerifiedFixes::text).allMatch(texts::contains);
    }

    private static String text(Diagnostic finding) {
        return finding.code() + " " + finding.message();
    }

    private boolean isProven(Diagnostic finding) {
        List<Edit> edits = finding.fix().orElseThrow().edits();
        List<Diagnostic> after = after(edits);
        int first =
                edits.stream().mapToInt(edit -> edit.span().startLine()).min().orElseThrow();
        int last = edits.stream().mapToInt(edit -> edit.span().endLine()).max().orElseThrow();
        int added = edits.stream().mapToInt(VerifiedFixes::addedLines).sum();
        long before = found.stream()
                .filter(each -> each.equals(finding) || isWithin(each.span(), first, last))
                .count();
        long now = after.stream()
                .filter(each -> isWithin(each.span(), first, last + added))
                .count();
        return after.size() <= found.size() && now < before;
    }

    private List<Diagnostic> after(List<Edit> edits) {
        return reader.apply(SourceFile.of(file.path(), EditedText.of(file.text(), edits)));
    }

    private static int addedLines(Edit edit) {
        long lines = edit.text().chars().filter(c -> c == '\n').count();
        return (int) lines - (edit.span().endLine() - edit.span().startLine());
    }

    private static boolean isWithin(Span span, int first, int last) {
        return span.startLine() <= last && span.endLine() >= first;
    }
}

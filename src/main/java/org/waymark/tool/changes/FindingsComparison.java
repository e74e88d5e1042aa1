package org.waymark.tool.changes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Finds new findings, even if they moved within their file or the file was renamed. */
final class FindingsComparison {
    private FindingsComparison() {}

    /**
     * The findings that only one snapshot has.
     *
     * @param path maps the path of a file to its path in the other snapshot
     */
    static List<Diagnostic> only(DirectoryState in, DirectoryState notIn, UnaryOperator<String> path) {
        List<String> names = names(in, path);
        Set<String> others = new HashSet<>(names(notIn, UnaryOperator.identity()));
        return IntStream.range(0, names.size())
                .filter(i -> !others.contains(names.get(i)))
                .mapToObj(in.findings()::get)
                .toList();
    }

    private static List<String> names(DirectoryState state, UnaryOperator<String> path) {
        Map<String, SourceFile> files = new HashMap<>();
        state.directory().files().forEach(file -> files.put(path.apply(file.path()), file));
        List<Diagnostic> moved = state.findings().stream()
                .map(finding -> at(finding, path.apply(finding.span().path())))
                .toList();
        var fingerprints = new Fingerprints(moved, files);
        return moved.stream()
                .map(finding -> fingerprints.of(finding) + finding.severity())
                .toList();
    }

    private static Diagnostic at(Diagnostic finding, String path) {
        Span span = finding.span();
        return path.equals(span.path())
                ? finding
                : Diagnostic.of(
                                finding.code(),
                                new Span(path, span.startLine(), span.startColumn(), span.endLine(), span.endColumn()),
                                finding.message())
                        .withSeverity(finding.severity());
    }
}

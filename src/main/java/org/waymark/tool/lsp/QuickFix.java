package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Span;
import org.waymark.tool.edit.Allowance;

/** A finding and a fix for it. */
record QuickFix(Diagnostic finding, Fix fix) {
    /** The fixes for findings in a span, certain ones first. */
    static List<QuickFix> at(Snapshot snapshot, Span span) {
        return snapshot.edition().diagnostics().stream()
                .filter(finding -> TextPositions.meet(finding.span(), span))
                .flatMap(finding -> Stream.concat(
                        finding.fix().stream()
                                .filter(fix -> !fix.edits().isEmpty())
                                .map(fix -> new QuickFix(finding, fix)),
                        allowance(snapshot, finding).stream()))
                .sorted(Comparator.comparing(quick -> !quick.fix().isCertain()))
                .toList();
    }

    /** All certain fixes in a file, as one fix; empty if there are none. */
    static Optional<Fix> allCertain(Snapshot snapshot, String path) {
        var edits = new ArrayList<Edit>();
        snapshot.edition().diagnostics().stream()
                .filter(finding -> finding.span().path().equals(path))
                .flatMap(finding -> finding.fix().stream())
                .filter(Fix::isCertain)
                .filter(fix -> fix.edits().stream()
                        .allMatch(edit -> edit.span().path().equals(path)
                                && edits.stream().noneMatch(other -> TextPositions.meet(edit.span(), other.span()))))
                .forEach(fix -> edits.addAll(fix.edits()));
        edits.sort(Comparator.comparing(Edit::span));
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Fix("Apply all certain fixes", true, edits));
    }

    /** A fix that allows a warning in its entry. */
    private static Optional<QuickFix> allowance(Snapshot snapshot, Diagnostic finding) {
        if (!Codes.allowable().contains(finding.code().name())) {
            return Optional.empty();
        }
        return snapshot.directory()
                .entryAt(finding.span().path())
                .map(entry -> Allowance.of(snapshot.directory(), snapshot.project(), entry, finding.code()))
                .filter(edits -> !edits.isEmpty())
                .map(edits ->
                        new QuickFix(finding, new Fix("Allow `" + finding.code() + "` in this entry", false, edits)));
    }
}

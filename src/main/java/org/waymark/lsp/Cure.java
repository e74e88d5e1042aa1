package org.waymark.lsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.model.Common;
import org.waymark.source.Edit;
import org.waymark.source.Span;

/** A finding and something that would mend it. */
record Cure(Diagnostic finding, Fix fix) {
    /** The cures for what was found in a stretch of a file, those that are certain first. */
    static List<Cure> at(Snapshot snapshot, Span stretch) {
        return snapshot.edition().diagnostics().stream()
                .filter(finding -> Places.meet(finding.span(), stretch))
                .flatMap(finding -> Stream.concat(
                        finding.fix().stream().map(fix -> new Cure(finding, fix)),
                        allowance(snapshot, finding).stream()))
                .sorted(Comparator.comparing(cure -> !cure.fix().isCertain()))
                .toList();
    }

    /** Everything in a file that can be mended unseen, as one cure; empty where there is nothing of the kind. */
    static Optional<Fix> allCertain(Snapshot snapshot, String path) {
        var edits = new ArrayList<Edit>();
        snapshot.edition().diagnostics().stream()
                .filter(finding -> finding.span().path().equals(path))
                .flatMap(finding -> finding.fix().stream())
                .filter(Fix::isCertain)
                .filter(fix -> fix.edits().stream()
                        .allMatch(edit -> edit.span().path().equals(path)
                                && edits.stream().noneMatch(other -> Places.meet(edit.span(), other.span()))))
                .forEach(fix -> edits.addAll(fix.edits()));
        edits.sort(Comparator.comparing(Edit::span));
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Fix("Mend all that is certain", true, edits));
    }

    /** What silences a warning in an entry whose kind has {@code allow}. */
    private static Optional<Cure> allowance(Snapshot snapshot, Diagnostic finding) {
        if (!Codes.allowable().contains(finding.code().name())) {
            return Optional.empty();
        }
        String path = finding.span().path();
        return snapshot.directory()
                .documentAt(path)
                .filter(document ->
                        document.path().equals(path) && document.kind().fields().contains(Common.ALLOW))
                .flatMap(
                        document -> snapshot.file(path).flatMap(file -> Allowance.edit(file, document, finding.code())))
                .map(edit -> new Cure(
                        finding, new Fix("Allow `" + finding.code() + "` in this entry", false, List.of(edit))));
    }
}

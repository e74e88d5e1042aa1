package org.waymark.tool.changes;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Note;

/** The findings that a change touches: those in files that it changed, and those that are new, wherever they are. */
public final class TouchedFindings {
    private TouchedFindings() {}

    /** Whether a finding of the newer snapshot is touched by what changed since the older one. */
    public static Predicate<Diagnostic> of(DirectoryState before, DirectoryState after) {
        Set<String> changed = changedFiles(before.snapshot(), after.snapshot());
        // The same finding may stand at several places, of which only some are new; equal ones are alike to a reader.
        Set<Diagnostic> fresh = new HashSet<>(FindingsComparison.only(after, before, UnaryOperator.identity()));
        return finding -> changed.contains(finding.span().path())
                || finding.notes().stream().map(Note::span).anyMatch(span -> changed.contains(span.path()))
                || fresh.contains(finding);
    }

    private static Set<String> changedFiles(ProjectSnapshot before, ProjectSnapshot after) {
        var changed = new HashSet<String>();
        Map<String, Object> was = before.all();
        after.all().forEach((path, file) -> {
            if (!Objects.equals(file, was.get(path))) {
                changed.add(path);
            }
        });
        return changed;
    }
}

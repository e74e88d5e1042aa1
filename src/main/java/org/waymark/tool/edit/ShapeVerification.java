package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Note;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * Verifies that a change to the shape causes no new errors, by checking the directory with the change applied in
 * memory.
 *
 * @param obstacles errors that the change would cause
 * @param remarks what the project's own templates would no longer find, which no edit to the content can change
 */
public record ShapeVerification(List<Note> obstacles, List<String> remarks) {
    /** More errors than this help nobody. */
    private static final int MOST = 5;

    /**
     * Looks for errors that a change would cause.
     *
     * @param findings what is wrong with a project
     */
    public static ShapeVerification of(
            Project project, List<FileChange> changes, Function<Project, List<Diagnostic>> findings) {
        List<Diagnostic> before = errors(project, findings);
        List<Diagnostic> after = errors(ChangedProject.of(project, changes), findings);
        Map<Code, Integer> surplus = new HashMap<>();
        after.forEach(finding -> surplus.merge(finding.code(), 1, Integer::sum));
        before.forEach(finding -> surplus.merge(finding.code(), -1, Integer::sum));
        Set<String> known = new HashSet<>();
        before.forEach(finding -> known.add(finding.message()));
        Set<String> templates = new HashSet<>();
        project.ownTemplates().stream().map(SourceFile::path).forEach(templates::add);
        var obstacles = new ArrayList<Note>();
        var remarks = new ArrayList<String>();
        for (Diagnostic finding : after) {
            // A finding from before may now mention another name.
            boolean isNew = surplus.getOrDefault(finding.code(), 0) > 0
                    && (!known.contains(finding.message()) || isKnown(after, finding.code(), known));
            if (isNew && templates.contains(finding.span().path())) {
                remarks.add(finding.span() + " fails until it is changed: " + finding.message());
            } else if (isNew) {
                obstacles.add(new Note(finding.span(), finding.message()));
            }
        }
        return new ShapeVerification(few(obstacles), few(remarks));
    }

    /** Whether all findings with a code existed before, perhaps fewer times. */
    private static boolean isKnown(List<Diagnostic> findings, Code code, Set<String> known) {
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .allMatch(finding -> known.contains(finding.message()));
    }

    private static <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(all.size(), MOST));
    }

    private static List<Diagnostic> errors(Project project, Function<Project, List<Diagnostic>> findings) {
        return findings.apply(project).stream().filter(Diagnostic::isError).toList();
    }
}

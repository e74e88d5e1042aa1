package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Applies certain fixes, including those for findings that only appear afterwards, until none is left. Skips files
 * that are not UTF-8.
 */
public final class CertainFixes {
    /** A fix may reveal another finding, but no real file needs more rounds. */
    private static final int MOST_ROUNDS = 100;

    private final Project original;
    private final Function<Project, List<Diagnostic>> check;
    private final Map<String, RevisedText> revised = new TreeMap<>();
    private final Map<String, FileChange> images = new TreeMap<>();
    private final List<Diagnostic> fixed = new ArrayList<>();
    private boolean hasNewImages;

    private CertainFixes(Project original, Function<Project, List<Diagnostic>> check) {
        this.original = original;
        this.check = check;
    }

    /**
     * What was fixed, and how.
     *
     * @param fixed the findings, each with its fix, in the order in which they were fixed; each span refers to the
     *     file at that time
     * @param changes the fixes as changes to files
     * @param project the project with these changes
     */
    public record Result(List<Diagnostic> fixed, List<FileChange> changes, Project project) {
        public Result {
            fixed = List.copyOf(fixed);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Fixes what can be fixed.
     *
     * @param check returns the findings of a project, in report order
     */
    public static Result of(Project project, Function<Project, List<Diagnostic>> check) {
        return new CertainFixes(project, check).run();
    }

    private Result run() {
        Project project = original;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, List<Edit>> edits = edits(check.apply(project));
            if (edits.isEmpty() && !hasNewImages) {
                break;
            }
            hasNewImages = false;
            revised.forEach((path, text) -> text.apply(edits.getOrDefault(path, List.of())));
            project = revisedProject();
        }
        Stream<FileChange> texts = revised.entrySet().stream()
                .filter(entry -> !entry.getValue().edits().isEmpty())
                .map(entry -> new FileChange.Revision(
                        entry.getKey(), entry.getKey(), entry.getValue().edits()));
        List<FileChange> changes =
                Stream.concat(texts, images.values().stream()).toList();
        return new Result(fixed, changes, project);
    }

    /**
     * The edits of a round, by file. Of fixes that touch each other, only the first is applied; the next round
     * handles the others.
     */
    private Map<String, List<Edit>> edits(List<Diagnostic> found) {
        Map<String, List<Edit>> taken = new TreeMap<>();
        for (Diagnostic finding : found) {
            Optional<Fix> fix = finding.fix().filter(Fix::isCertain).filter(each -> isFree(each, taken));
            fix.flatMap(Fix::file).ifPresent(image -> {
                images.put(image.path(), image);
                hasNewImages = true;
            });
            if (fix.isPresent()) {
                fixed.add(finding);
                fix.get()
                        .edits()
                        .forEach(edit -> taken.computeIfAbsent(edit.span().path(), path -> new ArrayList<>())
                                .add(edit));
            }
        }
        return taken;
    }

    private boolean isFree(Fix fix, Map<String, List<Edit>> taken) {
        return fix.file().filter(image -> images.containsKey(image.path())).isEmpty()
                && fix.edits().stream()
                        .map(Edit::span)
                        .allMatch(span -> isEditable(span.path())
                                && taken.getOrDefault(span.path(), List.of()).stream()
                                        .noneMatch(other -> touches(span, other.span())));
    }

    private boolean isEditable(String path) {
        if (!revised.containsKey(path)) {
            original.content().stream()
                    .filter(file -> file.path().equals(path) && file.malformed().isEmpty())
                    .forEach(file -> revised.put(path, new RevisedText(file)));
        }
        return revised.containsKey(path);
    }

    private static boolean touches(Span one, Span other) {
        return one.start().compareTo(other.end()) <= 0 && other.start().compareTo(one.end()) <= 0;
    }

    private Project revisedProject() {
        Map<String, SourceFile> files = new HashMap<>();
        revised.forEach((path, text) -> files.put(path, text.now()));
        return original.withContent(original.content().stream()
                        .map(file -> files.getOrDefault(file.path(), file))
                        .toList())
                .withImages(original.images().stream()
                        .map(image -> images.containsKey(image.path()) ? image.withoutPosition() : image)
                        .toList());
    }
}

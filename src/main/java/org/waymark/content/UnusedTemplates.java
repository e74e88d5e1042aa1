package org.waymark.content;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Shape;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Finds templates under names that no page and no kind of entry has, which no other template names either. */
public final class UnusedTemplates {
    private UnusedTemplates() {}

    /** Reports each of them. */
    public static List<Diagnostic> check(Project project, Shape shape) {
        List<String> ofKinds = shape.kinds().stream()
                .filter(kind -> kind.place().isFolder())
                .flatMap(kind -> shape.templates(kind).stream())
                .toList();
        return project.addedTemplates().stream()
                .filter(template -> !ofKinds.contains(template.path()))
                .filter(template -> project.templates().stream().noneMatch(other -> names(other, template)))
                .map(template -> finding(template, ofKinds))
                .toList();
    }

    private static boolean names(SourceFile template, SourceFile named) {
        String path = named.path();
        return !template.equals(named) && template.text().contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Diagnostic finding(SourceFile template, List<String> ofKinds) {
        return Diagnostic.of(
                Codes.UNKNOWN_TEMPLATE,
                Span.startOf(template.path()),
                "no page and no other template uses this template",
                DidYouMean.question(template.path(), known(ofKinds))
                        .orElse("name it like the template that it is to replace, or include it in another"));
    }

    private static List<String> known(List<String> ofKinds) {
        return Stream.concat(Project.builtInTemplates().stream(), ofKinds.stream())
                .distinct()
                .toList();
    }
}

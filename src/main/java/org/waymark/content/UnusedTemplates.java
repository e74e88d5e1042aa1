package org.waymark.content;

import java.util.List;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Finds templates under names that no page has, which no other template names either. */
public final class UnusedTemplates {
    private UnusedTemplates() {}

    /** Reports each of them. */
    public static List<Diagnostic> check(Project project) {
        return project.addedTemplates().stream()
                .filter(template -> project.templates().stream().noneMatch(other -> names(other, template)))
                .map(UnusedTemplates::finding)
                .toList();
    }

    private static boolean names(SourceFile template, SourceFile named) {
        String path = named.path();
        return !template.equals(named) && template.text().contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Diagnostic finding(SourceFile template) {
        return Diagnostic.of(
                Codes.UNKNOWN_TEMPLATE,
                Span.startOf(template.path()),
                "no page and no other template uses this template",
                DidYouMean.question(template.path(), Project.builtInTemplates())
                        .orElse("name it like the template that it is to replace, or include it in another"));
    }
}

package org.waymark.tool.edit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** What an editor should check after a change to the shape, since no tool can decide it. */
final class ShapeRemarks {
    private ShapeRemarks() {}

    /** The files that now declare what the shape declared before. */
    static List<String> begun(ShapeChanges changes) {
        return changes.begun().stream()
                .map(path -> path + " is new: it says what is different from the shape, and takes over the rest")
                .toList();
    }

    /** How templates name a field. */
    static Pattern fieldName(String name) {
        return Pattern.compile(
                "\\bfield\\." + Pattern.quote(name) + "(?![\\w-])|[\"']" + Pattern.quote(name) + "[\"']");
    }

    /**
     * The lines of the project's own templates that name something. Edits are made to content only.
     *
     * @param advice what to do there
     */
    static List<String> templates(Project project, Pattern name, String advice) {
        return project.ownTemplates().stream()
                .flatMap(template -> lines(template, name)
                        .map(line -> template.path() + ":" + line + " may need the same change; " + advice))
                .limit(ShapeFiles.MOST_NOTES)
                .toList();
    }

    private static Stream<Integer> lines(SourceFile template, Pattern name) {
        return name.matcher(template.text())
                .results()
                .map(found -> template.position(found.start()).line())
                .distinct();
    }
}

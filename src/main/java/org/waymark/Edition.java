package org.waymark;

import java.util.List;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/**
 * The result of a build, besides the files of the site.
 *
 * @param directory the content that was read
 * @param diagnostics all findings, in the order of reports
 * @param paths the paths of the files that were written, sorted; they are a site only if there are no errors
 */
public record Edition(Directory directory, List<Diagnostic> diagnostics, List<String> paths) {
    public Edition {
        diagnostics = List.copyOf(diagnostics);
        paths = List.copyOf(paths);
    }

    public long errors() {
        return diagnostics.stream().filter(Diagnostic::isError).count();
    }

    public long warnings() {
        return diagnostics.size() - errors();
    }
}

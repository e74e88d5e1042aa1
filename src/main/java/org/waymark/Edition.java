package org.waymark;

import java.util.List;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/**
 * What a build yields besides the files of the site.
 *
 * @param directory what was read
 * @param diagnostics everything that was found, in the order of reports
 * @param paths those of the files that were made, sorted; a site only if no error was found
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

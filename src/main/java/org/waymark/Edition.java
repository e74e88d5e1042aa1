package org.waymark;

import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.model.Directory;
import org.waymark.render.OutputFile;

/**
 * What a build yields.
 *
 * @param directory what was read
 * @param files the finished site; absent when an error was found
 * @param diagnostics everything that was found, in the order of reports
 */
public record Edition(Directory directory, Optional<List<OutputFile>> files, List<Diagnostic> diagnostics) {
    public Edition {
        diagnostics = List.copyOf(diagnostics);
    }

    public long errors() {
        return diagnostics.stream().filter(Diagnostic::isError).count();
    }

    public long warnings() {
        return diagnostics.size() - errors();
    }
}

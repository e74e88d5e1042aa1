package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;

/**
 * Looks for one kind of fault in all that is typed in one file. What it finds depends on nothing but that file, so that it
 * need not look again at one that has not changed. Stateless; named after its code.
 */
public interface FileRule {
    Code code();

    Stream<Diagnostic> check(SourceFile file);
}

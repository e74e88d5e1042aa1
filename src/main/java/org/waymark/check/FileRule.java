package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;

/**
 * Looks for one kind of fault in the whole text of one file. Its findings depend on nothing but that file, so nothing
 * unchanged is checked again. Stateless; named after its code.
 */
public interface FileRule {
    Code code();

    Stream<Diagnostic> check(SourceFile file);
}

package org.waymark.check;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.source.SourceFile;

/**
 * Looks for one kind of fault in the whole text of one file. Its findings depend on nothing but that file, so nothing
 * unchanged is checked again. Stateless; named after its code.
 */
public interface FileRule {
    Code code();

    /**
     * The findings in a file.
     *
     * @param entries those in the file
     */
    Stream<Diagnostic> check(SourceFile file, List<Entry> entries);
}

package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/** Looks for one kind of fault in the whole directory. Stateless; named after its code. */
public interface Rule {
    Code code();

    Stream<Diagnostic> check(Directory directory);
}

package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;

/**
 * Looks for one kind of fault in one entry at a time, in any language. Its findings depend on nothing but that entry,
 * so nothing unchanged is checked again. Stateless; named after its code.
 */
public interface EntryRule {
    Code code();

    Stream<Diagnostic> check(Entry entry);
}

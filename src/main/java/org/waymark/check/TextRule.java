package org.waymark.check;

import java.util.function.Consumer;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Diagnostic;

/**
 * Looks for one kind of fault in the English text of one entry at a time. What it finds depends on nothing but that entry and the
 * {@link LanguageContext}, so that it need not look again at an entry that has not changed. Stateless; named after its code.
 */
public interface TextRule {
    Code code();

    /** Gets ready to look at entries. */
    Reader with(LanguageContext context);

    /** Looks at entries; at several at a time. */
    @FunctionalInterface
    interface Reader {
        void read(Wording entry, Consumer<Diagnostic> found);
    }
}

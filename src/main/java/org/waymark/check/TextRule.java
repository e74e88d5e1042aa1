package org.waymark.check;

import java.util.function.Consumer;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Diagnostic;

/**
 * Looks for one kind of fault in the English text of one entry at a time. Its findings depend on nothing but that entry
 * and the {@link LanguageContext}, so nothing unchanged is checked again. Stateless; named after its code.
 */
public interface TextRule {
    Code code();

    /** Prepares to check entries. */
    Reader with(LanguageContext context);

    /** Checks entries, several at a time. */
    @FunctionalInterface
    interface Reader {
        void read(Wording entry, Consumer<Diagnostic> found);
    }
}

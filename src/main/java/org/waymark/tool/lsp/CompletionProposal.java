package org.waymark.tool.lsp;

import java.util.Locale;
import org.waymark.source.Span;

/**
 * A completion proposal.
 *
 * @param label the text in the menu
 * @param detail shown next to the label
 * @param doc documentation in Markdown; may be empty
 * @param text inserted if the client does not support snippets
 * @param snippet inserted if it does, with tab stops
 * @param filter the words matched while typing
 * @param replaced the text to replace
 */
record CompletionProposal(
        Sort sort, String label, String detail, String doc, String text, String snippet, String filter, Span replaced) {
    /** The kind of proposal, for the menu's icon. */
    enum Sort {
        FIELD,
        REFERENCE,
        CHOICE,
        DATE,
        FILE,
        HEADING,
        TERM,
        IMAGE,
        TEMPLATE
    }

    /** A proposal that is inserted unchanged. */
    static CompletionProposal plain(
            Sort sort, String label, String detail, String doc, String text, String filter, Span replaced) {
        return new CompletionProposal(sort, label, detail, doc, text, Snippet.escaped(text), filter, replaced);
    }

    /** Whether it matches the typed text. A client asks again if its list was incomplete. */
    boolean matches(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || filter.toLowerCase(Locale.ROOT).contains(wanted);
    }
}

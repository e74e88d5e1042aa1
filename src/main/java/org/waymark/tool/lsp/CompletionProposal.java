package org.waymark.tool.lsp;

import java.util.Locale;
import org.waymark.source.Span;

/**
 * Something that could be typed at the cursor.
 *
 * @param label what the menu shows
 * @param detail what the menu shows beside it
 * @param doc more about it, in Markdown; may be empty
 * @param text what is inserted if the editor knows no snippets
 * @param snippet what is inserted if it does, with its stops
 * @param filter the words by which it is found while someone types
 * @param replaced the text that gives way to it
 */
record CompletionProposal(
        Sort sort, String label, String detail, String doc, String text, String snippet, String filter, Span replaced) {
    /** What kind of thing it is, for the icon in the menu. */
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

    /** One that is inserted as it is. */
    static CompletionProposal plain(
            Sort sort, String label, String detail, String doc, String text, String filter, Span replaced) {
        return new CompletionProposal(sort, label, detail, doc, text, Snippet.escaped(text), filter, replaced);
    }

    /** Whether someone who has typed this may mean it. An editor asks again while its list was cut short. */
    boolean matches(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || filter.toLowerCase(Locale.ROOT).contains(wanted);
    }
}

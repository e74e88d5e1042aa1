package org.waymark.markdown;

import java.util.OptionalInt;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders footnotes: the numbers in the text, the section after it, and the links in both directions. */
final class FootnoteRenderer {
    private final HtmlWriter html;
    private final ProseMarkup.Builder markup;
    private final Footnotes footnotes;

    FootnoteRenderer(HtmlWriter html, ProseMarkup.Builder markup, Footnotes footnotes) {
        this.html = html;
        this.markup = markup;
        this.footnotes = footnotes;
    }

    /** The number of a footnote. It is never within a link: the parser does not nest links. */
    void reference(FootnoteReference reference) {
        footnotes.mark(reference).ifPresent(mark -> {
            html.raw("<sup id=\"");
            id(mark.number(), mark.use());
            html.raw("\"><a href=\"#");
            id(mark.number());
            html.raw("\" aria-label=\"");
            markup.footnote(mark.number());
            html.raw("\">" + mark.number() + "</a></sup>");
        });
    }

    /**
     * The section with all footnotes.
     *
     * @param body renders the paragraphs of one
     */
    void section(Body body) {
        if (footnotes.notes().isEmpty()) {
            return;
        }
        html.line();
        html.raw("<section class=\"footnotes\" aria-label=\"");
        markup.footnotes();
        html.raw("\">");
        html.line();
        html.raw("<ol>");
        html.line();
        for (Footnotes.Note note : footnotes.notes()) {
            html.raw("<li id=\"");
            id(note.number());
            html.raw("\">");
            body.render(note);
            html.raw("</li>");
            html.line();
        }
        html.raw("</ol>");
        html.line();
        html.raw("</section>");
        html.line();
    }

    /** Renders the paragraphs of a footnote. */
    @FunctionalInterface
    interface Body {
        void render(Footnotes.Note note);
    }

    /** The links from a footnote back to each of its references. */
    void backLinks(Footnotes.Note note) {
        int uses = note.references().size();
        for (int use = 1; use <= uses; use++) {
            html.raw(" <a href=\"#");
            id(note.number(), use);
            html.raw("\" class=\"back\" aria-label=\"");
            markup.backToText(note.number(), uses > 1 ? OptionalInt.of(use) : OptionalInt.empty());
            html.raw("\">");
            // The second character requests text style instead of an emoji.
            html.raw("\u21A9\uFE0E" + (uses > 1 ? "<sup>" + use + "</sup>" : ""));
            html.raw("</a>");
        }
    }

    private void id(int number) {
        markup.prefix();
        html.raw("wm-note-" + number);
    }

    private void id(int number, int use) {
        markup.prefix();
        html.raw("wm-note-" + number + "-use-" + use);
    }
}

package org.waymark.markdown;

/**
 * Writes plain text, with a button at each word that a {@link TermMarker} finds. The button opens the card that
 * explains
 * the word: browsers do this by themselves, for keyboard, mouse and touch.
 *
 * <p>A button cannot be broken over two lines, so of a phrase only the last word is one. The words before it are its
 * label, which passes clicks on to it; to screen readers they are part of the button's name, and read once.
 */
final class Terms {
    private Terms() {}

    static void write(String text, TermMarker marker, boolean joinedBefore, boolean joinedAfter, StringBuilder html) {
        int done = 0;
        for (TermMarker.Mark mark : marker.marks(text, joinedBefore, joinedAfter)) {
            Escapes.write(text, done, mark.start(), html);
            mark(text.substring(mark.start(), mark.end()), mark.card(), html);
            done = mark.end();
        }
        Escapes.write(text, done, text.length(), html);
    }

    private static void mark(String words, String card, StringBuilder html) {
        int last = words.lastIndexOf(' ') + 1;
        if (last > 0) {
            html.append("<label class=\"term-words\"><span aria-hidden=\"true\">");
            Escapes.write(words, 0, last, html);
            html.append("</span>");
        }
        html.append("<button type=\"button\" class=\"term\"");
        if (last > 0) {
            attribute("aria-label", words, html);
        }
        attribute("popovertarget", card, html);
        html.append('>');
        Escapes.write(words, last, words.length(), html);
        html.append("</button>");
        if (last > 0) {
            html.append("</label>");
        }
    }

    private static void attribute(String name, String value, StringBuilder html) {
        html.append(' ').append(name).append("=\"");
        Escapes.write(value, html);
        html.append('"');
    }
}

package org.waymark.markdown;

import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A body as rendered when it was read, except for what depends on the rest of the directory and on the page: which
 * words are explained, where links lead, and how deep the headings are. It takes about as much memory as the HTML; a
 * tree of nodes would take many times that. Immutable.
 *
 * <p>All pieces are in one string, in reading order. For each piece, its end and its kind are recorded.
 */
final class ProseMarkup {
    /** HTML, finished. */
    private static final int MARKUP = 0;
    /** Plain text, in which words may be explained. */
    private static final int TEXT = 1;
    /** Plain text, in which none are. */
    private static final int FIXED_TEXT = 2;
    /** Words of the body that are not part of its HTML here. */
    private static final int WORDS = 3;
    /** The target of a link, as written. */
    private static final int ADDRESS = 4;
    /** The level of a heading, as one digit. */
    private static final int LEVEL = 5;
    /** An empty piece that marks where a page may insert something before the anchor of a heading. */
    private static final int PREFIX = 6;
    /** A picture: its path as written, its alternative text, and its title if it has one. */
    private static final int PICTURE = 7;
    /** The end of a link: its target as written, and its text. */
    private static final int NOTE = 8;

    /** Words added around the text: which of {@link #FOOTNOTES} and so on, then its numbers and words. */
    private static final int LABEL = 9;

    private static final String FOOTNOTES = "F";
    private static final String FOOTNOTE = "f";
    private static final String BACK = "b";
    private static final String TABLE = "t";

    /** Between the parts of a picture. No body contains it (CommonMark 0.31.2, section 2.3). */
    private static final char PART = '\0';

    private static final int KIND = 0b1111;
    /** Flags of a {@link #TEXT}: whether a word continues into it from before, and from its end into the next piece. */
    private static final int JOINED_BEFORE = 0b1_0000;

    private static final int JOINED_AFTER = 0b10_0000;
    /** An end occupies the bits above those of the kind and its flags. */
    private static final int END = 6;

    private static final int DEEPEST = 6;

    private final String text;
    private final int[] pieces;

    private ProseMarkup(String text, int[] pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /** The HTML; see {@link Prose#toHtml}. */
    String toHtml(LinkResolver resolver, TermMarker marker, int deeper, String prefix) {
        var html = new StringBuilder(text.length() + text.length() / 4);
        int start = 0;
        boolean isFirstPicture = true;
        for (int piece : pieces) {
            int end = piece >>> END;
            switch (piece & KIND) {
                case MARKUP -> html.append(text, start, end);
                case TEXT ->
                    Terms.write(
                            text.substring(start, end),
                            marker,
                            (piece & JOINED_BEFORE) != 0,
                            (piece & JOINED_AFTER) != 0,
                            html);
                case FIXED_TEXT -> Escapes.write(text, start, end, html);
                case ADDRESS -> link(text.substring(start, end), resolver, html);
                case LEVEL -> html.append(Math.min(DEEPEST, text.charAt(start) - '0' + deeper));
                case LABEL -> Escapes.write(label(text.substring(start, end), resolver.labels()), html);
                case PREFIX -> Escapes.write(prefix, html);
                case NOTE -> note(text.substring(start, end), resolver, html);
                case PICTURE -> {
                    picture(text.substring(start, end), resolver, isFirstPicture, html);
                    isFirstPicture = false;
                }
                default -> {} // only words
            }
            start = end;
        }
        return html.toString();
    }

    private static String label(String written, ProseLabels labels) {
        String[] parts = written.split(String.valueOf(PART), 3);
        return switch (parts[0]) {
            case FOOTNOTES -> labels.footnotes();
            case FOOTNOTE -> labels.footnote(Integer.parseInt(parts[1]));
            case BACK ->
                labels.backToText(
                        Integer.parseInt(parts[1]),
                        parts.length > 2 ? OptionalInt.of(Integer.parseInt(parts[2])) : OptionalInt.empty());
            default -> labels.table(Integer.parseInt(parts[1]), parts[2]);
        };
    }

    private static void note(String written, LinkResolver resolver, StringBuilder html) {
        int part = written.indexOf(PART);
        resolver.noteOf(written.substring(0, part))
                .ifPresent(note -> Escapes.write(note.after(written.substring(part + 1), resolver.labels()), html));
    }

    /** The address of a link, and its class. */
    private static void link(String written, LinkResolver resolver, StringBuilder html) {
        Escapes.write(address(written, resolver), html);
        html.append(resolver.isTerm(written) ? "\" class=\"term" : "");
    }

    /**
     * Every link's address passes through here on its way into a page. An unsafe one is left out, whatever else
     * failed.
     */
    private static String address(String written, LinkResolver resolver) {
        if (Addresses.isExternal(written)) {
            return Addresses.isSafe(written) ? Addresses.encoded(written) : "";
        }
        return Addresses.encodedPath(resolver.resolve(written));
    }

    /**
     * Words replace a picture that is not on the site, even if that is tolerated: no other host may learn who reads
     * the page.
     */
    private static void picture(String written, LinkResolver resolver, boolean isFirst, StringBuilder html) {
        String[] parts = written.split(String.valueOf(PART), -1);
        String address = Addresses.isExternal(parts[0]) ? "" : address(parts[0], resolver);
        if (address.isEmpty()) {
            Escapes.write(parts[1], html);
            return;
        }
        attribute("<img src", address, html);
        attribute(" alt", parts[1], html);
        if (parts.length > 2) {
            attribute(" title", parts[2], html);
        }
        resolver.sizeOf(parts[0])
                .ifPresent(size -> html.append(" width=\"")
                        .append(size.width())
                        .append("\" height=\"")
                        .append(size.height())
                        .append('"'));
        // Readers see the first as soon as the page opens; lazy loading would only delay it.
        html.append(isFirst ? "" : " loading=\"lazy\"").append(" decoding=\"async\"");
        html.append('>');
    }

    private static void attribute(String name, String value, StringBuilder html) {
        html.append(name).append("=\"");
        Escapes.write(value, html);
        html.append('"');
    }

    /** The words without headings and markup, a line for each paragraph. */
    String words() {
        var words = new StringBuilder(text.length());
        int start = 0;
        for (int piece : pieces) {
            int end = piece >>> END;
            int kind = piece & KIND;
            if (kind == TEXT || kind == FIXED_TEXT || kind == WORDS) {
                words.append(text, start, end);
            }
            start = end;
        }
        return words.toString().strip();
    }

    /** Collects the pieces in sequence. */
    static final class Builder {
        private final StringBuilder text;
        private int[] pieces = new int[64];
        private int count;

        /** @param length the approximate length of the HTML */
        Builder(int length) {
            this.text = new StringBuilder(length);
        }

        /** Appends HTML as it is. */
        Appendable markup() {
            return text;
        }

        /** Marks what was written last, from an offset on, as plain text. */
        void text(int start, boolean joinedBefore, boolean joinedAfter) {
            endMarkup(start);
            end(TEXT | (joinedBefore ? JOINED_BEFORE : 0) | (joinedAfter ? JOINED_AFTER : 0));
        }

        void fixedText(int start) {
            endMarkup(start);
            end(FIXED_TEXT);
        }

        void words(String words) {
            endMarkup(length());
            text.append(words);
            end(WORDS);
        }

        void address(String address) {
            endMarkup(length());
            text.append(address);
            end(ADDRESS);
        }

        void note(String address, String words) {
            endMarkup(length());
            text.append(address).append(PART).append(words);
            end(NOTE);
        }

        void footnotes() {
            label(FOOTNOTES);
        }

        void footnote(int number) {
            label(FOOTNOTE + PART + number);
        }

        void backToText(int number, OptionalInt use) {
            label(BACK + PART + number + (use.isPresent() ? "" + PART + use.getAsInt() : ""));
        }

        void table(int number, String columns) {
            label(TABLE + PART + number + PART + columns);
        }

        private void label(String written) {
            endMarkup(length());
            text.append(written);
            end(LABEL);
        }

        void picture(String address, String words, @Nullable String title) {
            endMarkup(length());
            text.append(address).append(PART).append(words);
            if (title != null) {
                text.append(PART).append(title);
            }
            end(PICTURE);
        }

        void level(int start) {
            endMarkup(start);
            end(LEVEL);
        }

        void prefix() {
            endMarkup(length());
            end(PREFIX);
        }

        /** Where the next piece begins. */
        int length() {
            return text.length();
        }

        ProseMarkup build() {
            endMarkup(length());
            return new ProseMarkup(text.toString(), Arrays.copyOf(pieces, count));
        }

        private void endMarkup(int at) {
            int last = count == 0 ? 0 : pieces[count - 1] >>> END;
            if (at > last) {
                add(at, MARKUP);
            }
        }

        private void end(int kind) {
            add(length(), kind);
        }

        private void add(int end, int kind) {
            if (count == pieces.length) {
                pieces = Arrays.copyOf(pieces, count * 2);
            }
            pieces[count++] = end << END | kind;
        }
    }
}

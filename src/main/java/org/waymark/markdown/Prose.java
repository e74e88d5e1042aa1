package org.waymark.markdown;

import java.util.List;
import java.util.Optional;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * The body of an entry, parsed and largely rendered. Two are equal if they have the same span in equal files.
 * Immutable; safe for use by several threads.
 */
public final class Prose {
    /** How many characters a paragraph may have (UTF-16 units): five printed pages. */
    public static final int LONGEST_PARAGRAPH = 16_000;
    /** How many cells the tables of a text may have: each row has as many as there are columns, whatever is typed. */
    public static final int MOST_CELLS = 100_000;

    private final SourceFile file;
    private final int offset;
    private final boolean isEmpty;
    private final ProseMarkup markup;
    private final ProseText text;
    private final List<Heading> headings;
    private final List<Link> links;
    private final List<Image> images;
    private final List<Span> rawHtml;
    private final List<Span> unreadLinks;
    private final List<Span> unseen;
    private final List<Slip> slips;
    private final List<Footnote> footnotes;
    private final List<Flaw> flaws;

    Prose(
            SourceFile file,
            int offset,
            boolean isEmpty,
            ProseMarkup markup,
            ProseText text,
            List<Heading> headings,
            List<Link> links,
            List<Image> images,
            List<Span> rawHtml,
            List<Span> unreadLinks,
            List<Span> unseen,
            List<Slip> slips,
            List<Footnote> footnotes,
            List<Flaw> flaws) {
        this.file = file;
        this.offset = offset;
        this.isEmpty = isEmpty;
        this.markup = markup;
        this.text = text;
        this.headings = List.copyOf(headings);
        this.links = List.copyOf(links);
        this.images = List.copyOf(images);
        this.rawHtml = List.copyOf(rawHtml);
        this.unreadLinks = List.copyOf(unreadLinks);
        this.unseen = List.copyOf(unseen);
        this.slips = List.copyOf(slips);
        this.footnotes = List.copyOf(footnotes);
        this.flaws = List.copyOf(flaws);
    }

    /**
     * A heading.
     *
     * @param level 1 to 6, as written
     * @param anchor the id that links use: the typed one, or the one that code hosts generate
     */
    public record Heading(int level, String text, String anchor, Span span) {}

    /**
     * A link.
     *
     * @param destination as written, decoded
     * @param text what readers see
     * @param span the destination where it is in the text or in a definition, else the whole link
     * @param textSpan the text, else the whole link
     */
    public record Link(String destination, String text, Span span, Span textSpan) {}

    /**
     * An image.
     *
     * @param destination as written, decoded
     * @param alt its description, empty if it has none
     * @param span the destination, as for a link
     * @param whole all of it
     */
    public record Image(String destination, String alt, Span span, Span whole) {}

    /**
     * A footnote.
     *
     * @param label its name between {@code [^} and {@code ]}
     * @param span where its name is defined
     */
    public record Footnote(String label, Span span) {}

    /**
     * A footnote or heading id that has no effect.
     *
     * @param name of the footnote or heading, as typed
     * @param span the name with its brackets
     * @param first where the same name is given before
     */
    public record Flaw(Kind kind, String name, Span span, Optional<Span> first) {
        /** What is wrong with the name. */
        public enum Kind {
            /** The text refers to a footnote that does not exist. */
            UNDEFINED_FOOTNOTE,
            /** Nothing refers to a footnote. */
            UNUSED_FOOTNOTE,
            /** A footnote has the same name as another. */
            REPEATED_FOOTNOTE,
            /** A heading id contains characters that no id may have. */
            MALFORMED_HEADING_ID,
            /** A heading id begins like those that pages use themselves. */
            RESERVED_HEADING_ID,
            /** Two headings have the same id. */
            REPEATED_HEADING_ID
        }
    }

    /**
     * The first stretch that is too long to be parsed as one paragraph: some take quadratic time, such as
     * alternating emphasis and links. Stretches end at empty lines, list items and table rows.
     */
    public static Optional<Span> tooLong(SourceFile file, int offset) {
        return LongParagraphs.first(file, offset);
    }

    /** The table with which the tables of a text exceed {@link #MOST_CELLS}; the line below its header. */
    public static Optional<Span> tooLarge(SourceFile file, int offset) {
        return TableLines.tooLarge(file, offset);
    }

    /** Parses the text of a file from an offset (UTF-16 units) to its end. */
    public static Prose parse(SourceFile file, int offset) {
        return ProseParser.parse(file, offset);
    }

    /** The start of the body, or the end of the file if there is none. */
    public Span start() {
        return file.span(offset, offset);
    }

    /** Whether there is nothing to read except headings. */
    public boolean isEmpty() {
        return isEmpty;
    }

    public List<Heading> headings() {
        return headings;
    }

    public List<Link> links() {
        return links;
    }

    public List<Image> images() {
        return images;
    }

    /** The spans of raw HTML, without closing tags. It is shown as text and never used as markup. */
    public List<Span> rawHtml() {
        return rawHtml;
    }

    /** The spans of text that looks like a link but is not one in Markdown, so readers would see brackets. */
    public List<Span> unreadLinks() {
        return unreadLinks;
    }

    /** The spans of numeric character references to characters that no file may contain. */
    public List<Span> unseen() {
        return unseen;
    }

    /** The spans of text that Markdown interprets in a way its writer probably did not intend. */
    public List<Slip> slips() {
        return slips;
    }

    /** The file that holds the body, from {@link #offset()} to its end. */
    public SourceFile file() {
        return file;
    }

    /** Where the body begins, in UTF-16 units of the file. */
    public int offset() {
        return offset;
    }

    /** Which characters of the file readers see as typed. Recomputed at each call. */
    public PlainText plainText() {
        return text.plainText(file);
    }

    /** Footnotes, in text order; including those that nothing refers to. */
    public List<Footnote> footnotes() {
        return footnotes;
    }

    /** Footnotes and heading ids that have no effect. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** Renders the body. Raw HTML is escaped. */
    public Html toHtml(LinkResolver resolver) {
        return toHtml(resolver, TermMarker.NONE);
    }

    /** Renders the body, with buttons around the words that a marker finds. Raw HTML is escaped. */
    public Html toHtml(LinkResolver resolver, TermMarker marker) {
        return new Html(markup.toHtml(resolver, marker, 0, ""));
    }

    /**
     * Renders the body as a part of a longer page.
     *
     * @param deeper how many levels its headings are lowered
     * @param prefix for the ids of its headings, footnotes and so on, so they are unique on the page
     */
    public Html toHtml(LinkResolver resolver, int deeper, String prefix) {
        return new Html(markup.toHtml(resolver, TermMarker.NONE, deeper, prefix));
    }

    /** Its words without headings and markup, a line for each paragraph. */
    public String text() {
        return markup.words();
    }

    /** Its running text, passage by passage, in page order. Recomputed at each call. */
    public List<Passage> passages() {
        return text.passages(file);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prose that && offset == that.offset && file.equals(that.file);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + offset;
    }
}

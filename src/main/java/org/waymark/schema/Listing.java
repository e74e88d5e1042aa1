package org.waymark.schema;

import java.util.List;
import java.util.Optional;
import org.waymark.source.Span;

/**
 * How the site lists the entries of a kind.
 *
 * @param style of the page that lists them
 * @param title of that page, if it differs from the name of the kind in the plural
 * @param by the field whose values group them; for {@link Style#GROUPS}
 * @param with the kind whose list includes them; for {@link Style#WITH}
 * @param about one sentence about the list
 * @param newestFirst whether the newest come first, instead of their order or name
 * @param order by a field, instead of their order or name
 * @param facets by which readers filter them; for {@link Style#FINDER}
 * @param feeds the words of the facets whose values each have a news feed
 * @param matrix a table that counts the entries with each pair of values, if any
 * @param openNow the field with the hours by which readers find what is open now; for {@link Style#FINDER}
 * @param nearest the field with the positions by which readers find what is near; for {@link Style#FINDER}
 * @param origin the location of its declaration
 */
public record Listing(
        Style style,
        Optional<String> title,
        Optional<String> by,
        Optional<String> with,
        Optional<String> about,
        boolean newestFirst,
        Optional<Order> order,
        List<Facet> facets,
        List<String> feeds,
        Optional<Matrix> matrix,
        Optional<String> openNow,
        Optional<String> nearest,
        Origin origin) {
    /** For a kind without a list. */
    public static final Listing NONE = new Listing(
            Style.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Origin.at(Span.startOf("")));

    /** The form of a list. */
    public enum Style {
        /** No list. */
        NONE,
        /** The entries are part of another kind's list. */
        WITH,
        /** A plain list. */
        PLAIN,
        /** Under headings, by the values of a field. */
        GROUPS,
        /** Under the letters of the alphabet, all on one page. */
        LETTERS,
        /** With filters. */
        FINDER
    }

    /**
     * An order by the values of a field. Entries without a value come last.
     *
     * @param by the field
     * @param descending whether the latest, the largest or the last in the alphabet come first
     * @param label what readers are told about it: {@code soonest first}
     * @param past which entries are past, and come after all others, the latest first
     * @param origin where it is declared
     */
    public record Order(String by, boolean descending, Optional<String> label, Optional<Past> past, Origin origin) {}

    /**
     * When an entry is past.
     *
     * @param after the field with its last day
     * @param label the label of a past entry: {@code Past event}
     */
    public record Past(String after, String label) {}

    /**
     * A filter.
     *
     * @param word its name in addresses
     * @param formerWords its former words; addresses with these redirect
     * @param path the field that holds its values, or a reference and a field of what it names: {@code services.category}
     * @param label such as {@code Region}
     * @param any its text while nothing is chosen: {@code Any region}
     * @param within the word of a facet that groups its values, which can be chosen as well
     * @param wordPlace where the word is
     * @param place where the path is
     */
    public record Facet(
            String word,
            List<Placed<Id>> formerWords,
            String path,
            String label,
            String any,
            Optional<String> within,
            Span wordPlace,
            Span place) {
        public Facet {
            formerWords = List.copyOf(formerWords);
        }
    }

    /**
     * A table that counts the entries with each pair of values of two facets.
     *
     * @param address its page: {@code coverage/}
     * @param title of that page
     * @param about one sentence about it
     * @param link the text of links to it from other pages
     * @param rows the word of the facet of the rows
     * @param columns the word of the facet of the columns
     * @param place where its address is written
     */
    public record Matrix(
            String address, String title, String about, String link, String rows, String columns, Span place) {}

    public Listing {
        facets = List.copyOf(facets);
        feeds = List.copyOf(feeds);
    }

    /** A facet by its word. */
    public Optional<Facet> facet(String word) {
        return facets.stream().filter(facet -> facet.word().equals(word)).findFirst();
    }

    /** Whether the site has a page that lists them. */
    public boolean hasPage() {
        return style != Style.NONE && style != Style.WITH;
    }
}

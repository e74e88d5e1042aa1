package org.waymark.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the home page shows below the title of the site. Sections without content are left out.
 *
 * @param top what is beside the title
 * @param sections what follows, in order
 */
public record Home(List<Placed<Show>> top, List<Section> sections) {
    /** A page with no more than the title. */
    public static final Home EMPTY = new Home(List.of(), List.of());

    /** What a section shows. */
    public enum Show {
        /** The choices of a vocabulary, as links. */
        CHOICES,
        /** How many entries there are of each kind. */
        FIGURES,
        /** The values of a filter of a list, as links. */
        FILTER,
        /** The entries of a kind in the groups of its list. */
        GROUPS,
        /** The first entries of the list of a kind. */
        LIST,
        /** The map of a vocabulary, with its numbers in a table. */
        MAP,
        /** The link to the matrix of a kind. */
        MATRIX,
        /** The entries of a kind that were added last. */
        NEWEST,
        /** The search form. */
        SEARCH,
        /** How readers can help. */
        TAKE_PART,
        /** The text of an entry. */
        TEXT,
        /** Links to the lists and choices. */
        WAYS_IN;

        /** As it is written in a file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it is the same in every position, so once is enough. */
        public boolean isSingle() {
            return this == FIGURES || this == SEARCH || this == TAKE_PART || this == WAYS_IN;
        }
    }

    /**
     * A part of the page.
     *
     * @param of the name of the kind or the vocabulary; without one, there is a section for each to which it applies
     * @param facet for {@link Show#FILTER}: the word of a facet of the kind
     * @param text for {@link Show#TEXT}: the entry
     * @param heading its own heading; without one, it depends on what is shown
     * @param limit the maximum number of entries or links that it shows
     * @param origin where it is declared
     */
    public record Section(
            Show show,
            Optional<String> of,
            Optional<String> facet,
            Optional<Ref> text,
            Optional<String> heading,
            Optional<Integer> limit,
            Origin origin) {}

    public Home {
        top = List.copyOf(top);
        sections = List.copyOf(sections);
    }

    /** The sections that show one thing. */
    public Stream<Section> showing(Show show) {
        return sections.stream().filter(section -> section.show() == show);
    }

    /** The entries whose texts it shows, whether or not they exist. */
    public Stream<Ref> references() {
        return sections.stream().flatMap(section -> section.text().stream());
    }
}

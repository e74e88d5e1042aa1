package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.plan.Cards.Card;

/**
 * The data of the script of a list with filters: the facet values of each entry, and the text of its card.
 *
 * @param folder where the data are published; its name changes with them, so browsers may cache them indefinitely
 * @param pageSize how many entries a page shows
 * @param facets in the order in which the filters show them
 * @param entries in the order of the list
 * @param places the hours and the positions of each entry, as JSON; empty if the list is not for that
 */
public record Finder(String folder, int pageSize, List<Facet> facets, List<Item> entries, Optional<String> places) {
    /**
     * A facet.
     *
     * @param word its name in addresses
     * @param formerWords its former names
     * @param within the index of the facet that groups its values; it shares a filter with it
     * @param values in the order of the choices
     */
    public record Facet(String word, List<String> formerWords, Optional<Integer> within, List<Value> values) {
        public Facet {
            formerWords = List.copyOf(formerWords);
            values = List.copyOf(values);
        }
    }

    /**
     * A value.
     *
     * @param formerIds ids that it had before, and that no other value of the facet has
     * @param phrase its form in sentences: "in the Midlands"; empty for one that has none
     * @param group the index of the value that groups it, in the facet that groups this one, or of the choice to which it
     *     belongs, in the same facet; negative if there is none
     */
    public record Value(String id, List<String> formerIds, String label, String phrase, int group) {
        public Value {
            formerIds = List.copyOf(formerIds);
        }
    }

    /** An entry with the indices of its values in each facet, in its own order. */
    public record Item(List<List<Integer>> values, Card card) {
        public Item {
            values = List.copyOf(values);
        }
    }

    public Finder {
        facets = List.copyOf(facets);
        entries = List.copyOf(entries);
    }
}

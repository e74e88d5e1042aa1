package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/** The filters of the case-study finder, as its pages show them. */
public final class Filters {
    private Filters() {}

    /**
     * Filters of which one may be chosen at a time.
     *
     * @param name as scripts call it
     * @param label such as "Region"
     * @param any what it says while none is chosen, such as "Any region"
     */
    public record FilterGroup(String name, String label, String any, List<Section> sections) {
        public FilterGroup {
            sections = List.copyOf(sections);
        }
    }

    /** Choices that belong together, such as the services of a category, below the choice of all of them. */
    public record Section(Optional<FilterChoice> whole, List<FilterChoice> choices) {
        public Section {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A value by which case studies can be filtered, and the page that does so.
     *
     * @param group the name of its group
     * @param facet as addresses and scripts call it
     * @param text its name: "London"
     * @param count how many case studies it leaves: "12"
     */
    public record FilterChoice(String group, String facet, String id, String text, String count, String path) {}
}

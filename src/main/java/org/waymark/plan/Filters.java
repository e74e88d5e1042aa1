package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/** The filters of a list, as shown on its pages. */
public final class Filters {
    private Filters() {}

    /**
     * Filters of which one can be chosen at a time.
     *
     * @param name its name in scripts
     * @param label such as "Region"
     * @param any its text while nothing is chosen, such as "Any region"
     */
    public record FilterGroup(String name, String label, String any, List<Section> sections) {
        public FilterGroup {
            sections = List.copyOf(sections);
        }
    }

    /** Related choices, such as the services of a category, preceded by the choice of all of them, if there is one. */
    public record Section(Optional<FilterChoice> whole, List<FilterChoice> choices) {
        public Section {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A value to filter entries by, and the page that shows the result.
     *
     * @param group the name of its group
     * @param facet its name in addresses and scripts
     * @param text its name: "London"
     * @param count the number of matching entries: "(12)"
     */
    public record FilterChoice(String group, String facet, String id, String text, String count, String path) {}
}

package org.waymark.plan;

import java.util.List;

/**
 * The data of the script of the case-study finder: the facet values of each case study, and the text of its card.
 *
 * @param folder where the data are published; its name changes with them, so that browsers may cache them indefinitely
 * @param pageSize how many case studies a page shows
 * @param services in the order of the choices
 * @param entries newest first
 */
public record Finder(
        String folder,
        int pageSize,
        List<FinderValue> categories,
        List<ServiceValue> services,
        List<RegionValue> regions,
        List<FinderValue> kinds,
        List<FinderStudy> entries) {
    /** A value and its name. */
    public record FinderValue(String id, String label) {}

    /**
     * A service.
     *
     * @param category the index of its category in the list
     */
    public record ServiceValue(String id, String label, int category) {}

    /**
     * A region.
     *
     * @param phrase its form in sentences: "in the Midlands"
     */
    public record RegionValue(String id, String label, String phrase) {}

    /**
     * A case study.
     *
     * @param services the indices of its services in the list of services, in its own order; likewise region and kind
     */
    public record FinderStudy(List<Integer> services, int region, int kind, ListItems.CaseStudyItem item) {
        public FinderStudy {
            services = List.copyOf(services);
        }
    }

    public Finder {
        categories = List.copyOf(categories);
        services = List.copyOf(services);
        regions = List.copyOf(regions);
        kinds = List.copyOf(kinds);
        entries = List.copyOf(entries);
    }
}

package org.waymark.directory;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.schema.Id;

/** The seven regions of NHS England. */
public enum Region {
    EAST_OF_ENGLAND("East of England"),
    LONDON("London"),
    MIDLANDS("Midlands"),
    NORTH_EAST_AND_YORKSHIRE("North East and Yorkshire"),
    NORTH_WEST("North West"),
    SOUTH_EAST("South East"),
    SOUTH_WEST("South West");

    private final String label;

    Region(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Its segment of an address. */
    public Id id() {
        return Id.from(label);
    }

    /** The number of case studies by region; regions without any are left out. */
    public static Map<Region, Integer> count(Collection<CaseStudy> studies) {
        var counts = new EnumMap<Region, Integer>(Region.class);
        studies.forEach(study -> counts.merge(study.region(), 1, Integer::sum));
        return counts;
    }

    static Map<String, Region> byLabel() {
        var regions = new LinkedHashMap<String, Region>();
        for (Region region : values()) {
            regions.put(region.label, region);
        }
        return regions;
    }
}

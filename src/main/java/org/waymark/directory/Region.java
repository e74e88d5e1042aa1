package org.waymark.directory;

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

    /** Its part of an address. */
    public Id id() {
        return Id.from(label);
    }

    static Map<String, Region> byLabel() {
        var regions = new LinkedHashMap<String, Region>();
        for (Region region : values()) {
            regions.put(region.label, region);
        }
        return regions;
    }
}

package org.waymark.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.content.SiteLabels;
import org.waymark.directory.Directory;
import org.waymark.directory.PublishedEntries;

/**
 * The directory in the tables of the Human Services Data Specification 3.0. Rows name rows of other tables by their identifiers.
 *
 * @param tables by the names of the specification: {@code service_at_location}. Each row has its values by the names of columns;
 *     what it lacks is missing
 */
public record ServiceData(Map<String, List<Map<String, Object>>> tables) {
    public ServiceData {
        var copies = new LinkedHashMap<String, List<Map<String, Object>>>();
        tables.forEach((name, rows) -> copies.put(name, List.copyOf(rows)));
        tables = Collections.unmodifiableMap(copies);
    }

    /**
     * What a directory without errors publishes, whether it asks for Open Referral data or not.
     *
     * @return empty if it has no site
     */
    public static Optional<ServiceData> of(Directory directory) {
        return directory
                .findSite()
                .map(site -> new ServiceDataMaker(
                                new PublishedEntries(directory),
                                site,
                                SiteLabels.of(directory.kinds().shape(), site.language()),
                                ServiceIds.of(site))
                        .make());
    }

    public List<Map<String, Object>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** Collects rows. */
    static final class Builder {
        private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();

        /** The new row, with its identifier. */
        Map<String, Object> add(String table, String id) {
            var row = new LinkedHashMap<String, Object>();
            row.put("id", id);
            tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
            return row;
        }

        ServiceData build() {
            return new ServiceData(tables);
        }
    }
}

package org.waymark.plan;

import java.util.List;

/**
 * The number of case studies of each service in each region.
 *
 * @param regions the columns
 * @param groups the rows, by category
 * @param gaps how many cells are empty, in words
 * @param totals the case studies of each region, each counted once
 * @param total all case studies
 */
public record CoveragePage(
        Head head, List<PageLink> regions, List<CategoryRows> groups, String gaps, List<String> totals, String total)
        implements Page {
    /** The services of a category. */
    public record CategoryRows(PageLink category, List<Row> rows) {
        public CategoryRows {
            rows = List.copyOf(rows);
        }
    }

    /** A service. {@code total} counts each of its case studies once. */
    public record Row(PageLink service, List<Cell> cells, String total) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A number of case studies.
     *
     * @param count in digits; "0" for none
     * @param shade 0 for none to 4 for the most
     */
    public record Cell(String count, int shade) {}

    public CoveragePage {
        regions = List.copyOf(regions);
        groups = List.copyOf(groups);
        totals = List.copyOf(totals);
    }

    @Override
    public String template() {
        return "coverage";
    }
}

package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/**
 * Opening hours as readers see them.
 *
 * @param parts the usual week, seasons and special days
 * @param notes what else readers should know
 * @param live what a script needs to say whether it is open; empty if the site has no time zone
 */
public record HoursView(List<Part> parts, List<String> notes, Optional<Live> live) {
    /** Hours that belong together. The label is empty where these are the only ones of the week. */
    public record Part(Optional<String> label, List<Row> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** Days and their hours, such as "Monday to Friday" and "9am to 5pm". */
    public record Row(String days, String times) {}

    /** For {@code templates/assets/hours.js}, as JSON. */
    public record Live(String hours, String labels) {}

    public HoursView {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }
}

package org.waymark.plan;

import org.waymark.directory.SitePath;

/** A page of the site. Each kind of page is a record that holds what its template shows. */
public interface Page {
    Head head();

    /** The template below {@code templates/page}, without its ending. */
    String template();

    default SitePath path() {
        return head().path();
    }
}

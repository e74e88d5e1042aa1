package org.waymark.plan;

import org.waymark.directory.SitePath;

/** A page of the site. Each kind of page is a record of exactly what its template shows. */
public interface Page {
    Head head();

    /** The template below {@code templates/page}, without its extension. */
    String template();

    default SitePath path() {
        return head().path();
    }
}

package org.waymark.plan;

import java.util.Optional;
import org.waymark.directory.SitePath;

/** A page of the site. Each kind of page is a record of exactly what its template shows. */
public interface Page {
    Head head();

    /** The template below {@code templates}, without its extension: {@code page/home}. */
    String template();

    /** What it is about, for search engines; empty if that is not declared. */
    default Optional<Thing> subject() {
        return Optional.empty();
    }

    default SitePath path() {
        return head().path();
    }
}

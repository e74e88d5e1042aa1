package org.waymark.bench;

/** The measured programs, by their names in the results. */
final class Tool {
    static final String CHECK = "waymark check";
    static final String BUILD = "waymark build";
    static final String AGAIN = "waymark build again";
    static final String PUBLISH = "publishing alone";
    static final String KEPT = "kept build after one change";
    static final String COPY = "cp -r of the site";
    static final String OLD_CHECK = "older waymark check";
    static final String OLD_BUILD = "older waymark build";
    static final String HUGO = "Hugo (like pages)";
    static final String PLAIN_HUGO = "Hugo (plainest pages)";
    static final String HUGO_AND_SEARCH = "Hugo + Pagefind";
    static final String ELEVENTY = "Eleventy";

    private Tool() {}
}

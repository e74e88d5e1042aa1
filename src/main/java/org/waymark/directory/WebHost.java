package org.waymark.directory;

/** A web host that needs files which others would reject. */
public enum WebHost {
    /** It serves a file rather than a redirect from its address, unless that is forced. */
    NETLIFY
}

package org.waymark.directory;

import org.waymark.schema.Entry;

/** An entry that can be unpublished, temporarily or permanently. */
public interface Publishable extends Entry {
    Visibility visibility();
}

package org.waymark.directory;

import org.waymark.schema.Entry;

/** An entry that editors can keep back from readers, on some days or on all. */
public interface Publishable extends Entry {
    Visibility visibility();
}

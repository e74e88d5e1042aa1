package org.waymark.schema;

/** One thing that the directory describes. Each kind of entry is a record. */
public interface Entry {
    Kind entryKind();

    Id id();

    /** Its name or title, as readers see it. */
    String label();

    Origin origin();
}

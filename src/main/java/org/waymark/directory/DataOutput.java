package org.waymark.directory;

/** A form in which the directory is published as data, beside its pages. */
public enum DataOutput {
    /** A table for each kind of entry, all entries in one file, and the descriptions of both. */
    TABLES
}

package org.waymark.directory;

/** A form in which the directory is published as data, in addition to its pages. */
public enum DataOutput {
    /** A table for each kind of entry, all entries in one file, and the descriptions of both. */
    TABLES,
    /** The objects of the Human Services Data Specification 3.0 of the Open Referral project, and its tables. */
    HSDS,
    /** The same at the addresses of the interface that Open Referral UK describes, as far as files can answer. */
    ORUK_API;

    /** Whether it is Open Referral data, whose identifiers come from the identity of the site. */
    public boolean isOpenReferral() {
        return this != TABLES;
    }
}

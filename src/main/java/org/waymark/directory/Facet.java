package org.waymark.directory;

/** A property by which case studies can be filtered. Its name is part of addresses, so it never changes. */
public enum Facet {
    SERVICE,
    CATEGORY,
    REGION,
    /** The kind of organisation. */
    KIND;

    /** Its name in addresses, data and scripts. */
    public String word() {
        return switch (this) {
            case SERVICE -> "service";
            case CATEGORY -> "category";
            case REGION -> "region";
            case KIND -> "kind";
        };
    }
}

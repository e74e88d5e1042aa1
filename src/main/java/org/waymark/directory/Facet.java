package org.waymark.directory;

/** What case studies can be filtered by. Its name is part of addresses, so it never changes. */
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

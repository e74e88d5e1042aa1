package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.Entry;
import org.waymark.schema.EntryName;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;
import org.waymark.source.Span;

/**
 * Every address that was ever published. Waymark adds to it; what has been promised to readers is never taken out. An
 * address that no longer has a page answers for the entry that it belonged to, whatever became of that.
 */
public record RouteLedger(Id id, List<Route> routes, Origin origin) implements Entry {
    /** What is in the place of an entry where an address belongs to none. */
    public static final String OF_THE_SITE = "site";

    public static final Field<List<Route>> ROUTES = Field.required(
            "routes", new RoutesType(), "each address that was ever published, and the entry it belonged to, or site");

    public static final Kind<RouteLedger> KIND = new Kind<>(
            "route-ledger",
            "the route ledger",
            new Kind.YamlFile("content/routes.yaml"),
            RouteLedger.class,
            List.of(ROUTES),
            f -> new RouteLedger(f.id(), f.get(ROUTES), f.origin()));

    /**
     * An address that was published.
     *
     * @param address from the root of the site on, with a slash at its beginning: {@code /services/extended-access/}
     * @param owner the entry as it was called then; absent for a page that belongs to the site as a whole
     * @param place where the address is in the ledger
     */
    public record Route(String address, Optional<EntryName> owner, Span place) {}

    public RouteLedger {
        routes = List.copyOf(routes);
    }

    @Override
    public String label() {
        return "Routes";
    }
}

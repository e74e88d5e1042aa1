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
 * Every address that was ever published. Waymark only adds to it. An address without a page redirects to the entry it
 * belonged to, or to that entry's notice.
 */
public record RouteLedger(Id id, List<Route> routes, Origin origin) implements Entry {
    /** Used instead of an entry for pages that belong to the site as a whole. */
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
     * A published address.
     *
     * @param address from the root of the site, with a leading slash: {@code /services/extended-access/}
     * @param owner the entry under its name at the time; absent for a page of the site as a whole
     * @param place the span of the address in the ledger
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

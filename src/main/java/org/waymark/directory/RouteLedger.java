package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.EntryName;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.schema.Noun;
import org.waymark.source.Span;

/**
 * Every address that was ever published. Waymark only adds to it. An address without a page redirects to the entry it
 * belonged to, or to that entry's notice. It also records what became of the data of each entry.
 */
public record RouteLedger(List<Route> routes, DataHistory history) {
    /** The path of the file. */
    public static final String PATH = "content/routes.yaml";

    private static final String KIND_NAME = "route-ledger";

    /** Used instead of an entry for pages that belong to the site as a whole. */
    public static final String OF_THE_SITE = "site";

    public static final Field<List<Route>> ROUTES = routes(List.of());

    public static final Field<Optional<DataHistory>> ENTRIES = Field.optional(
            "entries",
            new HistoryType(),
            "of each entry that was ever published, when it came, when its data last changed, and a digest of these");

    private static Field<List<Route>> routes(List<Kind> kinds) {
        return Field.required(
                "routes",
                new RoutesType(kinds),
                "each address that was ever published, and the entry it belonged to, or site");
    }

    /** Whether a kind is that of the ledger. */
    public static boolean isKind(Kind kind) {
        return kind.name().equals(KIND_NAME);
    }

    /** The kind of the ledger of addresses of entries of other kinds. */
    static Kind kind(List<Kind> kinds) {
        Field<List<Route>> routes = routes(kinds);
        return Kind.ofSettings(
                KIND_NAME,
                new Noun("route ledger", "route ledgers", "the route ledger"),
                new Kind.YamlFile(PATH),
                List.of(routes, ENTRIES),
                routes);
    }

    static RouteLedger of(Entry entry) {
        return new RouteLedger(entry.get(ROUTES), entry.get(ENTRIES).orElse(DataHistory.NONE));
    }

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
}

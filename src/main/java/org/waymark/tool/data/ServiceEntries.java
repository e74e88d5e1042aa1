package org.waymark.tool.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.plan.ServiceData;
import org.waymark.plan.ServiceIds;
import org.waymark.schema.EntryName;
import org.waymark.schema.Kind;

/** The entries that are objects of Open Referral data, and what the directory publishes about them. */
final class ServiceEntries {
    private final Map<String, Entry> byIdentifier;
    private final Map<EntryName, Entry> byName = new HashMap<>();
    private final NameIndex names;
    private final Optional<ServiceRecords> published;
    private final Map<Entry, ServiceRecords.Row> rows = new HashMap<>();

    /** @param published what the directory publishes itself, if it can be published */
    ServiceEntries(Directory directory, NameIndex names, Optional<ServiceData> published) {
        byIdentifier = ServiceIds.entries(directory);
        byIdentifier.values().forEach(entry -> byName.put(new EntryName(entry.kind(), entry.id()), entry));
        this.names = names;
        this.published = published.map(ServiceRecords::of);
        this.published.ifPresent(records -> byIdentifier.forEach((identifier, entry) ->
                records.row(table(entry.kind()), identifier).ifPresent(row -> rows.put(entry, row))));
    }

    private static String table(Kind kind) {
        return kind.presentation().openReferral().orElseThrow().type().word();
    }

    /** The entry of a kind that is an object: by its identifier, one that the entry keeps from elsewhere, or its name. */
    Optional<Entry> find(Kind kind, ServiceRecords.Row object) {
        return withIdentifier(kind, object.id())
                .or(() -> withExternalIdentifier(kind, object))
                .or(() -> object.text("name")
                        .map(name -> names.find(kind.name(), name))
                        .filter(found -> found.size() == 1)
                        .flatMap(found -> Optional.ofNullable(byName.get(new EntryName(kind, found.get(0))))));
    }

    private Optional<Entry> withIdentifier(Kind kind, String identifier) {
        return Optional.ofNullable(byIdentifier.get(identifier))
                .filter(entry -> entry.kind().equals(kind));
    }

    private Optional<Entry> withExternalIdentifier(Kind kind, ServiceRecords.Row object) {
        return published
                .flatMap(records -> object.text("external_identifier")
                        .map(identifier -> records.rows(table(kind), "external_identifier", identifier)))
                .filter(found -> found.size() == 1)
                .flatMap(found -> withIdentifier(kind, found.get(0).id()));
    }

    /** Whether the directory publishes an object itself, but not for an entry of this kind. */
    boolean isOfOtherKind(Kind kind, ServiceRecords.Row object) {
        return withIdentifier(kind, object.id()).isEmpty()
                && published
                        .flatMap(records -> records.row(table(kind), object.id()))
                        .isPresent();
    }

    /** What the directory publishes about an entry. */
    Optional<ServiceRecords.Row> row(Entry entry) {
        return Optional.ofNullable(rows.get(entry));
    }

    /** All that the directory publishes. */
    ServiceRecords published() {
        return published.orElseGet(ServiceRecords::new);
    }

    /** What a reference can call an object: its name, or the id of its entry where several have that name. */
    Optional<String> name(String table, String identifier) {
        return Optional.ofNullable(byIdentifier.get(identifier))
                .filter(entry -> table(entry.kind()).equals(table))
                .map(entry -> names.find(entry.kind().name(), entry.label()).size() == 1
                        ? entry.label()
                        : entry.id().value())
                .or(() -> published
                        .flatMap(records -> records.row(table, identifier))
                        .flatMap(row -> row.text("name")));
    }
}

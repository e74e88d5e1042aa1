package org.waymark.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import org.waymark.schema.Id;
import org.waymark.schema.Vocabulary.Option;

/**
 * Identifiers of Open Referral data: UUIDs made of the identity of the site, the kind and the first id of an entry, so they stay when
 * the entry is renamed or the site moves.
 */
public record ServiceIds(UUID identity) {
    private static final UUID NO_IDENTITY = new UUID(0, 0);

    /** The identifiers of a site; those of one without an identity are never published. */
    static ServiceIds of(Site site) {
        return new ServiceIds(site.identity().orElse(NO_IDENTITY));
    }

    /**
     * The entries that are objects of Open Referral data, by their identifiers. An entry that another was merged into has the identifier
     * of that one too.
     */
    public static Map<String, Entry> entries(Directory directory) {
        var found = new LinkedHashMap<String, Entry>();
        directory.findSite().map(ServiceIds::of).ifPresent(ids -> {
            List<Entry> objects = directory.kinds().forReaders().stream()
                    .filter(kind -> kind.presentation().openReferral().isPresent())
                    .flatMap(directory::entries)
                    .filter(Entry::isNamed)
                    .toList();
            objects.forEach(entry -> found.put(ids.of(entry), entry));
            for (Entry entry : objects) {
                entry.formerIds()
                        .forEach(former -> found.putIfAbsent(ids.of(entry.kind().name(), former.value()), entry));
                found.putIfAbsent(ids.of(entry.kind().name(), entry.id().value()), entry);
            }
        });
        return found;
    }

    String of(Entry entry) {
        return of(entry.kind().name(), entry.firstId().value());
    }

    /** A part of an entry, by what it says rather than by its place among others. */
    String of(Entry entry, String part, String words) {
        return NameUuid.of(UUID.fromString(of(entry)), part + "/" + words);
    }

    String of(String vocabulary, Option option) {
        Id first = option.formerIds().isEmpty()
                ? option.id()
                : option.formerIds().get(0).value();
        return of("vocabulary/" + vocabulary, first.value());
    }

    String of(String what, String name) {
        return NameUuid.of(identity, what + "/" + name);
    }
}

package org.waymark.plan;

import java.util.List;
import java.util.UUID;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Id;
import org.waymark.schema.Placed;
import org.waymark.schema.Vocabulary.Option;

/**
 * Identifiers of Open Referral data: UUIDs made of the identity of the site, the kind and the first id of an entry, so they stay when
 * the entry is renamed or the site moves.
 */
record ServiceIds(UUID identity) {
    String of(Entry entry) {
        Id first = entry.find(CommonFields.FORMER_IDS).stream()
                .flatMap(List::stream)
                .map(Placed::value)
                .findFirst()
                .orElse(entry.id());
        return of(entry.kind().name(), first.value());
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

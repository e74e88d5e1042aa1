package org.waymark.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.PublishedEntries;
import org.waymark.schema.Labels;
import org.waymark.schema.OpenReferral;
import org.waymark.schema.PartialDate;
import org.waymark.schema.Ref;
import org.waymark.schema.Vocabulary.Option;

/** What entries say in the fields that their kinds map to a property of Open Referral data. */
record ServiceValues(PublishedEntries entries, Labels labels) {
    void words(Map<String, Object> row, Entry entry, OpenReferral declared, String... properties) {
        for (String property : properties) {
            words(entry, declared, property).ifPresent(text -> row.put(property, text));
        }
    }

    Optional<String> words(Entry entry, OpenReferral declared, String property) {
        List<String> found =
                of(entry, declared, property).map(this::text).distinct().toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(labels.list(found));
    }

    String text(Object value) {
        if (value instanceof Ref ref) {
            return entries.get(ref).label();
        } else if (value instanceof Option option) {
            return option.label();
        }
        return value instanceof PartialDate date ? date.iso() : value.toString();
    }

    Stream<Ref> refs(Entry entry, OpenReferral declared, String property) {
        return of(entry, declared, property).filter(Ref.class::isInstance).map(Ref.class::cast);
    }

    Stream<Object> of(Entry entry, OpenReferral declared, String property) {
        return declared.paths(property).stream()
                .flatMap(path -> entries.raw(entry, entries.path(entry.kind(), path)).stream());
    }

    /** The summary, and the text below it. */
    static Optional<String> description(Entry entry) {
        return Stream.concat(
                        entry.summary().stream(),
                        entry.body().filter(body -> !body.isEmpty()).map(body -> body.text()).stream())
                .reduce((summary, text) -> summary + "\n\n" + text);
    }
}

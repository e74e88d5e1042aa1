package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Entry;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;
import org.waymark.schema.Vocabulary.Option;

/**
 * A federation or similar body.
 *
 * @param odsCode its code in the NHS Organisation Data Service
 */
public record Organisation(
        Kind entryKind,
        Id id,
        String name,
        String kind,
        String place,
        Option region,
        Optional<String> website,
        Optional<String> odsCode,
        Optional<String> summary,
        List<Id> formerIds,
        Origin origin)
        implements Entry {
    static Organisation of(Kind kind, Fields f) {
        return new Organisation(
                kind,
                f.id(),
                f.value("name", String.class).orElseThrow(),
                f.value("kind", String.class).orElseThrow(),
                f.value("place", String.class).orElseThrow(),
                f.value("region", Option.class).orElseThrow(),
                f.value("website", String.class),
                f.value("ods-code", String.class),
                f.value("summary", String.class),
                CommonFields.formerIds(f),
                f.origin());
    }

    @Override
    public String label() {
        return name;
    }
}

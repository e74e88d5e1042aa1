package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Entry;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;

/** A group of services. */
public record Category(
        Kind entryKind,
        Id id,
        String name,
        String summary,
        Optional<Integer> order,
        List<Id> formerIds,
        Prose body,
        Origin origin)
        implements Entry {
    static Category of(Kind kind, Fields f) {
        return new Category(
                kind,
                f.id(),
                f.value("name", String.class).orElseThrow(),
                f.value("summary", String.class).orElseThrow(),
                f.value("order", Integer.class),
                CommonFields.formerIds(f),
                f.prose(),
                f.origin());
    }

    @Override
    public String label() {
        return name;
    }
}

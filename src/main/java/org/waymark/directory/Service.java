package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;
import org.waymark.schema.Ref;

/** Something that federations do for patients, practices or their health system. */
public record Service(
        Kind entryKind,
        Id id,
        String name,
        String summary,
        Ref category,
        Optional<Integer> order,
        List<String> alsoKnownAs,
        List<Ref> related,
        List<Id> formerIds,
        Reviewed reviewed,
        Visibility visibility,
        Prose body,
        Origin origin)
        implements Publishable {
    static Service of(Kind kind, Fields f) {
        return new Service(
                kind,
                f.id(),
                f.value("name", String.class).orElseThrow(),
                f.value("summary", String.class).orElseThrow(),
                f.value("category", Ref.class).orElseThrow(),
                f.value("order", Integer.class),
                f.items("also-known-as", String.class),
                f.items("related", Ref.class),
                CommonFields.formerIds(f),
                Reviewed.of(f),
                Visibility.of(f),
                f.prose(),
                f.origin());
    }

    @Override
    public String label() {
        return name;
    }
}

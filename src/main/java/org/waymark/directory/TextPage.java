package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;

/** A page of text, such as the introduction. Its address is just its id: {@code /introduction/}. */
public record TextPage(
        Kind entryKind,
        Id id,
        String title,
        String summary,
        Optional<Integer> order,
        List<Id> formerIds,
        Reviewed reviewed,
        Visibility visibility,
        Prose body,
        Origin origin)
        implements Publishable {
    static TextPage of(Kind kind, Fields f) {
        return new TextPage(
                kind,
                f.id(),
                f.value("title", String.class).orElseThrow(),
                f.value("summary", String.class).orElseThrow(),
                f.value("order", Integer.class),
                CommonFields.formerIds(f),
                Reviewed.of(f),
                Visibility.of(f),
                f.prose(),
                f.origin());
    }

    @Override
    public String label() {
        return title;
    }
}

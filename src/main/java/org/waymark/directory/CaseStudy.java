package org.waymark.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.Citation;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Fields;
import org.waymark.schema.Figure;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;
import org.waymark.schema.Ref;
import org.waymark.schema.Vocabulary.Option;

/** What one organisation did, where, and what came of it, with the sources for saying so. */
public record CaseStudy(
        Kind entryKind,
        Id id,
        String title,
        String summary,
        Ref organisation,
        List<Ref> services,
        String place,
        Option region,
        Optional<String> period,
        Optional<Scale> scale,
        List<Figure> figures,
        String confidence,
        List<Citation> sources,
        LocalDate published,
        Reviewed reviewed,
        Visibility visibility,
        List<Id> formerIds,
        Prose body,
        Origin origin)
        implements Publishable {
    /** How many practices, primary care networks and patients it covers. */
    public record Scale(Optional<Integer> practices, Optional<Integer> pcns, Optional<Integer> patients) {}

    static CaseStudy of(Kind kind, Fields f) {
        return new CaseStudy(
                kind,
                f.id(),
                f.value("title", String.class).orElseThrow(),
                f.value("summary", String.class).orElseThrow(),
                f.value("organisation", Ref.class).orElseThrow(),
                f.items("services", Ref.class),
                f.value("place", String.class).orElseThrow(),
                f.value("region", Option.class).orElseThrow(),
                f.value("period", String.class),
                f.value("scale", Fields.class)
                        .map(scale -> new Scale(
                                scale.value("practices", Integer.class),
                                scale.value("pcns", Integer.class),
                                scale.value("patients", Integer.class))),
                f.items("figures", Figure.class),
                f.value("confidence", Option.class).orElseThrow().label(),
                f.items("sources", Citation.class),
                f.value("published", LocalDate.class).orElseThrow(),
                Reviewed.of(f),
                Visibility.of(f),
                CommonFields.formerIds(f),
                f.prose(),
                f.origin());
    }

    @Override
    public String label() {
        return title;
    }
}

package org.waymark.schema;

import java.util.List;
import java.util.Optional;
import org.waymark.source.Span;

/**
 * The source of facts.
 *
 * @param published when the source appeared, if known
 * @param seen when an editor looked it up
 * @param seenSpan the location of that date
 */
public record Citation(
        String title, String publisher, String url, Optional<PartialDate> published, PartialDate seen, Span seenSpan) {
    private static final Field<String> TITLE =
            Field.required("title", new Line(300, "Annual report 2024"), "its title");
    private static final Field<String> PUBLISHER =
            Field.required("publisher", new Line(160, "Healthwatch"), "who published it");
    private static final Field<String> URL = Field.required("url", new WebAddress(), "where it is");
    private static final Field<Optional<PartialDate>> PUBLISHED =
            Field.optional("published", new FlexibleDate(), "when it appeared, if it says so");
    private static final Field<PartialDate> SEEN = Field.required("seen", new FlexibleDate(), "when you looked it up");

    /** The type of a field that holds one. */
    public static final FieldType<Citation> TYPE = new Group<>(
            "a source",
            List.of(TITLE, PUBLISHER, URL, PUBLISHED, SEEN),
            f -> new Citation(
                    f.get(TITLE),
                    f.get(PUBLISHER),
                    f.get(URL),
                    f.get(PUBLISHED),
                    f.get(SEEN),
                    f.origin().of(SEEN)));
}

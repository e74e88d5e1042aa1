package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.Origin;
import org.waymark.schema.Ref;
import org.waymark.schema.Reference;
import org.waymark.schema.WholeNumber;

/** Something that federations do for patients, practices or their health system. */
public record Service(
        Id id,
        String name,
        String summary,
        Ref<Category> category,
        Optional<Integer> order,
        List<String> alsoKnownAs,
        List<Ref<Service>> related,
        List<Id> formerIds,
        Reviewed reviewed,
        Visibility visibility,
        Prose body,
        Origin origin)
        implements Publishable {
    public static final Field<String> NAME = Field.required("name", new Line(90, "Extended access"), "its name");
    public static final Field<String> SUMMARY = Field.required(
            "summary",
            new Line(160, "Appointments in the evenings and at weekends."),
            "what it is for the reader, in one sentence");
    public static final Field<Ref<Category>> CATEGORY = Field.required(
            "category", new Reference<>(Category.class, "enhanced-services"), "the category it belongs to");
    public static final Field<Optional<Integer>> ORDER =
            Field.optional("order", new WholeNumber(0, "1"), "its position within the category, lowest first");
    public static final Field<List<String>> ALSO_KNOWN_AS =
            Field.list("also-known-as", new Line(90, "Enhanced access"), "other names that readers may search for");
    public static final Field<List<Ref<Service>>> RELATED = Field.list(
            "related", new Reference<>(Service.class, "health-checks"), "services that readers may also need");

    public static final Kind<Service> KIND = new Kind<>(
            "service",
            "a service",
            new Kind.MarkdownFolder("content/services"),
            Service.class,
            List.of(
                    NAME,
                    SUMMARY,
                    CATEGORY,
                    ORDER,
                    ALSO_KNOWN_AS,
                    RELATED,
                    Common.FORMER_IDS,
                    Reviewed.REVIEWED,
                    Reviewed.REVIEW_BY,
                    Reviewed.OWNER,
                    Visibility.DRAFT,
                    Visibility.PUBLISH_ON,
                    Visibility.EXPIRE_ON,
                    Common.ALLOW),
            f -> new Service(
                    f.id(),
                    f.get(NAME),
                    f.get(SUMMARY),
                    f.get(CATEGORY),
                    f.get(ORDER),
                    f.get(ALSO_KNOWN_AS),
                    f.get(RELATED),
                    Common.formerIds(f),
                    Reviewed.of(f),
                    Visibility.of(f),
                    f.prose(),
                    f.origin()));

    @Override
    public String label() {
        return name;
    }
}

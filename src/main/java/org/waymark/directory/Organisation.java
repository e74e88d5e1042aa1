package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.Choice;
import org.waymark.schema.Entry;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.Origin;
import org.waymark.schema.WebAddress;

/**
 * A federation or similar body.
 *
 * @param odsCode its code in the NHS Organisation Data Service
 */
public record Organisation(
        Id id,
        String name,
        String kind,
        String place,
        Region region,
        Optional<String> website,
        Optional<String> odsCode,
        Optional<String> summary,
        List<Id> formerIds,
        Origin origin)
        implements Entry {
    public static final Field<String> NAME = Field.required("name", new Line(120, "Taurus Healthcare"), "its name");
    public static final Field<String> KIND_OF =
            Field.required("kind", new Line(60, "GP federation"), "what kind of organisation it is");
    public static final Field<String> PLACE =
            Field.required("place", new Line(90, "Herefordshire"), "the town, county or borough");
    public static final Field<Region> REGION =
            Field.required("region", new Choice<>(Region.byLabel()), "the NHS England region, by its name");
    public static final Field<Optional<String>> WEBSITE = Field.optional("website", new WebAddress(), "its own site");
    public static final Field<Optional<String>> ODS_CODE =
            Field.optional("ods-code", new Line(12, "0123"), "its code in the NHS Organisation Data Service");
    public static final Field<Optional<String>> SUMMARY =
            Field.optional("summary", new Line(200, "Owned by all practices of the county."), "what it is");

    public static final Kind<Organisation> KIND = new Kind<>(
            "organisation",
            "an organisation",
            new Kind.YamlFolder("content/organisations"),
            Organisation.class,
            List.of(NAME, KIND_OF, PLACE, REGION, WEBSITE, ODS_CODE, SUMMARY, Common.FORMER_IDS, Common.ALLOW),
            f -> new Organisation(
                    f.id(),
                    f.get(NAME),
                    f.get(KIND_OF),
                    f.get(PLACE),
                    f.get(REGION),
                    f.get(WEBSITE),
                    f.get(ODS_CODE),
                    f.get(SUMMARY),
                    Common.formerIds(f),
                    f.origin()));

    @Override
    public String label() {
        return name;
    }
}

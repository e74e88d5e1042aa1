package org.waymark.directory;

import java.util.Map;
import org.waymark.schema.Choice;
import org.waymark.schema.Eligibility;
import org.waymark.schema.Email;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.MoneyType;
import org.waymark.schema.OpenReferral;
import org.waymark.schema.OpeningHoursType;
import org.waymark.schema.Phone;
import org.waymark.schema.PositionType;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Reference;
import org.waymark.schema.ServiceArea;
import org.waymark.schema.WebAddress;

/** Checks what kinds become in Open Referral data. */
final class OpenReferralCheck {
    private static final String HSDS = "hsds";

    private final ShapeFindings findings;

    OpenReferralCheck(ShapeFindings findings) {
        this.findings = findings;
    }

    /** What a kind becomes in Open Referral data: each property is one of its type, and has values that it can have. */
    void check(Kind kind, OpenReferral object) {
        Map<String, OpenReferral.Value> known = OpenReferral.propertiesOf(object.type());
        if (object.type() == OpenReferral.Type.SERVICE
                && object.paths("organization").isEmpty()) {
            findings.invalid(
                    kind.placeOf(HSDS),
                    "a `service` needs the property `organization`",
                    "add the field that names who provides it, such as `organization: [organisation]`");
        }
        object.properties().forEach((property, paths) -> {
            OpenReferral.Value wanted = known.get(property);
            if (wanted == null) {
                findings.invalid(
                        kind.placeOf(HSDS),
                        "`" + property + "` is no property of a `"
                                + object.type().word() + "`",
                        "its properties are " + String.join(", ", known.keySet()));
                return;
            }
            paths.forEach(written -> findings.path(kind, written, HSDS + ".properties")
                    .filter(path ->
                            !path.last().isOpen() && !fits(wanted, path.last().itemType()))
                    .ifPresent(path -> findings.invalid(
                            kind.placeOf(HSDS + ".properties", written),
                            "`" + written + "` cannot become `" + property + "`",
                            "name " + wanted.wanted())));
        });
    }

    private boolean fits(OpenReferral.Value wanted, FieldType<?> type) {
        return switch (wanted) {
            case WORDS -> !(type instanceof Group<?>);
            case WEB_ADDRESS -> type instanceof WebAddress;
            case EMAIL -> type instanceof Email;
            case PHONES -> type instanceof Phone;
            case ADDRESSES -> type == PostalAddress.BRITISH || type == PostalAddress.OTHER;
            case POSITION -> type instanceof PositionType;
            case SCHEDULES -> type instanceof OpeningHoursType;
            case PRICES -> type instanceof MoneyType;
            case ELIGIBILITY -> type == Eligibility.TYPE;
            case ORGANIZATION -> refersTo(type, OpenReferral.Type.ORGANIZATION);
            case LOCATIONS -> refersTo(type, OpenReferral.Type.LOCATION);
            case TERMS -> isOfVocabulary(type) || refersTo(type, OpenReferral.Type.TAXONOMY_TERM);
            case AREAS ->
                isOfVocabulary(type) || type instanceof Reference || type instanceof Line || type == ServiceArea.TYPE;
        };
    }

    private static boolean isOfVocabulary(FieldType<?> type) {
        return type instanceof Choice<?> choice && choice.vocabulary().isPresent();
    }

    private boolean refersTo(FieldType<?> type, OpenReferral.Type object) {
        return type instanceof Reference reference
                && reference.kinds().stream()
                        .allMatch(name -> findings.named(name)
                                .flatMap(kind -> kind.presentation().openReferral())
                                .filter(target -> target.type() == object)
                                .isPresent());
    }
}

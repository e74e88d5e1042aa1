package org.waymark.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.source.Span;

/**
 * A postal address, without the name of the recipient.
 *
 * @param building its name, or a floor or room
 * @param street with the number
 * @param locality the village or the part of the town
 * @param postcodeSpan the location of the postcode, or of the address without one
 */
public record PostalAddress(
        Optional<String> building,
        Optional<String> street,
        Optional<String> locality,
        String town,
        Optional<String> county,
        Optional<String> postcode,
        Span postcodeSpan) {
    private static final Field<Optional<String>> BUILDING =
            Field.optional("building", new Line(90, "Mill Lane Hall"), "the name of the building, or a floor or room");
    private static final Field<Optional<String>> STREET =
            Field.optional("street", new Line(90, "12 Mill Lane"), "the number and the street");
    private static final Field<Optional<String>> LOCALITY =
            Field.optional("locality", new Line(90, "Low Ford"), "the village, or the part of the town");
    private static final Field<String> TOWN = Field.required("town", new Line(90, "Otterbridge"), "the town or city");
    private static final Field<Optional<String>> COUNTY =
            Field.optional("county", new Line(90, "Herefordshire"), "the county or region");
    private static final Field<Optional<String>> UK_POSTCODE =
            Field.optional("postcode", new Postcode(true), "the postcode");
    private static final Field<Optional<String>> POSTCODE =
            Field.optional("postcode", new Line(16, "75001"), "the postal code");

    /** The type of a field that holds one in the United Kingdom. */
    public static final FieldType<PostalAddress> BRITISH = type(UK_POSTCODE);

    /** The type of a field that holds one elsewhere, whose postal codes are not checked. */
    public static final FieldType<PostalAddress> OTHER = type(POSTCODE);

    private static FieldType<PostalAddress> type(Field<Optional<String>> postcode) {
        return new Group<>(
                "an address",
                List.of(BUILDING, STREET, LOCALITY, TOWN, COUNTY, postcode),
                f -> new PostalAddress(
                        f.get(BUILDING),
                        f.get(STREET),
                        f.get(LOCALITY),
                        f.get(TOWN),
                        f.get(COUNTY),
                        f.get(postcode),
                        f.origin().of(postcode)));
    }

    /** As on an envelope. */
    public List<String> lines() {
        return Stream.of(building, street, locality, Optional.of(town), county, postcode)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public String toString() {
        return String.join(", ", lines());
    }
}

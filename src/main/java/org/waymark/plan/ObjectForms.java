package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.waymark.directory.Directory;
import org.waymark.directory.Routes;
import org.waymark.plan.DataForm.Part;
import org.waymark.schema.Citation;
import org.waymark.schema.Eligibility;
import org.waymark.schema.FieldType;
import org.waymark.schema.Figure;
import org.waymark.schema.GeoPosition;
import org.waymark.schema.Labels;
import org.waymark.schema.Money;
import org.waymark.schema.MoneyType;
import org.waymark.schema.Period;
import org.waymark.schema.PeriodType;
import org.waymark.schema.Picture;
import org.waymark.schema.PositionType;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Quantity;
import org.waymark.schema.QuantityType;
import org.waymark.schema.ServiceArea;

/** The forms in data of field types whose values have parts, such as an address or a price. */
final class ObjectForms {
    private final Directory directory;
    private final String baseUrl;
    private final Labels labels;

    ObjectForms(Directory directory, String baseUrl, Labels labels) {
        this.directory = directory;
        this.baseUrl = baseUrl;
        this.labels = labels;
    }

    /** The form of a type; empty if its values have no parts, or those of its own fields. */
    Optional<DataForm> of(FieldType<?> type) {
        if (type == Figure.TYPE) {
            return Optional.of(DataForm.of(
                    part("value", "data-value", (Figure figure) -> figure.value()),
                    part("label", "data-label", (Figure figure) -> figure.label())));
        }
        if (type == Citation.TYPE) {
            return Optional.of(citation());
        }
        if (type == Picture.TYPE) {
            return Optional.of(picture());
        }
        if (type instanceof PeriodType) {
            return Optional.of(DataForm.of(
                    optional("from", "data-from", DataType.TEXT, (Period period) -> period.from()),
                    optional("to", "data-to", DataType.TEXT, (Period period) -> period.to())));
        }
        if (type instanceof QuantityType) {
            return Optional.of(DataForm.of(
                    optional(
                            "number",
                            "data-amount",
                            DataType.NUMBER,
                            (Quantity amount) -> Optional.of(amount.number())),
                    part("unit", "data-unit", (Quantity amount) -> amount.unit().many())));
        }
        if (type instanceof PositionType) {
            return Optional.of(DataForm.of(
                    optional(
                            "latitude",
                            "data-latitude",
                            DataType.NUMBER,
                            (GeoPosition place) -> Optional.of(place.latitude())),
                    optional(
                            "longitude",
                            "data-longitude",
                            DataType.NUMBER,
                            (GeoPosition place) -> Optional.of(place.longitude()))));
        }
        if (type instanceof MoneyType) {
            return Optional.of(price());
        }
        if (type == PostalAddress.BRITISH || type == PostalAddress.OTHER) {
            return Optional.of(address());
        }
        if (type == Eligibility.TYPE) {
            return Optional.of(eligibility());
        }
        if (type == ServiceArea.TYPE) {
            return Optional.of(area());
        }
        return Optional.empty();
    }

    private DataForm citation() {
        return DataForm.of(
                part("title", "data-title", (Citation source) -> source.title()),
                part("publisher", "data-publisher", (Citation source) -> source.publisher()),
                optional("url", "data-url", DataType.WEB_ADDRESS, (Citation source) -> Optional.of(source.url())),
                optional("published", "data-published", DataType.TEXT, (Citation source) -> source.published()),
                optional("seen", "data-seen", DataType.TEXT, (Citation source) -> Optional.of(source.seen())));
    }

    private DataForm picture() {
        return DataForm.of(
                optional(
                        "url",
                        "data-url",
                        DataType.WEB_ADDRESS,
                        (Picture picture) -> Optional.of(picture.path())
                                .filter(directory::hasImage)
                                .map(path -> baseUrl + Routes.ofImage(path))),
                part("alt", "data-alt", (Picture picture) -> picture.alt()),
                optional("caption", "data-caption", DataType.TEXT, (Picture picture) -> picture.caption()),
                optional("credit", "data-credit", DataType.TEXT, (Picture picture) -> picture.credit()));
    }

    DataForm schedule() {
        return DataForm.of(
                optional(
                        "frequency",
                        "data-frequency",
                        DataType.TEXT,
                        (Schedule times) -> times.rule().map(Schedule.Recurrence::frequency)),
                optional(
                        "days",
                        "data-days",
                        DataType.TEXT,
                        (Schedule times) -> times.rule().map(Schedule.Recurrence::days)),
                optional(
                        "opens",
                        "data-opens",
                        DataType.TEXT,
                        (Schedule times) -> times.times().map(Schedule.Times::opens)),
                optional(
                        "closes",
                        "data-closes",
                        DataType.TEXT,
                        (Schedule times) -> times.times().map(Schedule.Times::closes)),
                optional("from", "data-from", DataType.DATE, (Schedule times) -> times.from()),
                optional("to", "data-to", DataType.DATE, (Schedule times) -> times.to()));
    }

    private DataForm price() {
        return DataForm.of(
                optional("from", "data-from", DataType.NUMBER, (Money price) -> Optional.of(price.from())),
                optional("to", "data-to", DataType.NUMBER, (Money price) -> price.to()),
                part("currency", "data-currency", (Money price) -> price.currency()),
                optional("per", "data-per", DataType.TEXT, (Money price) -> price.per()),
                optional("whom", "data-whom", DataType.TEXT, (Money price) -> price.whom()));
    }

    private DataForm address() {
        return DataForm.of(
                optional("building", "data-building", DataType.TEXT, (PostalAddress address) -> address.building()),
                optional("street", "data-street", DataType.TEXT, (PostalAddress address) -> address.street()),
                optional("locality", "data-locality", DataType.TEXT, (PostalAddress address) -> address.locality()),
                part("town", "data-town", (PostalAddress address) -> address.town()),
                optional("county", "data-county", DataType.TEXT, (PostalAddress address) -> address.county()),
                optional("postcode", "data-postcode", DataType.TEXT, (PostalAddress address) -> address.postcode()));
    }

    private DataForm eligibility() {
        return DataForm.of(
                optional(
                        "youngest",
                        "data-youngest",
                        DataType.WHOLE_NUMBER,
                        (Eligibility who) -> who.ages().flatMap(ages -> number(ages.from()))),
                optional(
                        "oldest",
                        "data-oldest",
                        DataType.WHOLE_NUMBER,
                        (Eligibility who) -> who.ages().flatMap(ages -> number(ages.to()))),
                several("groups", "data-groups", (Eligibility who) -> who.groups()),
                optional("details", "data-details", DataType.TEXT, (Eligibility who) -> who.details()));
    }

    private static Optional<Integer> number(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private DataForm area() {
        return DataForm.of(
                several("names", "data-names", (ServiceArea area) -> area.names()),
                several("postcodes", "data-postcodes", (ServiceArea area) -> area.postcodes()),
                optional(
                        "within",
                        "data-within",
                        DataType.NUMBER,
                        (ServiceArea area) -> area.within().map(Quantity::number)),
                optional(
                        "unit",
                        "data-unit",
                        DataType.TEXT,
                        (ServiceArea area) ->
                                area.within().map(distance -> distance.unit().many())));
    }

    @SuppressWarnings("unchecked") // as below
    private <T> Part several(String name, String label, Function<T, List<String>> get) {
        return new Part(
                name,
                labels.text(label),
                Optional.empty(),
                DataForm.of(DataType.TEXT),
                true,
                false,
                value -> Optional.of(get.apply((T) value)).filter(items -> !items.isEmpty()));
    }

    <T> Part part(String name, String label, Function<T, Object> get) {
        return optional(name, label, DataType.TEXT, (T value) -> Optional.of(get.apply(value)));
    }

    @SuppressWarnings("unchecked") // the type whose form is requested has decoded the value
    private <T> Part optional(String name, String label, DataType type, Function<T, Optional<?>> get) {
        return new Part(
                name,
                labels.text(label),
                Optional.empty(),
                DataForm.of(type),
                false,
                false,
                value -> get.apply((T) value));
    }
}

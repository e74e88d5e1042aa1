package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.hours.OpeningHours;
import org.waymark.plan.DataForm.Part;
import org.waymark.schema.Choice;
import org.waymark.schema.Citation;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Date;
import org.waymark.schema.DecimalNumber;
import org.waymark.schema.Eligibility;
import org.waymark.schema.Email;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Fields;
import org.waymark.schema.Figure;
import org.waymark.schema.GeoPosition;
import org.waymark.schema.Group;
import org.waymark.schema.Labels;
import org.waymark.schema.ListOf;
import org.waymark.schema.Money;
import org.waymark.schema.MoneyType;
import org.waymark.schema.OpeningHoursType;
import org.waymark.schema.Period;
import org.waymark.schema.PeriodType;
import org.waymark.schema.Picture;
import org.waymark.schema.PositionType;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Quantity;
import org.waymark.schema.QuantityType;
import org.waymark.schema.Ref;
import org.waymark.schema.Reference;
import org.waymark.schema.ServiceArea;
import org.waymark.schema.Vocabulary.Option;
import org.waymark.schema.WebAddress;
import org.waymark.schema.WholeNumber;
import org.waymark.schema.WithSpan;
import org.waymark.schema.YesNo;

/** The forms that field types have in data. */
final class DataForms {
    /** A description of more choices than these would be longer than most data. */
    private static final int MOST_CHOICES = 100;

    private final PublishedEntries entries;
    private final String baseUrl;
    private final Labels labels;

    DataForms(PublishedEntries entries, String baseUrl, Labels labels) {
        this.entries = entries;
        this.baseUrl = baseUrl;
        this.labels = labels;
    }

    /** The fields as parts of an entry or group, without those that readers may not see. */
    List<Part> parts(List<Field<?>> fields) {
        return fields.stream()
                .filter(field ->
                        field.display().isForReaders() && !CommonFields.isPublication(field) && !field.isOpen())
                .map(this::part)
                .toList();
    }

    private Part part(Field<?> field) {
        boolean isList = field.type() instanceof ListOf<?>;
        if (field.type() instanceof OpeningHoursType) {
            return new Part(
                    field.name(),
                    field.display().label(),
                    Optional.of(field.doc()),
                    schedule(),
                    true,
                    false,
                    group -> ((Fields) group)
                            .get(field, OpeningHours.class)
                            .map(hours -> Schedule.of(
                                    hours,
                                    entries.directory().site().calendar(),
                                    entries.directory().asOf())));
        }
        return new Part(
                field.name(),
                isList ? field.display().labelOfMany() : field.display().label(),
                Optional.of(field.doc()),
                of(field.itemType()),
                isList,
                field.isRequired(),
                group -> ((Fields) group).value(field));
    }

    private DataForm of(FieldType<?> type) {
        if (type instanceof WithSpan<?> placed) {
            return of(placed.type());
        } else if (type instanceof Reference reference) {
            return reference(reference);
        } else if (type instanceof Choice<?> choice && choice.vocabulary().isPresent()) {
            return choice(choice);
        } else if (type == Figure.TYPE) {
            return DataForm.of(
                    part("value", "data-value", (Figure figure) -> figure.value()),
                    part("label", "data-label", (Figure figure) -> figure.label()));
        } else if (type == Citation.TYPE) {
            return citation();
        } else if (type == Picture.TYPE) {
            return picture();
        } else if (type instanceof PeriodType) {
            return DataForm.of(
                    optional("from", "data-from", DataType.TEXT, (Period period) -> period.from()),
                    optional("to", "data-to", DataType.TEXT, (Period period) -> period.to()));
        } else if (type instanceof QuantityType) {
            return DataForm.of(
                    optional(
                            "number",
                            "data-amount",
                            DataType.NUMBER,
                            (Quantity amount) -> Optional.of(amount.number())),
                    part("unit", "data-unit", (Quantity amount) -> amount.unit().many()));
        } else if (type instanceof PositionType) {
            return DataForm.of(
                    optional(
                            "latitude",
                            "data-latitude",
                            DataType.NUMBER,
                            (GeoPosition place) -> Optional.of(place.latitude())),
                    optional(
                            "longitude",
                            "data-longitude",
                            DataType.NUMBER,
                            (GeoPosition place) -> Optional.of(place.longitude())));
        } else if (type instanceof MoneyType) {
            return price();
        } else if (type == PostalAddress.BRITISH || type == PostalAddress.OTHER) {
            return address();
        } else if (type == Eligibility.TYPE) {
            return eligibility();
        } else if (type == ServiceArea.TYPE) {
            return area();
        } else if (type instanceof Group<?> group) {
            return DataForm.of(parts(group.fields()).toArray(Part[]::new));
        }
        return DataForm.of(single(type));
    }

    private static DataType single(FieldType<?> type) {
        if (type instanceof WebAddress) {
            return DataType.WEB_ADDRESS;
        } else if (type instanceof Email) {
            return DataType.EMAIL;
        } else if (type instanceof WholeNumber) {
            return DataType.WHOLE_NUMBER;
        } else if (type instanceof DecimalNumber) {
            return DataType.NUMBER;
        } else if (type instanceof YesNo) {
            return DataType.YES_NO;
        }
        return type instanceof Date ? DataType.DATE : DataType.TEXT;
    }

    /** The id and the label of an entry, with its kind if it may be of several. */
    private DataForm reference(Reference reference) {
        Optional<String> target =
                reference.kinds().size() == 1 ? Optional.of(reference.kinds().get(0)) : Optional.empty();
        Part id = new Part(
                "id",
                labels.text("data-id"),
                Optional.empty(),
                new DataForm(DataType.TEXT, List.of(), target, List.of()),
                false,
                true,
                ref -> Optional.of(((Ref) ref).id()));
        Part label = part("label", "data-label", (Ref ref) -> entries.get(ref).label());
        return target.isPresent()
                ? DataForm.of(id, label)
                : DataForm.of(part("kind", "data-kind", (Ref ref) -> ref.kind()), id, label);
    }

    private DataForm choice(Choice<?> choice) {
        List<String> ids = choice.vocabulary().orElseThrow().options().stream()
                .map(option -> option.id().value())
                .toList();
        List<String> few = ids.size() > MOST_CHOICES ? List.of() : ids;
        return DataForm.of(
                new Part(
                        "id",
                        labels.text("data-id"),
                        Optional.empty(),
                        new DataForm(DataType.TEXT, few, Optional.empty(), List.of()),
                        false,
                        true,
                        option -> Optional.of(((Option) option).id())),
                part("label", "data-label", (Option option) -> option.label()));
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
                                .filter(entries.directory()::hasImage)
                                .map(path -> baseUrl + Routes.ofImage(path))),
                part("alt", "data-alt", (Picture picture) -> picture.alt()),
                optional("caption", "data-caption", DataType.TEXT, (Picture picture) -> picture.caption()),
                optional("credit", "data-credit", DataType.TEXT, (Picture picture) -> picture.credit()));
    }

    private DataForm schedule() {
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

    private <T> Part part(String name, String label, Function<T, Object> get) {
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

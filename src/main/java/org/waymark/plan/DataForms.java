package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.directory.PublishedEntries;
import org.waymark.hours.OpeningHours;
import org.waymark.plan.DataForm.Part;
import org.waymark.schema.Choice;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Date;
import org.waymark.schema.DecimalNumber;
import org.waymark.schema.Email;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Fields;
import org.waymark.schema.Group;
import org.waymark.schema.Labels;
import org.waymark.schema.ListOf;
import org.waymark.schema.OpeningHoursType;
import org.waymark.schema.Ref;
import org.waymark.schema.Reference;
import org.waymark.schema.Vocabulary.Option;
import org.waymark.schema.WebAddress;
import org.waymark.schema.WholeNumber;
import org.waymark.schema.WithSpan;
import org.waymark.schema.YesNo;

/** The forms that field types have in data: single values, references, choices and groups. {@link ObjectForms} has the others. */
final class DataForms {
    /** A description of more choices than these would be longer than most data. */
    private static final int MOST_CHOICES = 100;

    private final PublishedEntries entries;
    private final Labels labels;
    private final ObjectForms objects;

    DataForms(PublishedEntries entries, String baseUrl, Labels labels) {
        this.entries = entries;
        this.labels = labels;
        objects = new ObjectForms(entries.directory(), baseUrl, labels);
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
                    objects.schedule(),
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
        }
        Optional<DataForm> object = objects.of(type);
        if (object.isPresent()) {
            return object.get();
        }
        return type instanceof Group<?> group
                ? DataForm.of(parts(group.fields()).toArray(Part[]::new))
                : DataForm.of(single(type));
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
        Part label = objects.part(
                "label", "data-label", (Ref ref) -> entries.get(ref).label());
        return target.isPresent()
                ? DataForm.of(id, label)
                : DataForm.of(objects.part("kind", "data-kind", (Ref ref) -> ref.kind()), id, label);
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
                objects.part("label", "data-label", (Option option) -> option.label()));
    }
}

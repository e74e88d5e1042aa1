package org.waymark.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.hours.OpeningHours;
import org.waymark.plan.FieldView.Fact;
import org.waymark.plan.FieldView.Source;
import org.waymark.schema.Choice;
import org.waymark.schema.Citation;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Date;
import org.waymark.schema.DateType;
import org.waymark.schema.DecimalNumber;
import org.waymark.schema.Eligibility;
import org.waymark.schema.Email;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Fields;
import org.waymark.schema.Figure;
import org.waymark.schema.FlexibleDate;
import org.waymark.schema.FormalIdentifier;
import org.waymark.schema.GeoPosition;
import org.waymark.schema.Group;
import org.waymark.schema.Identifier;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Line;
import org.waymark.schema.ListOf;
import org.waymark.schema.Money;
import org.waymark.schema.MoneyType;
import org.waymark.schema.OpeningHoursType;
import org.waymark.schema.PartialDate;
import org.waymark.schema.Period;
import org.waymark.schema.PeriodType;
import org.waymark.schema.Phone;
import org.waymark.schema.PhoneNumber;
import org.waymark.schema.Picture;
import org.waymark.schema.PositionType;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Quantity;
import org.waymark.schema.QuantityType;
import org.waymark.schema.Ref;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.schema.ServiceArea;
import org.waymark.schema.Text;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;
import org.waymark.schema.WebAddress;
import org.waymark.schema.WholeNumber;
import org.waymark.schema.YesNo;

/** Formats the fields of entries for readers. Safe for use by several threads. */
public final class FieldViews {
    /** A map of the surroundings, with a mark. Readers follow the link; pages load nothing from it. */
    private static final String MAP = "https://www.openstreetmap.org/";

    private final PublishedEntries entries;
    private final Labels labels;
    private final HoursText hoursText;
    private final Map<Kind, List<Field<?>>> shown = new HashMap<>();

    FieldViews(PublishedEntries entries, Labels labels) {
        this.entries = entries;
        this.labels = labels;
        hoursText = new HoursText(
                labels,
                entries.directory().site().calendar(),
                entries.directory().asOf());
        for (Kind kind : entries.kinds().forReaders()) {
            shown.put(kind, shown(kind));
        }
    }

    /**
     * The visible fields of an entry, in their declared order: all except those that every page shows
     * separately.
     */
    List<FieldView> of(Entry entry) {
        var views = new ArrayList<FieldView>();
        for (Field<?> field : shown.getOrDefault(entry.kind(), List.of())) {
            entry.fields()
                    .value(field)
                    .flatMap(value -> view(field, value))
                    .map(view -> isClosed(entry) ? view.withoutLiveHours() : view)
                    .ifPresent(views::add);
        }
        return withDistinctLabels(views);
    }

    /** Groups whose parts have the label of another field are shown as a whole. */
    private static List<FieldView> withDistinctLabels(List<FieldView> views) {
        boolean hasParts = false;
        for (FieldView view : views) {
            hasParts |= !view.parts().isEmpty();
        }
        if (!hasParts) {
            return views;
        }
        var labels = new HashMap<String, Integer>();
        views.forEach(view -> labels(view).forEach(label -> labels.merge(label, 1, Integer::sum)));
        return views.stream()
                .map(view ->
                        !view.parts().isEmpty() && labels(view).anyMatch(label -> labels.getOrDefault(label, 0) > 1)
                                ? view.whole()
                                : view)
                .toList();
    }

    private static Stream<String> labels(FieldView view) {
        return view.parts().isEmpty()
                ? Stream.of(view.label())
                : view.parts().stream().flatMap(FieldViews::labels);
    }

    /** Whether it is closed for a time, whatever its hours are. */
    boolean isClosed(Entry entry) {
        return entry.opensAgain()
                .filter(day -> day.isAfter(entries.directory().asOf()))
                .isPresent();
    }

    HoursText hours() {
        return hoursText;
    }

    /** The fields of a kind that its pages show among the others. */
    public static List<Field<?>> shown(Kind kind) {
        return kind.fields().stream()
                .filter(field -> field.display().isForReaders() && !isShownElsewhere(kind, field))
                .toList();
    }

    /** The name of the type of a field, or of its items, as given in its view. */
    public static String typeOf(Field<?> field) {
        return typeName(field.itemType());
    }

    /** The components of the view that a field's type can have, by their names in the record. */
    public static List<String> partsOf(Field<?> field) {
        FieldType<?> type = field.itemType();
        var parts = new ArrayList<>(List.of("label", "text", "items"));
        if (type instanceof Reference
                || (type instanceof Choice<?> choice
                        && choice.vocabulary().filter(Vocabulary::hasPages).isPresent())) {
            parts.add("links");
        } else if (type instanceof WebAddress || type instanceof Email || type instanceof Phone) {
            parts.add("urls");
        } else if (type == Picture.TYPE) {
            parts.add("pictures");
        } else if (type instanceof PositionType) {
            parts.add("urls");
        } else if (type instanceof OpeningHoursType) {
            parts.add("hours");
        } else if (type == PostalAddress.BRITISH
                || type == PostalAddress.OTHER
                || type == Eligibility.TYPE
                || type == ServiceArea.TYPE) {
            return parts;
        } else if (type instanceof DateType) {
            parts.add("date");
        } else if (type == Citation.TYPE) {
            parts.add("sources");
        } else if (type instanceof Group<?>) {
            parts.add("facts");
            parts.add("parts");
        }
        return parts;
    }

    private static boolean isShownElsewhere(Kind kind, Field<?> field) {
        return CommonFields.isCommon(field)
                || isRole(kind, Role.LABEL, field)
                || isRole(kind, Role.SUMMARY, field)
                || isRole(kind, Role.ADDED, field)
                || isRole(kind, Role.ALERT, field)
                || isRole(kind, Role.OPENS_AGAIN, field);
    }

    private static boolean isRole(Kind kind, Role role, Field<?> field) {
        return kind.field(role).filter(its -> its.name().equals(field.name())).isPresent();
    }

    private Optional<FieldView> view(Field<?> field, Object value) {
        var made = new Maker();
        made.add(field, value);
        return made.items.isEmpty() ? Optional.empty() : Optional.of(made.view(field));
    }

    /** The distinct values of a path, in words. */
    List<String> words(Entry entry, FieldPath path) {
        if (!path.isForReaders()) {
            return List.of();
        }
        var made = new Maker();
        entries.raw(entry, path).forEach(value -> made.add(path.last(), value));
        return List.copyOf(new LinkedHashSet<>(made.items));
    }

    /** Collects the values of one field. */
    private final class Maker {
        private final List<String> items = new ArrayList<>();
        private final List<PageLink> links = new ArrayList<>();
        private final List<Frame.Web> urls = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();
        private final List<FieldView.Image> pictures = new ArrayList<>();
        private final List<List<FieldView>> groups = new ArrayList<>();
        private Optional<DateText> date = Optional.empty();
        private Optional<HoursView> hours = Optional.empty();

        void add(Field<?> field, Object value) {
            if (value instanceof List<?> list) {
                list.forEach(item -> add(field, item));
            } else if (value instanceof Ref ref) {
                // An entry may be referred to twice.
                PageLink link = PageParts.link(entries.get(ref));
                if (!links.contains(link)) {
                    addLink(link);
                }
            } else if (value instanceof Option option) {
                Optional<Vocabulary> pages =
                        ((Choice<?>) field.itemType()).vocabulary().filter(Vocabulary::hasPages);
                pages.map(vocabulary -> PageLink.to(Trail.of(option, labels), Routes.ofChoice(vocabulary, option)))
                        .ifPresentOrElse(this::addLink, () -> items.add(Trail.of(option, labels)));
            } else if (value instanceof Figure figure) {
                facts.add(new Fact(figure.label(), figure.value()));
                items.add(labels.text("figure", Map.of("value", figure.value(), "label", figure.label())));
            } else if (value instanceof Citation citation) {
                sources.add(Source.of(citation, labels));
                items.add(citation.title());
            } else if (value instanceof Picture picture) {
                addPicture(picture);
            } else if (value instanceof Fields group) {
                addParts((Group<?>) field.itemType(), group);
            } else if (value instanceof LocalDate day) {
                addDate(DateText.of(day, labels));
            } else if (value instanceof PartialDate day) {
                addDate(DateText.of(day, labels));
            } else if (value instanceof Period period) {
                items.add(PeriodText.of(period, labels));
            } else if (value instanceof Integer number) {
                items.add(NumberText.of(BigDecimal.valueOf(number), labels));
            } else if (value instanceof BigDecimal number) {
                items.add(NumberText.of(number, labels));
            } else if (value instanceof Quantity quantity) {
                items.add(NumberText.of(quantity, labels));
            } else if (value instanceof PhoneNumber number) {
                urls.add(new Frame.Web(number.text(), number.url()));
                items.add(number.text());
            } else if (value instanceof OpeningHours opening) {
                HoursView view = hoursText.of(opening);
                hours = Optional.of(view);
                items.addAll(hoursText.lines(view));
            } else if (value instanceof PostalAddress address) {
                items.addAll(address.lines());
            } else if (value instanceof GeoPosition position) {
                addPosition(position);
            } else if (value instanceof Money money) {
                items.add(PlainWords.of(money, labels));
            } else if (value instanceof Eligibility eligibility) {
                items.addAll(PlainWords.of(eligibility, labels));
            } else if (value instanceof ServiceArea area) {
                items.addAll(PlainWords.of(area, labels));
            } else if (value instanceof Boolean answer) {
                items.add(labels.text(answer ? "yes" : "no"));
            } else {
                addText(field.itemType(), value.toString());
            }
        }

        private void addLink(PageLink link) {
            links.add(link);
            items.add(link.text());
        }

        private void addDate(DateText day) {
            date = Optional.of(day);
            items.add(day.words());
        }

        private void addPosition(GeoPosition position) {
            String text = labels.text("show-on-map");
            String latitude = position.latitude().toPlainString();
            String longitude = position.longitude().toPlainString();
            urls.add(new Frame.Web(
                    text, MAP + "?mlat=" + latitude + "&mlon=" + longitude + "#map=17/" + latitude + "/" + longitude));
            items.add(position.toString());
        }

        /** If a missing picture is tolerated, its description is shown instead. */
        private void addPicture(Picture picture) {
            if (entries.directory().hasImage(picture.path())) {
                pictures.add(new FieldView.Image(
                        Routes.ofImage(picture.path()).value(),
                        entries.directory().imageSize(picture.path()),
                        picture.alt(),
                        Stream.concat(picture.caption().stream(), picture.credit().stream())
                                .toList()));
            }
            items.add(picture.alt());
        }

        private void addText(FieldType<?> type, String text) {
            if (type instanceof WebAddress) {
                urls.add(new Frame.Web(text, text));
            } else if (type instanceof Email) {
                urls.add(new Frame.Web(text, "mailto:" + text));
            }
            items.add(text);
        }

        private void addParts(Group<?> type, Fields group) {
            var parts = new ArrayList<FieldView>();
            for (Field<?> part : type.fields()) {
                if (part.display().isForReaders()) {
                    group.value(part)
                            .flatMap(value -> FieldViews.this.view(part, value))
                            .ifPresent(view -> {
                                facts.add(new Fact(view.label(), view.text()));
                                items.add(labels.text(
                                        "field-and-value", Map.of("label", view.label(), "value", view.text())));
                                parts.add(view);
                            });
                }
            }
            if (!parts.isEmpty()) {
                groups.add(parts);
            }
        }

        FieldView view(Field<?> field) {
            boolean isList = field.type() instanceof ListOf<?>;
            List<List<FieldView>> shown =
                    isList || groups.stream().anyMatch(parts -> !areShort(parts)) ? groups : List.of();
            List<FieldView> columns = isList ? columns((FieldType<?>) field.itemType(), shown) : List.of();
            return new FieldView(
                    field.name(),
                    items.size() == 1
                            ? field.display().label()
                            : field.display().labelOfMany(),
                    typeName(field.itemType()),
                    items.size() == 1 ? items.get(0) : labels.list(items),
                    items,
                    links,
                    urls,
                    items.size() == 1 ? date : Optional.empty(),
                    facts,
                    shown.isEmpty() && groups.size() == 1 ? groups.get(0) : List.of(),
                    sources,
                    pictures,
                    hours,
                    columns.stream().map(FieldView::label).toList(),
                    columns.isEmpty() ? shown : inColumns(shown, columns));
        }
    }

    /** Whether parts fit into table cells. */
    private static boolean areShort(List<FieldView> parts) {
        return parts.stream()
                .allMatch(part -> part.groups().isEmpty()
                        && part.facts().isEmpty()
                        && part.pictures().isEmpty()
                        && part.sources().isEmpty());
    }

    /** The distinct parts of groups, in their declared order; none if the groups are not a table. */
    private static List<FieldView> columns(FieldType<?> type, List<List<FieldView>> groups) {
        if (!(type instanceof Group<?> group)
                || groups.isEmpty()
                || !groups.stream().allMatch(FieldViews::areShort)) {
            return List.of();
        }
        Map<String, FieldView> byName = new HashMap<>();
        groups.forEach(parts -> parts.forEach(part -> byName.putIfAbsent(part.name(), part)));
        return group.fields().stream()
                .filter(field -> byName.containsKey(field.name()))
                .map(field -> new FieldView(
                        field.name(),
                        field.display().label(),
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of()))
                .toList();
    }

    /** The groups, each with an empty part in place of every missing one. */
    private static List<List<FieldView>> inColumns(List<List<FieldView>> groups, List<FieldView> columns) {
        return groups.stream()
                .map(parts -> columns.stream()
                        .map(column -> parts.stream()
                                .filter(part -> part.name().equals(column.name()))
                                .findFirst()
                                .orElse(column))
                        .toList())
                .toList();
    }

    /** The values of a path in words that make sense alone: a number or an answer has its label. */
    List<String> facts(Entry entry, FieldPath path) {
        FieldType<?> type = path.last().itemType();
        boolean needsLabel = type instanceof WholeNumber || type instanceof DecimalNumber || type instanceof YesNo;
        return words(entry, path).stream()
                .map(words -> needsLabel
                        ? labels.text(
                                "field-and-value",
                                Map.of("label", path.last().display().label(), "value", words))
                        : words)
                .toList();
    }

    /** The name of a type in a kind file. */
    private static String typeName(FieldType<?> type) {
        if (type == Figure.TYPE) {
            return "figure";
        } else if (type == Picture.TYPE) {
            return "picture";
        } else if (type == Citation.TYPE) {
            return "citation";
        } else if (type == PostalAddress.BRITISH || type == PostalAddress.OTHER) {
            return "address";
        } else if (type == Eligibility.TYPE) {
            return "eligibility";
        } else if (type == ServiceArea.TYPE) {
            return "service-area";
        } else if (type instanceof OpeningHoursType) {
            return "opening-hours";
        } else if (type instanceof PositionType) {
            return "position";
        } else if (type instanceof MoneyType) {
            return "money";
        } else if (type instanceof Group<?>) {
            return "group";
        } else if (type instanceof Reference) {
            return "reference";
        } else if (type instanceof Choice<?>) {
            return "choice";
        } else if (type instanceof Line) {
            return "line";
        } else if (type instanceof Text) {
            return "text";
        } else if (type instanceof WholeNumber || type instanceof DecimalNumber) {
            return "number";
        } else if (type instanceof QuantityType) {
            return "amount";
        } else if (type instanceof PeriodType) {
            return "period";
        } else if (type instanceof Phone) {
            return "phone";
        } else if (type instanceof Identifier || type instanceof FormalIdentifier) {
            return "identifier";
        } else if (type instanceof FlexibleDate) {
            return "partial-date";
        } else if (type instanceof Date) {
            return "date";
        } else if (type instanceof WebAddress) {
            return "web-address";
        } else if (type instanceof Email) {
            return "e-mail";
        }
        return type instanceof YesNo ? "yes-no" : "other";
    }
}

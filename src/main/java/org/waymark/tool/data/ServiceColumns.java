package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.schema.Eligibility;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.ListOf;
import org.waymark.schema.MoneyType;
import org.waymark.schema.OpenReferral;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.schema.ServiceArea;
import org.waymark.source.CellList;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;

/** Writes what an object of Open Referral data says into the columns of a table, as an editor would. */
final class ServiceColumns {
    private static final List<String> ADDRESS = List.of("street", "locality", "town", "county", "postcode");
    private static final List<String> NO_ADDRESS = List.of("", "", "", "", "");
    private static final int SHORTEST_SUMMARY = 20;
    private static final int MOST_EXAMPLES = 20;

    private final Kind kind;
    private final OpenReferral declared;
    private final NameIndex names;
    private final Map<String, List<String>> remarks = new LinkedHashMap<>();
    private Map<String, Cell> cells = new LinkedHashMap<>();
    private String object = "";

    ServiceColumns(Kind kind, OpenReferral declared, NameIndex names) {
        this.kind = kind;
        this.declared = declared;
        this.names = names;
    }

    /** What could not be written and of which objects, each in a sentence without its full stop. */
    List<String> remarks() {
        return remarks.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue().size() + "): " + examples(each.getValue()))
                .toList();
    }

    private static String examples(List<String> all) {
        String first = String.join("; ", all.subList(0, Math.min(all.size(), MOST_EXAMPLES)));
        return all.size() <= MOST_EXAMPLES ? first : first + "; and " + (all.size() - MOST_EXAMPLES) + " more";
    }

    /** Begins with the next object. */
    void begin(String name) {
        object = name;
        cells = new LinkedHashMap<>();
    }

    Map<String, Cell> end() {
        return cells;
    }

    void put(String column, String text, Span place) {
        cells.put(column, new Cell(text, Cell.Form.TEXT, place));
    }

    private void remark(String what) {
        remarks.computeIfAbsent(what, key -> new ArrayList<>()).add("`" + object + "`");
    }

    /** @param lost values that are not imported */
    private void remark(String what, List<String> lost) {
        remarks.computeIfAbsent(what, key -> new ArrayList<>())
                .add("`" + object + "` has "
                        + String.join(
                                " and ",
                                lost.stream().map(each -> "`" + each + "`").toList()));
    }

    /** Writes a description as summary and text. */
    void describe(String description, Span place) {
        String text = description.replace("\r\n", "\n").strip();
        Optional<Field<?>> summary = kind.field(Role.SUMMARY);
        boolean hasBody = kind.place().hasBody();
        if (summary.isEmpty()) {
            if (hasBody) {
                put(Headings.TEXT, text, place);
            } else {
                remark("not imported, since there is no field for it: `description`");
            }
            return;
        }
        int longest = summary.get().type() instanceof Line line ? line.longest() : Integer.MAX_VALUE;
        int end = text.indexOf("\n\n");
        String first = (end < 0 ? text : text.substring(0, end)).replaceAll("\\s+", " ");
        if (first.length() <= longest) {
            put(summary.get().name(), first, place);
            if (hasBody && end >= 0) {
                put(Headings.TEXT, text.substring(end).strip(), place);
            } else if (end >= 0) {
                remark(
                        "only the first paragraph of `description` is imported, since there is no text below the fields");
            }
            return;
        }
        put(summary.get().name(), shortened(first, longest), place);
        if (hasBody) {
            put(Headings.TEXT, text, place);
            remark("the beginning of a long `description` is the summary, and all of it is the text");
        } else {
            remark("only the beginning of a long `description` is imported, since there is no text below the fields");
        }
    }

    /** The first sentences, as far as there is room; otherwise the first words. */
    private static String shortened(String text, int longest) {
        int sentence = text.lastIndexOf(". ", longest - 1);
        if (sentence >= SHORTEST_SUMMARY) {
            return text.substring(0, sentence + 1);
        }
        int word = text.lastIndexOf(' ', longest - 2);
        return text.substring(0, word < 0 ? longest - 1 : word).strip() + "…";
    }

    /** Writes who can use something where there is no field for that alone; false if there is none at all. */
    boolean details(List<List<String>> values, Span place) {
        Optional<Field<?>> who = fields("eligibility")
                .filter(field -> Column.plain(field.type()) == Eligibility.TYPE)
                .findFirst();
        who.ifPresent(field -> put(field.name() + ".details", values.get(0).get(0), place));
        return who.isPresent();
    }

    /**
     * Writes the values of a property into its fields.
     *
     * @param now what the directory publishes about it
     */
    void put(String property, List<List<String>> values, List<List<String>> now, Span place) {
        Optional<Field<?>> field = fields(property).findFirst();
        if (field.isEmpty()) {
            return; // a field of another entry
        }
        String name = field.get().name();
        switch (OpenReferral.propertiesOf(declared.type()).getOrDefault(property, OpenReferral.Value.WORDS)) {
            case ADDRESSES -> addresses(field.get(), values, now, place);
            case POSITION -> put(name, String.join(", ", values.get(0)), place);
            case SCHEDULES -> hours(field.get(), values, place);
            case PRICES -> prices(field.get(), values, place);
            case ELIGIBILITY -> put(name + ".ages", ages(values.get(0)), place);
            case AREAS, TERMS -> spread(property, firsts(values), place);
            default -> texts(field.get(), firsts(values), property, place);
        }
    }

    private static List<String> firsts(List<List<String>> values) {
        return values.stream().map(each -> each.get(0)).toList();
    }

    /** The fields of this kind that become a property; those of entries that it names are not its own. */
    private Stream<Field<?>> fields(String property) {
        return declared.paths(property).stream().flatMap(path -> kind.field(path).stream());
    }

    private void texts(Field<?> field, List<String> all, String property, Span place) {
        boolean isChoice = !Column.plain(field.itemType()).choices().isEmpty();
        List<String> texts = all.stream()
                .filter(text -> !isChoice || knows(field.itemType(), text))
                .toList();
        if (texts.size() < all.size()) {
            remark(
                    "`" + property + "` is not imported where it is none of the choices of `" + field.name() + "`",
                    all.stream().filter(text -> !texts.contains(text)).toList());
        }
        if (texts.isEmpty()) {
            return;
        }
        if (field.type() instanceof ListOf) {
            put(field.name(), CellList.join(texts), place);
        } else {
            put(field.name(), texts.get(0), place);
            if (texts.size() > 1) {
                remark(
                        "only the first of several `" + property + "` is imported, since `" + field.name()
                                + "` is one value",
                        texts.subList(1, texts.size()));
            }
        }
    }

    /** Gives each name to the first field that knows it, and the others to the last. */
    private void spread(String property, List<String> values, Span place) {
        List<Field<?>> all = fields(property).toList();
        Map<Field<?>, List<String>> byField = new LinkedHashMap<>();
        for (String value : values) {
            Field<?> field = all.stream()
                    .filter(each -> knows(each.itemType(), value))
                    .findFirst()
                    .orElse(all.get(all.size() - 1));
            byField.computeIfAbsent(field, key -> new ArrayList<>()).add(value);
        }
        byField.forEach((field, texts) -> {
            if (Column.plain(field.type()) == ServiceArea.TYPE) {
                put(field.name() + ".names", CellList.join(texts), place);
            } else {
                texts(field, texts, property, place);
            }
        });
    }

    private boolean knows(FieldType<?> type, String value) {
        FieldType<?> plain = Column.plain(type);
        return plain instanceof Reference reference
                ? !names.find(reference, value).isEmpty()
                : plain.choices().stream().anyMatch(value::equalsIgnoreCase);
    }

    private void addresses(Field<?> field, List<List<String>> values, List<List<String>> now, Span place) {
        if (!(field.type() instanceof ListOf)) {
            address(field.name() + ".", values.get(0), now.stream().findFirst(), place);
            if (values.size() > 1) {
                remark(
                        "only the first of several `addresses` is imported, since `" + field.name()
                                + "` is one address",
                        values.stream().skip(1).map(ServiceColumns::onOneLine).toList());
            }
            return;
        }
        for (int i = 0; i < Math.max(values.size(), now.size()); i++) {
            address(
                    field.name() + "." + (i + 1) + ".",
                    i < values.size() ? values.get(i) : NO_ADDRESS,
                    i < now.size() ? Optional.of(now.get(i)) : Optional.empty(),
                    place);
        }
    }

    private static String onOneLine(List<String> address) {
        return address.stream().filter(part -> !part.isEmpty()).distinct().collect(Collectors.joining(", "));
    }

    /**
     * Writes the parts of an address that differ from what the directory publishes. Its first two lines may be a building, a street and
     * a locality of the entry, which change together.
     */
    private void address(String column, List<String> parts, Optional<List<String>> now, Span place) {
        boolean isSameStreet =
                now.filter(own -> own.subList(0, 2).equals(parts.subList(0, 2))).isPresent();
        if (now.isPresent() && !isSameStreet) {
            put(column + "building", "", place);
        }
        for (int i = 0; i < ADDRESS.size(); i++) {
            boolean isRepeated = ADDRESS.get(i).equals("county") && parts.get(i).equals(parts.get(i - 1));
            String part = isRepeated ? "" : parts.get(i);
            boolean isSame =
                    i < 2 ? isSameStreet : now.isPresent() && now.get().get(i).equals(parts.get(i));
            if (!isSame && (now.isPresent() || !part.isEmpty())) {
                put(column + ADDRESS.get(i), part, place);
            }
        }
    }

    private static String ages(List<String> ages) {
        if (ages.get(0).isEmpty() || ages.get(0).equals("0")) {
            return ages.get(1).isEmpty() ? "0 and over" : "up to " + ages.get(1);
        }
        return ages.get(1).isEmpty() ? ages.get(0) + " and over" : ages.get(0) + " to " + ages.get(1);
    }

    private void hours(Field<?> field, List<List<String>> values, Span place) {
        Optional<Value> hours = ServiceHours.of(values, place)
                .filter(value -> Column.plain(field.type())
                        .decode(field.name(), value)
                        .diagnostics()
                        .isEmpty());
        hours.ifPresentOrElse(
                value -> put(field.name(), CellYaml.of(value), place),
                () -> remark("`schedules` with rules that `" + field.name() + "` cannot express are not imported"));
    }

    private void prices(Field<?> field, List<List<String>> values, Span place) {
        var prices = new ArrayList<String>();
        for (List<String> value : values) {
            price(field, value)
                    .ifPresentOrElse(
                            prices::add,
                            () -> remark(
                                    "`cost_options` without an amount in the currency of `" + field.name()
                                            + "` are not imported",
                                    List.of(onOneLine(value))));
        }
        if (!prices.isEmpty()) {
            texts(field, prices, "cost_options", place);
        }
    }

    /** The description if it is a price as editors write it, since it says the most; otherwise the amount. */
    private static Optional<String> price(Field<?> field, List<String> value) {
        FieldType<?> type = Column.plain(field.itemType());
        if (!(type instanceof MoneyType money)) {
            return Optional.empty();
        }
        String currency =
                value.get(1).isEmpty() ? money.currency() : value.get(1).toUpperCase(Locale.ROOT);
        String whom = value.get(0).isEmpty() ? "" : " for " + value.get(0);
        String amount = value.get(2).equals("0") ? "free" : currency + " " + amount(value.get(2));
        String described = value.get(3);
        return Stream.of(
                        described.isEmpty()
                                ? described
                                : described.substring(0, 1).toLowerCase(Locale.ROOT) + described.substring(1),
                        amount + whom,
                        amount)
                .filter(text -> currency.equals(money.currency()) && isValid(money, text))
                .findFirst();
    }

    private static String amount(String number) {
        return number.matches("\\d+\\.\\d") ? number + "0" : number;
    }

    private static boolean isValid(MoneyType type, String text) {
        return type.decode("price", new Scalar(text, Span.startOf("price")))
                .diagnostics()
                .isEmpty();
    }
}

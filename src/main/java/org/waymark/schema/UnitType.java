package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;

/** A unit, as a kind file declares it: one word for all numbers, or one for 1 and one for others. */
record UnitType() implements FieldType.CustomType<Unit> {
    private static final Line WORD = new Line(30, "km");
    private static final Field<String> ONE = Field.required("one", new Line(30, "mile"), "the unit after 1");
    private static final Field<String> MANY =
            Field.required("many", new Line(30, "miles"), "the unit after other numbers");
    private static final FieldType<Unit> WORDS =
            new Group<>("a unit", List.of(ONE, MANY), f -> new Unit(f.get(ONE), f.get(MANY)));

    @Override
    public Outcome<Unit> decode(String name, Value value) {
        Outcome<Unit> unit = value instanceof Scalar scalar
                ? WORD.decode(name, (Value) scalar).map(word -> new Unit(word, word))
                : WORDS.decode(name, value);
        boolean isUsable = unit.value()
                .filter(read -> Character.isDigit(read.one().charAt(0))
                        || Character.isDigit(read.many().charAt(0)))
                .isEmpty();
        return isUsable
                ? unit
                : new InvalidValue(value, "a unit cannot begin with a digit")
                        .help("write a word or a symbol, such as `km`")
                        .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(WORD.schema(), WORDS.schema()));
    }

    @Override
    public String example() {
        return "km";
    }
}

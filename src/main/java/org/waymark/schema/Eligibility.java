package org.waymark.schema;

import java.util.List;
import java.util.Optional;

/**
 * Who can use something.
 *
 * @param ages how old they must be
 * @param groups such as {@code carers}; any of them can use it
 * @param details what else they should know
 */
public record Eligibility(Optional<Ages> ages, List<String> groups, Optional<String> details) {
    private static final Field<Optional<Ages>> AGES = Field.optional("ages", new Ages.Type(), "how old they must be");
    private static final Field<List<String>> GROUPS =
            Field.list("groups", new Line(90, "Carers"), "groups of people that it is for");
    private static final Field<Optional<String>> DETAILS = Field.optional(
            "details", Line.ofProse(300, "You need a letter from your doctor."), "what else they need or should know");

    /** The type of a field that holds it. */
    public static final FieldType<Eligibility> TYPE = new Group<>(
            "who it is for",
            List.of(AGES, GROUPS, DETAILS),
            f -> new Eligibility(f.get(AGES), f.get(GROUPS), f.get(DETAILS)));

    public Eligibility {
        groups = List.copyOf(groups);
    }
}

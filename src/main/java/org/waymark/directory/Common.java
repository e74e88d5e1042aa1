package org.waymark.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Codes;
import org.waymark.schema.Choice;
import org.waymark.schema.Field;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Identifier;
import org.waymark.schema.Placed;
import org.waymark.schema.WithSpan;

/** Fields that several kinds have. */
public final class Common {
    /** Earlier ids of an entry; their addresses redirect to it. */
    public static final Field<List<Placed<Id>>> FORMER_IDS =
            Field.list("former-ids", new WithSpan<>(new Identifier()), "former ids; their addresses redirect here");

    /** Codes of warnings that the entry allows. */
    public static final Field<List<Placed<String>>> ALLOW = Field.list(
            "allow",
            new WithSpan<>(new Choice<>(Codes.allowable().stream()
                    .collect(Collectors.toMap(
                            Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new)))),
            "warnings to accept in this entry");

    private Common() {}

    static List<Id> formerIds(Fields fields) {
        return fields.get(FORMER_IDS).stream().map(Placed::value).toList();
    }
}

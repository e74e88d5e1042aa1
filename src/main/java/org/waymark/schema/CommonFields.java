package org.waymark.schema;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Codes;

/** Fields that mean the same in every kind that has them. A kind file includes them by the name of their group. */
public final class CommonFields {
    /**
     * Earlier ids of an entry; their addresses redirect to it. The first is the id that it had at first, from which identifiers in data
     * are made: where that is the present id, and ids of other entries follow after a merge, the present id is the first of them.
     */
    public static final Field<List<Placed<Id>>> FORMER_IDS =
            Field.list("former-ids", new WithSpan<>(new Identifier()), "former ids; their addresses redirect here");

    public static final Field<Optional<LocalDate>> REVIEWED =
            Field.optional("reviewed", new Date(), "the day on which someone last checked it");
    public static final Field<Optional<LocalDate>> REVIEW_BY =
            Field.optional("review-by", new Date(), "the day by which someone must check it again");
    public static final Field<Optional<String>> REVIEWED_BY = Field.optional(
                    "reviewed-by", new Line(90, "Anna Example"), "who checked it; readers do not see this")
            .forEditors();
    public static final Field<Optional<String>> REVIEW_EVIDENCE = Field.optional(
                    "review-evidence",
                    new Line(300, "answered by e-mail"),
                    "what the review rests on, such as an address or a message; readers do not see this")
            .forEditors();
    public static final Field<Optional<String>> OWNER = Field.optional(
                    "owner", new Line(90, "Communications team"), "who looks after it; readers do not see this")
            .forEditors();

    public static final Field<Optional<Boolean>> DRAFT =
            Field.optional("draft", new YesNo(), "yes while only editors may see it");
    public static final Field<Optional<LocalDate>> PUBLISH_ON =
            Field.optional("publish-on", new Date(), "the first day on which readers see it");
    public static final Field<Optional<LocalDate>> EXPIRE_ON =
            Field.optional("expire-on", new Date(), "the first day on which readers no longer see it");

    /** Codes of warnings that the entry allows. Every kind whose entries have their own files has this field. */
    public static final Field<List<Placed<String>>> ALLOW = Field.list(
                    "allow",
                    new WithSpan<>(new Choice<>(
                            Codes.allowable().stream()
                                    .collect(Collectors.toMap(
                                            Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                            Codes.FORMER)),
                    "warnings to accept in this entry")
            .forEditors();

    /** The name of the group of fields that record reviews. */
    static final String REVIEW_GROUP = "review";

    /** The groups that a kind file can include, by name. */
    static final Map<String, List<Field<?>>> GROUPS = groups();

    private CommonFields() {}

    static List<Field<?>> group(String name) {
        return Objects.requireNonNull(GROUPS.get(name));
    }

    /** Whether a field is one of these, not declared by a kind. */
    public static boolean isCommon(Field<?> field) {
        return field.type() == ALLOW.type()
                || GROUPS.values().stream().flatMap(List::stream).anyMatch(common -> common.type() == field.type());
    }

    /** Whether a name is that of one of these fields. */
    public static boolean isCommon(String name) {
        return name.equals(ALLOW.name())
                || GROUPS.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(field -> field.name().equals(name));
    }

    /** Whether a field only says when an entry is published, which readers do not see. */
    public static boolean isPublication(Field<?> field) {
        return group("publication").stream().anyMatch(common -> common.type() == field.type());
    }

    /** The former ids of an entry. */
    public static List<Id> formerIds(Fields fields) {
        return fields.get(FORMER_IDS).stream().map(Placed::value).toList();
    }

    private static Map<String, List<Field<?>>> groups() {
        var groups = new LinkedHashMap<String, List<Field<?>>>();
        groups.put("former-ids", List.of(FORMER_IDS));
        groups.put("publication", List.of(DRAFT, PUBLISH_ON, EXPIRE_ON));
        groups.put(REVIEW_GROUP, List.of(REVIEWED, REVIEW_BY, REVIEWED_BY, REVIEW_EVIDENCE, OWNER));
        return groups;
    }
}

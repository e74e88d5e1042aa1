package org.waymark.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who must check the entries of a kind, and how often.
 *
 * @param every the longest time between two reviews
 * @param by who may vouch for an entry; {@link #OWNER} stands for the owner of each. Anyone may if it is empty
 * @param evidence what a review must rest on, in words for editors; empty if it need not be recorded
 * @param whenOverdue what readers see of an entry whose review is late
 */
public record ReviewPolicy(TimeSpan every, List<String> by, Optional<String> evidence, WhenOverdue whenOverdue) {
    /** Stands for the owner of an entry. */
    public static final String OWNER = "owner";

    /** What readers see of an entry whose review is late. */
    public enum WhenOverdue {
        /** The entry, with a sentence that says so. */
        MARK,
        /** Nothing, unless another entry names it: that would lead nowhere. Then it is marked. */
        HIDE
    }

    public ReviewPolicy {
        by = List.copyOf(by);
    }

    /** Whether someone may vouch for an entry. */
    public boolean accepts(String name, Optional<String> owner) {
        return by.isEmpty()
                || by.stream()
                        .flatMap(each -> each.equals(OWNER) ? owner.stream() : Optional.of(each).stream())
                        .anyMatch(name.strip()::equalsIgnoreCase);
    }

    /** Whether only the owner of an entry may vouch for it. */
    public boolean isForOwnersOnly() {
        return by.equals(List.of(OWNER));
    }

    /** Those who may vouch for an entry, in words. */
    public String accepted(Optional<String> owner) {
        return by.stream()
                .map(each -> each.equals(OWNER)
                        ? owner.map(name -> "its owner `" + name + "`").orElse("its owner")
                        : "`" + each + "`")
                .reduce((a, b) -> a + " or " + b)
                .orElse("anyone");
    }

    /** How a kind file declares it. */
    static FieldType<ReviewPolicy> declaration() {
        var reactions = new LinkedHashMap<String, WhenOverdue>();
        for (WhenOverdue each : WhenOverdue.values()) {
            reactions.put(each.name().toLowerCase(Locale.ROOT), each);
        }
        Field<TimeSpan> every =
                Field.required("every", new TimeSpan.Type(), "the longest time between two reviews of an entry");
        Field<Optional<List<String>>> by = Field.optional(
                "by",
                new OneOrMany<>(new Line(90, OWNER)),
                "who may vouch for an entry: `owner` for the owner of each, or names");
        Field<Optional<String>> evidence = Field.optional(
                "evidence",
                new Line(200, "an answer of the provider"),
                "what a review must rest on; entries record it in `review-evidence`");
        Field<Optional<WhenOverdue>> when = Field.optional(
                "when-overdue",
                new Choice<>(reactions),
                "mark or hide: what readers see of an entry whose review is late");
        return new Group<>(
                "a review policy",
                List.of(every, by, evidence, when),
                f -> new ReviewPolicy(
                        f.get(every),
                        f.get(by).orElse(List.of()),
                        f.get(evidence),
                        f.get(when).orElse(WhenOverdue.MARK)));
    }
}

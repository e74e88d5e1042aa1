package org.waymark.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A reference to an entry: by its id, or by kind and id if several kinds are possible.
 *
 * @param kinds the names of the kinds that it may have, at least one
 * @param example as an editor would write it
 */
public record Reference(List<String> kinds, String example) implements ScalarType<Ref> {
    public Reference {
        kinds = List.copyOf(kinds);
    }

    /** Whether an entry is named with its kind, {@code venue/town-hall}. */
    public boolean isQualified() {
        return kinds.size() > 1;
    }

    /** How an entry of one of the kinds is named. */
    public String typed(String kind, Id id) {
        return isQualified() ? kind + "/" + id : id.value();
    }

    @Override
    public String expected() {
        return isQualified() ? "a kind and an id such as " + example : "an id such as " + example;
    }

    @Override
    public Outcome<Ref> decode(String name, Scalar scalar) {
        return isQualified()
                ? decodeQualified(name, scalar)
                : Identifier.decode(name, scalar, false).map(id -> new Ref(kinds.get(0), id, scalar.span()));
    }

    private Outcome<Ref> decodeQualified(String name, Scalar scalar) {
        String text = scalar.text().strip();
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            boolean isId = Id.isValid(text);
            Outcome<Ref> invalid = invalid(name, scalar)
                    .help(kinds.stream()
                            .map(kind -> "`" + kind + "/" + (isId ? text : "\u2026") + "`")
                            .collect(Collectors.joining(" or ", "write the kind before it, with a slash: ", "")))
                    .outcome();
            // Which kind was meant is known only once all entries have been read.
            return isId
                    ? Outcome.of(Ref.withoutKind(kinds, new Id(text), scalar.span()), invalid.diagnostics())
                    : invalid;
        }
        String typed = text.substring(0, slash);
        if (kinds.contains(typed)) {
            return Identifier.decode(name, new Scalar(text.substring(slash + 1), scalar.span()), false)
                    .map(id -> new Ref(typed, id, scalar.span()));
        }
        // The path of a file: its last folder is nearly the name of a kind.
        Optional<Suggestion> near = DidYouMean.suggest(typed.substring(typed.lastIndexOf('/') + 1), kinds);
        String id = text.substring(slash + 1).replaceFirst("\\.(md|yaml)$", "");
        InvalidValue invalid = new InvalidValue(
                        scalar,
                        "`" + InvalidValue.quoted(typed) + "` in `" + name + "` is not a kind to which it can refer")
                .help("write one of " + String.join(", ", kinds) + " before the slash");
        if (!Id.isValid(id)) {
            return invalid.outcome();
        }
        Optional<Suggestion> meant = near.map(kind -> new Suggestion(kind.name() + "/" + id, kind.isCertain()));
        Outcome<Ref> outcome = meant.map(entry -> invalid.help(entry.question()).fix(entry.fix(scalar.written())))
                .orElse(invalid)
                .outcome();
        // Which kind has such a folder is known only once all kinds have been read.
        return Outcome.of(
                Ref.inFolder(typed.substring(typed.lastIndexOf('/') + 1), kinds, new Id(id), scalar.span()),
                outcome.diagnostics());
    }

    @Override
    public Map<String, Object> schema() {
        return isQualified()
                ? Map.of("type", "string", "pattern", "^(" + String.join("|", kinds) + ")/[a-z0-9]+(-[a-z0-9]+)*$")
                : Identifier.SCHEMA;
    }
}

package org.waymark.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * The kind and id of an entry, {@code kind/id}, whether or not there is such an entry.
 *
 * @param kinds those allowed
 */
public record QualifiedId(List<Kind> kinds) implements ScalarType<EntryName> {
    private static final Pattern PATH = Pattern.compile("(?:\\.{1,2}/)*+(?:content/)?([a-z-]+/[^/]+)\\.(?:md|yaml)");

    private static final int MOST_NAMED = 4;

    public QualifiedId {
        kinds = List.copyOf(kinds);
    }

    /**
     * An example of the name of an entry of one of these kinds: one at the top of the site, if there is such a kind.
     */
    @Override
    public String example() {
        return kinds.stream()
                        .filter(kind -> kind.address().isEmpty())
                        .findFirst()
                        .or(() -> kinds.stream().findFirst())
                        .map(Kind::name)
                        .orElse("kind")
                + "/introduction";
    }

    @Override
    public String expected() {
        return "a kind and an id such as " + example();
    }

    @Override
    public Outcome<EntryName> decode(String name, Scalar scalar) {
        String text = withoutFolders(scalar.text().strip());
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new InvalidValue(
                            scalar,
                            "`" + name + "` must be a kind and an id, but found `" + InvalidValue.quoted(text) + "`")
                    .help("write the kind before it, with a slash: " + withKind(text))
                    .outcome();
        }
        String typed = text.substring(0, slash);
        Optional<Kind> kind =
                kinds.stream().filter(each -> each.name().equals(typed)).findFirst();
        if (kind.isEmpty()) {
            Optional<Kind> plural =
                    kinds.stream().filter(each -> each.plural().equals(typed)).findFirst();
            if (plural.isPresent()) {
                String meant = plural.get().name() + text.substring(slash);
                return new InvalidValue(scalar, "`" + typed + "` in `" + name + "` is not a kind, but a folder")
                        .help("write `" + meant + "`")
                        .fix(scalar.written().map(span -> Fix.change(span, meant, true)))
                        .outcome();
            }
            List<String> names = kinds.stream().map(Kind::name).toList();
            return new InvalidValue(
                            scalar, "`" + InvalidValue.quoted(typed) + "` in `" + name + "` is not an allowed kind")
                    .help(DidYouMean.question(typed, names).orElse("write one of " + String.join(", ", names)))
                    .outcome();
        }
        return Identifier.decode(name, new Scalar(text.substring(slash + 1), scalar.span()), true)
                .map(id -> new EntryName(kind.get(), id));
    }

    /** An id alone, after each of the kinds that it may be of; or an example. */
    private String withKind(String text) {
        return Id.isValid(text) && kinds.size() <= MOST_NAMED
                ? kinds.stream()
                        .map(kind -> "`" + kind.name() + "/" + text + "`")
                        .collect(Collectors.joining(" or "))
                : "`" + example() + "`";
    }

    /** The path of a file below {@code content} is equivalent to its folder and id. */
    private static String withoutFolders(String text) {
        Matcher path = PATH.matcher(text);
        return path.matches() ? path.group(1) : text;
    }

    @Override
    public Map<String, Object> schema() {
        String names = kinds.stream().map(Kind::name).collect(Collectors.joining("|"));
        return Map.of("type", "string", "pattern", "^(" + names + ")/[a-z0-9]+(-[a-z0-9]+)*$");
    }
}

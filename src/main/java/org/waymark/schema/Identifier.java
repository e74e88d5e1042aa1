package org.waymark.schema;

import java.util.Map;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** An id, whether or not such an entry exists. */
public record Identifier() implements ScalarType<Id> {
    static final Map<String, Object> SCHEMA =
            Map.of("type", "string", "pattern", "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength", Id.LONGEST);

    private static final String EXAMPLE = "evening-course";
    private static final Pattern FOLDERS = Pattern.compile("^\\s*(?:(?![A-Z]/)[\\w.-]*/){1,20}(?=.)");
    private static final Pattern ANY_FOLDERS = Pattern.compile("^(?!\\s*[A-Z]/[A-Z]$).*/(?=.)");
    private static final Pattern NOT_A_HYPHEN = Pattern.compile("[\\s\\p{Z}]+|[_\\p{Pd}\u2212]");
    private static final Pattern FRAGMENT_OR_EXTENSION = Pattern.compile("#.*|\\.(md|yaml)\\b.*");

    @Override
    public String expected() {
        return "an id such as " + EXAMPLE;
    }

    @Override
    public Outcome<Id> decode(String name, Scalar scalar) {
        return decode(name, scalar, true);
    }

    /** @param isOfAnyKind whether a folder before the file name would identify the kind, and so matters */
    static Outcome<Id> decode(String name, Scalar scalar, boolean isOfAnyKind) {
        String text = scalar.text();
        if (Id.isValid(text)) {
            return Outcome.of(new Id(text));
        }
        String quoted = "`" + InvalidValue.quoted(text.strip()) + "` in `" + name + "`";
        if (text.length() > Id.LONGEST) {
            return new InvalidValue(
                            scalar,
                            quoted + " has " + text.length() + " characters, but an id has at most " + Id.LONGEST)
                    .help(help(EXAMPLE))
                    .outcome();
        }
        String file = ANY_FOLDERS
                .matcher(FRAGMENT_OR_EXTENSION.matcher(text).replaceAll(""))
                .replaceAll("");
        boolean hasName = file.chars().anyMatch(Character::isLetterOrDigit);
        Id nearest = Id.from(hasName ? file : EXAMPLE);
        boolean isCertain =
                isNearly(nearest, isOfAnyKind ? text : FOLDERS.matcher(text).replaceAll(""));
        boolean isSpaced = !text.strip().equals(text) && Id.isValid(text.strip());
        String fault = isSpaced
                ? " has a space before or after it"
                : LatinLetters.hasLookalikes(text) ? " has letters that look Latin but are not" : " is not an id";
        return new InvalidValue(scalar, quoted + fault)
                .help(isCertain ? "write `" + nearest.value() + "`" : help(nearest.value()))
                .fix(scalar.written().filter(span -> hasName).map(span -> Fix.change(span, nearest.value(), isCertain)))
                .outcome();
    }

    private static String help(String example) {
        return "an id is a file name without its extension, such as `" + example + "`";
    }

    /**
     * Whether text differs from an id only by capitals, accents, letters of another alphabet that look the same, a file
     * extension, or spaces, underscores or other dashes for hyphens.
     */
    private static boolean isNearly(Id id, String text) {
        String plain = LatinLetters.of(text.strip().replaceFirst("\\.(md|yaml)$", ""));
        return NOT_A_HYPHEN.matcher(plain.strip()).replaceAll("-").equals(id.value());
    }

    @Override
    public Map<String, Object> schema() {
        return SCHEMA;
    }

    @Override
    public String example() {
        return EXAMPLE;
    }
}

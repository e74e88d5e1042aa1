package org.waymark.schema;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** The name of a file in {@code content/images}, whether or not it exists. */
public record ImageName() implements ScalarType<String> {
    static final String FOLDER = "content/images/";

    private static final int LONGEST = 200;
    private static final Pattern FOLDERS = Pattern.compile("(?:\\.{1,2}/|/)*+(?:content/)?images/");

    @Override
    public String expected() {
        return "the name of a file in `content/images`, such as " + example();
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        // As images are published, whatever an editor's system types.
        String file = Normalizer.normalize(scalar.text().strip(), Normalizer.Form.NFC);
        if (isName(file)) {
            return Outcome.of(file);
        }
        InvalidValue invalid = invalid(name, scalar);
        String below = file.length() > LONGEST
                ? ""
                : FOLDERS.matcher(file.replace('\\', '/')).replaceFirst("");
        return isName(below) && !below.equals(file)
                ? invalid.help("write `" + below + "`")
                        .fix(scalar.written().map(span -> Fix.change(span, below, true)))
                        .outcome()
                : invalid.help("put a copy there, and write its name").outcome();
    }

    /** The name of an image in this folder. */
    public static String of(String path) {
        return path.substring(FOLDER.length());
    }

    /** Whether it stays within the folder and the site. */
    private static boolean isName(String file) {
        return !file.isEmpty()
                && file.length() <= LONGEST
                && !file.startsWith("/")
                && !file.startsWith("images/")
                && file.indexOf('\\') < 0
                && file.indexOf(':') < 0
                && !("/" + file + "/").contains("/../")
                && !("/" + file + "/").contains("/./")
                && !file.contains("//");
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }

    @Override
    public String example() {
        return "bus.jpg";
    }
}

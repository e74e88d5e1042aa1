package org.waymark.schema;

import java.util.List;
import java.util.Optional;
import org.waymark.source.Span;

/**
 * An image that belongs to an entry.
 *
 * @param file its name in {@code content/images}, with the folders below that
 * @param alt what it shows, for people who cannot see it
 * @param caption what else readers should know about it
 * @param credit who made it
 * @param fileSpan the location of the name
 * @param altSpan the location of the description
 */
public record Picture(
        String file, String alt, Optional<String> caption, Optional<String> credit, Span fileSpan, Span altSpan) {
    private static final Field<String> FILE = Field.required("file", new ImageName(), "its file in `content/images`");
    private static final Field<String> ALT =
            Field.required("alt", new Line(300, "A bus at a market"), "what it shows, for people who cannot see it");
    private static final Field<Optional<String>> CAPTION =
            Field.optional("caption", new Line(300, "The bus comes on Fridays."), "what readers should know about it");
    private static final Field<Optional<String>> CREDIT =
            Field.optional("credit", new Line(160, "Photo: Ann Example"), "who made it");

    /** The type of a field that holds one. */
    public static final FieldType<Picture> TYPE = new Group<>(
            "a picture",
            List.of(FILE, ALT, CAPTION, CREDIT),
            f -> new Picture(
                    f.get(FILE),
                    f.get(ALT),
                    f.get(CAPTION),
                    f.get(CREDIT),
                    f.origin().of(FILE),
                    f.origin().of(ALT)));

    /** The path of its file in the project. */
    public String path() {
        return ImageName.FOLDER + file;
    }
}

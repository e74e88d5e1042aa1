package org.waymark.check;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.markdown.Prose;
import org.waymark.schema.Picture;

/** An image has no description (WCAG 2.2, success criterion 1.1.1), or only one that a program generated. */
final class MissingAltText implements Rule {
    /** A file name, and what cameras, phones and word processors call images. */
    private static final Pattern FILE_NAME = Pattern.compile(
            "(?i)(?:.{1,200}\\.(?:png|jpe?g|gif|webp|avif|svg|heic|tiff?|bmp)"
                    + "|(?:IMG|DSC|DSCN|PXL|image|photo|picture|screen ?shot|screengrab)[\\s_-]*+[\\d\\s_.,:()-]*+(?:at[\\d\\s.:]++)?)");

    @Override
    public Code code() {
        return Codes.MISSING_ALT_TEXT;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> Stream.concat(
                        entry.pictures().flatMap(picture -> check(picture).stream()),
                        entry.body().stream()
                                .flatMap(body -> body.images().stream())
                                .flatMap(image -> check(image).stream())));
    }

    private Optional<Diagnostic> check(Picture picture) {
        return FILE_NAME.matcher(picture.alt().strip()).matches()
                ? Optional.of(Diagnostic.of(
                        code(),
                        picture.altSpan(),
                        "`" + picture.alt().strip() + "` is a name of an image, not a description of what it shows",
                        "say what it shows, such as `alt: A bus at a market`"))
                : Optional.empty();
    }

    private Optional<Diagnostic> check(Prose.Image image) {
        String alt = image.alt().strip();
        String help =
                "say between the square brackets what it shows: `![A bus at a market](" + image.destination() + ")`";
        if (alt.isEmpty()) {
            return report(image, "the image has no description for people who cannot see it", help);
        }
        if (FILE_NAME.matcher(alt).matches()) {
            return report(image, "`" + alt + "` is a name of an image, not a description of what it shows", help);
        }
        return AltTextSize.check(image);
    }

    private Optional<Diagnostic> report(Prose.Image image, String message, String help) {
        return Optional.of(Diagnostic.of(code(), image.whole(), message, help));
    }
}

package org.waymark.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.markdown.Prose;

/** The width of an image at the end of its description, in the notation of Obsidian: {@code ![A bus|300](bus.svg)}. */
final class AltTextSize {
    private static final Pattern SIZE = Pattern.compile(".*?(\\|\\s{0,3}\\d{1,4}(?:x\\d{1,4})?)", Pattern.DOTALL);

    private AltTextSize() {}

    static Optional<Diagnostic> check(Prose.Image image) {
        Matcher size = SIZE.matcher(image.alt().strip());
        return size.matches()
                ? Optional.of(Diagnostic.of(
                        Codes.MISSING_ALT_TEXT,
                        image.whole(),
                        "the description ends with a size, which screen readers would read out",
                        "remove `" + size.group(1) + "`: Markdown has no sizes for images"))
                : Optional.empty();
    }
}

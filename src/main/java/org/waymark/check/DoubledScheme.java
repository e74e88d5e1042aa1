package org.waymark.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.markdown.Prose;

/** A web address that was pasted after the scheme of another: {@code https://https://www.example.org/}. */
final class DoubledScheme {
    private static final Pattern TWICE = Pattern.compile("(?i)(https?:/+)https?:/+");

    private DoubledScheme() {}

    static Optional<Diagnostic> check(Prose.Link link) {
        Matcher twice = TWICE.matcher(link.destination());
        if (!twice.lookingAt()) {
            return Optional.empty();
        }
        String address = link.destination().substring(twice.end(1));
        return Optional.of(Diagnostic.of(
                        Codes.BROKEN_LINK,
                        link.span(),
                        "the address begins with `" + twice.group() + "`",
                        "write `" + address + "`")
                .withFix(Optional.of(Fix.change(link.span(), address, true))));
    }
}

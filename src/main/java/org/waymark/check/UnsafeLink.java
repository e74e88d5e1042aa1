package org.waymark.check;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;

/** A link has an address that could run a script, or leads to a different host from the one it seems to. */
final class UnsafeLink implements Rule {
    private static final Set<String> WEB = Set.of("http", "https");

    /** A user name, perhaps with a password, and then the host. */
    private static final Pattern GUISE = Pattern.compile("https?://[^/?#\\\\]*@([^/?#\\\\@:]+).*", Pattern.DOTALL);

    /** A Windows path, a network path, or the scheme of one. */
    private static final Pattern ON_A_DISK = Pattern.compile("(?i)file:|[a-z]:(?:[\\\\/]|%5C)|\\\\");

    /** Characters that word processors write for the hyphen of an address, or leave in it; a dash may be intended. */
    private static final Pattern NO_HYPHEN = Pattern.compile("[\\u2010\\u2011\\u00AD\\u200B-\\u200D\\u2060]");

    @Override
    public Code code() {
        return Codes.UNSAFE_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.body().stream())
                .flatMap(body -> body.links().stream())
                .filter(link -> Addresses.isExternal(link.destination()) && !RawHtml.isTag(link))
                .flatMap(link ->
                        Addresses.isSafe(link.destination()) ? ofWordProcessor(link).stream() : Stream.of(report(link)))
                .distinct(); // a definition may be used by several links
    }

    /** An address that looks right, but has a character that no keyboard types. */
    private Optional<Diagnostic> ofWordProcessor(Prose.Link link) {
        Matcher character = NO_HYPHEN.matcher(link.destination());
        if (!character.find()) {
            return Optional.empty();
        }
        String address = link.destination()
                .replaceAll("[\\u2010\\u2011]", "-")
                .replaceAll("[\\u00AD\\u200B-\\u200D\\u2060]", "");
        Optional<Fix> fix = Optional.of(link.span())
                .filter(span -> span.isAsLongAs(link.destination()))
                .map(span -> Fix.change(span, address, false));
        return Optional.of(Diagnostic.of(
                        code(),
                        link.span(),
                        String.format(
                                Locale.ROOT,
                                "the address has a character (U+%04X) that looks like a hyphen or cannot be seen",
                                (int) character.group().charAt(0)),
                        "write `" + address + "`")
                .withFix(fix));
    }

    private Diagnostic report(Prose.Link link) {
        String destination = link.destination();
        Optional<String> scheme = Addresses.scheme(destination);
        if (scheme.filter(WEB::contains).isPresent()) {
            return ofTheWeb(link);
        }
        if (ON_A_DISK.matcher(destination).lookingAt()) {
            return Diagnostic.of(
                    code(),
                    link.span(),
                    scheme.filter("file"::equals).isPresent()
                            ? "a link cannot begin with `file:`"
                            : "this is a path on your own computer or network, not an address",
                    "readers cannot open a file on your computer: put it into `content/files`, and link to it there");
        }
        String what = scheme.map(each -> "a link cannot begin with `" + each + ":`")
                .orElse("a link cannot begin with two slashes");
        Optional<Fix> fix = Optional.of(link.span())
                .filter(span -> span.isAsLongAs(destination) && destination.matches("//[\\w-]+(\\.[\\w-]+)++(/.*)?"))
                .map(span -> Fix.change(span, "https:" + destination, false));
        return Diagnostic.of(
                        code(),
                        link.span(),
                        what,
                        "links begin with https:, http:, mailto: or tel:, or are a path to a file")
                .withFix(fix);
    }

    /** Browsers would find a host in it, but not the one readers expect. */
    private Diagnostic ofTheWeb(Prose.Link link) {
        Matcher guise = GUISE.matcher(link.destination());
        return guise.matches()
                ? Diagnostic.of(
                        code(),
                        link.span(),
                        "the text before the `@` is not a site; the link leads to `" + guise.group(1) + "`",
                        "if that is the site you mean, remove everything up to and including the `@`")
                : Diagnostic.of(
                        code(),
                        link.span(),
                        "browsers may not read this address as you do",
                        "write `https://`, the name of the site with nothing but letters, digits, hyphens and dots, and the "
                                + "path");
    }
}

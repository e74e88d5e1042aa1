package org.waymark.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
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

/** A link's text is the address of one site or person, but the link leads to another. */
final class MisleadingLink implements Rule {
    /** What readers recognise as an address: one with a scheme, with {@code www.}, or with a well-known ending. */
    private static final Pattern SITE =
            Pattern.compile("(?i)(?:https?://(?:www\\.)?|www\\.)([^\\s/?#:@]+\\.[^\\s/?#:@]+)(?:[/?#:]\\S*)?"
                    + "|([\\p{L}\\p{N}.-]+\\.(?:uk|com|org|net|eu))(?:[/?#:]\\S*)?");

    private static final Pattern WRAPPER = Pattern.compile(
            "https?://(?:[\\w.-]+\\.safelinks\\.protection\\.outlook\\.com/[^?\\s]*\\?(?:[^&\\s]*&){0,50}?url|(?:www\\.)?google\\.[a-z.]{2,6}/url\\?(?:[^&\\s]*&){0,50}?(?:q|url)"
                    + "|l\\.facebook\\.com/l\\.php\\?u)=(https?[%:][^&\\s]+)");

    /**
     * Parameters that newsletters, advertisements and social media add to an address to track readers, each after its
     * separator.
     */
    private static final Pattern TRACKING = Pattern.compile(
            "(?<=[?&])(?:utm_[a-z_]{1,30}|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|twclid|ttclid|li_fat_id|mc_[ce]id|mkt_tok|_hsenc|_hsmi)=[^&#\\s]*(?:&|(?=#|$))");

    private static final Pattern MAILBOX = Pattern.compile("[^\\s@:]+@([^\\s@:]+\\.[^\\s@:]+)");
    private static final Pattern MAILTO = Pattern.compile("(?i)mailto:([^?]*).*");

    @Override
    public Code code() {
        return Codes.MISLEADING_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.body().stream())
                .flatMap(body -> body.links().stream())
                .flatMap(link -> check(link).stream());
    }

    private Optional<Diagnostic> check(Prose.Link link) {
        Optional<String> wrapped = wrapped(link.destination());
        if (wrapped.isPresent()) {
            return Optional.of(Diagnostic.of(
                            code(),
                            link.span(),
                            "the link leads through a service that records who follows it",
                            "write `" + wrapped.get() + "`")
                    .withFix(Optional.of(Fix.change(link.span(), wrapped.get(), true))));
        }
        Optional<Diagnostic> tracked = tracked(link);
        if (tracked.isPresent()) {
            return tracked;
        }
        String text = link.text().strip();
        Matcher site = SITE.matcher(text);
        Matcher mailbox = MAILBOX.matcher(text);
        Matcher mailto = MAILTO.matcher(link.destination());
        Optional<String> host = Addresses.host(link.destination());
        if (mailbox.matches() && mailto.matches()) {
            return mailto.group(1).equalsIgnoreCase(text)
                    ? Optional.empty()
                    : Optional.of(report(link, mailto.group(1)));
        }
        if (mailbox.matches()) {
            return host.filter(to -> !isSame(plain(mailbox.group(1)), plain(to)))
                    .map(to -> report(link, to));
        }
        if (!site.matches()) {
            return Optional.empty();
        }
        String named = plain(site.group(1) == null ? site.group(2) : site.group(1));
        Optional<String> to = mailto.matches() ? Optional.of(mailto.group(1)) : host;
        return to.filter(leads -> !isSame(named, plain(leads))).map(leads -> report(link, leads));
    }

    private Optional<Diagnostic> tracked(Prose.Link link) {
        Matcher tracking = TRACKING.matcher(link.destination());
        if (!Addresses.isWeb(link.destination()) || !tracking.find()) {
            return Optional.empty();
        }
        String name = link.destination()
                .substring(tracking.start(), link.destination().indexOf('=', tracking.start()));
        String address = tracking.replaceAll("").replaceFirst("[?&](?=#|$)", "");
        return Optional.of(Diagnostic.of(
                        code(),
                        link.span(),
                        "the address has a part (`" + name + "`) that records where readers come from",
                        "write `" + address + "`")
                .withFix(Optional.of(link.span())
                        .filter(span -> span.isAsLongAs(link.destination()))
                        .map(span -> Fix.change(span, address, true))));
    }

    /** The address inside one that a mail program or a search engine has wrapped around it. */
    private static Optional<String> wrapped(String address) {
        Matcher wrapper = WRAPPER.matcher(address);
        return wrapper.lookingAt()
                ? Optional.of(URLDecoder.decode(wrapper.group(1), StandardCharsets.UTF_8))
                        .filter(Addresses::isWeb)
                : Optional.empty();
    }

    /** Whether one is the other or a part of it, as {@code digital.nhs.uk} is of {@code nhs.uk}. */
    private static boolean isSame(String named, String to) {
        return named.equals(to) || named.endsWith("." + to) || to.endsWith("." + named) || to.endsWith("@" + named);
    }

    private static String plain(String host) {
        String small = host.toLowerCase(Locale.ROOT);
        String whole = small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
        return whole.startsWith("www.") ? whole.substring("www.".length()) : whole;
    }

    private Diagnostic report(Prose.Link link, String to) {
        return Diagnostic.of(
                code(),
                link.textSpan(),
                "readers see `" + link.text().strip() + "`, but the link leads to `" + to + "`",
                "name the page it leads to in words, or correct one of the two addresses");
    }
}

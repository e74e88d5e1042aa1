package org.waymark.tool.links;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.markdown.Addresses;

/**
 * A web address, normalised for requests: without fragment, in ASCII, the host in lower case, without a default
 * port. Equal addresses are requested once.
 *
 * @param uri has a scheme, a host and a path
 */
public record LinkUrl(URI uri) implements Comparable<LinkUrl> {
    private static final Pattern FORM = Pattern.compile("(?i)(https?)://([^/?#\\\\]*)([^#]*).*", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:@\\[\\]]+)(?::(\\d{0,5}))?");

    /** Letters that browsers keep in a name (IDNA 2008), but Java replaces by others, which would be another host. */
    private static final Pattern ANOTHER_HOST = Pattern.compile("[ßẞς\\u200C\\u200D]");

    /** Those below are of services that do not speak HTTP, and that an untrusted link must not reach. */
    private static final int FIRST_FREE_PORT = 1024;

    private static final int LAST_PORT = 65_535;

    /**
     * Reads an address as typed or as a server gives it.
     *
     * @return empty if it is not a web address, names a user, or has a host or port that no browser would take
     */
    public static Optional<LinkUrl> of(String typed) {
        Matcher form = FORM.matcher(typed.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(form.group(2));
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        return authority.matches()
                ? host(authority.group(1))
                        .flatMap(host -> port(scheme, authority.group(2))
                                .flatMap(port -> uri(scheme + "://" + host + port + path(form.group(3)))))
                : Optional.empty();
    }

    private static Optional<String> host(String typed) {
        if (typed.startsWith("[")) {
            return Optional.of(typed.toLowerCase(Locale.ROOT));
        }
        if (ANOTHER_HOST.matcher(typed).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(typed).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> port(String scheme, String typed) {
        if (typed == null || typed.isEmpty()) {
            return Optional.of("");
        }
        int port = Integer.parseInt(typed);
        int usual = scheme.equals("https") ? 443 : 80;
        if (port == usual) {
            return Optional.of("");
        }
        boolean isOfTheWeb = port == 80 || port == 443 || (port >= FIRST_FREE_PORT && port <= LAST_PORT);
        return isOfTheWeb ? Optional.of(":" + port) : Optional.empty();
    }

    /** Path and query, with non-ASCII characters percent-encoded as UTF-8 (WHATWG URL, section 1.3). */
    private static String path(String typed) {
        String encoded = Addresses.encoded("//" + "/" + typed).substring(3);
        var path = new StringBuilder(encoded.startsWith("/") ? "" : "/");
        encoded.codePoints().forEach(c -> {
            if (c < 0x7F) {
                path.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    path.append(percent(b));
                }
            }
        });
        return path.toString();
    }

    private static Optional<LinkUrl> uri(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() == null ? Optional.empty() : Optional.of(new LinkUrl(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Where a redirect leads (RFC 3986, section 5.2).
     *
     * @param location as the server gives it, one character for each of its bytes
     * @return empty if it is not an address to which a browser would go
     */
    Optional<LinkUrl> resolve(String location) {
        String to = inAscii(location.strip());
        if (Addresses.scheme(to).isPresent()) {
            return of(to);
        }
        String whole = uri.toString();
        int path = whole.indexOf('/', whole.indexOf("//") + 2);
        int query = whole.indexOf('?');
        String withoutQuery = query < 0 ? whole : whole.substring(0, query);
        if (to.startsWith("//")) {
            return of(uri.getScheme() + ":" + to);
        }
        if (to.isEmpty() || to.startsWith("#")) {
            return Optional.of(this);
        }
        if (to.startsWith("?")) {
            return of(withoutQuery + to);
        }
        String base = to.startsWith("/")
                ? whole.substring(0, path)
                : withoutQuery.substring(0, withoutQuery.lastIndexOf('/') + 1);
        return of(base + to).map(LinkUrl::withoutDots);
    }

    private LinkUrl withoutDots() {
        URI plain = uri.normalize();
        String path = plain.getRawPath().replaceFirst("^(/\\.\\.){1,50}(?=/|$)", "");
        String query = plain.getRawQuery() == null ? "" : "?" + plain.getRawQuery();
        return of(plain.getScheme() + "://" + plain.getRawAuthority() + path + query)
                .orElse(this);
    }

    private static String inAscii(String bytes) {
        var ascii = new StringBuilder();
        for (byte b : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
            if (b >= 0) {
                ascii.append((char) b);
            } else {
                ascii.append(percent(b));
            }
        }
        return ascii.toString();
    }

    private static String percent(byte b) {
        return "%" + HexFormat.of().withUpperCase().toHexDigits(b);
    }

    /** The name or number of the server, without brackets. */
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The host with its port, unless that is the default. */
    String server() {
        return uri.getRawAuthority();
    }

    boolean isSecure() {
        return uri.getScheme().equals("https");
    }

    /** Whether it is the home page of a site. */
    boolean isFrontPage() {
        return uri.getRawPath().equals("/") && uri.getRawQuery() == null;
    }

    /** Whether another differs only in ways that never change what is shown: its scheme, a {@code www.}, a last slash. */
    boolean isSamePageAs(LinkUrl other) {
        return plainly().equals(other.plainly());
    }

    private String plainly() {
        String host = uri.getRawAuthority();
        String path = uri.getRawPath();
        return (host.startsWith("www.") ? host.substring(4) : host)
                + (path.endsWith("/") ? path : path + "/")
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    @Override
    public int compareTo(LinkUrl other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}

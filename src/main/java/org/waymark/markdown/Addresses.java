package org.waymark.markdown;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Distinguishes web addresses from paths, and safe addresses from unsafe ones. */
public final class Addresses {
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}_·・-]*+(?<![_-]))?+";

    /**
     * An address on the web that means the same to readers, Waymark and browsers. Browsers accept much else:
     * addresses without
     * slashes or with backslashes, with tabs and percent signs in the host, or with a name and an {@code @} before it, which
     * looks like the host (WHATWG URL, section 4.4; RFC 3986, section 7.6).
     */
    private static final Pattern WEB = Pattern.compile(
            "(?i:https?)://(?<host>LABEL(?:\\.LABEL)*+\\.?|\\[[0-9A-Fa-f:.]+])(?::(?<port>\\d{0,5}))?(?:[/?#].*)?"
                    .replace("LABEL", LABEL),
            Pattern.DOTALL);

    private static final Pattern OTHER = Pattern.compile("(?i:mailto|tel):.*", Pattern.DOTALL);

    /** The last labels of host names on private networks (RFC 6761, 6762, 8375, and ICANN's of 2024). */
    private static final List<String> PRIVATE_NAMES =
            List.of(".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".corp", ".home");

    /** IANA IPv4 Special-Purpose Address Registry: this machine, private use, and the local link. */
    private static final Pattern PRIVATE_IP4 = Pattern.compile(
            "(?:0|10|127)(?:\\.\\d+){3}|192\\.168(?:\\.\\d+){2}|169\\.254(?:\\.\\d+){2}|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d+){2}");

    /** The same for IPv6: this machine, private use, and the local link. */
    private static final Pattern PRIVATE_IP6 = Pattern.compile("\\[(?:(?:0*:)*+:?0*[01]?\\]|f[cd]|fe[89ab])");

    private static final int LAST_PORT = 65_535;

    /** As browsers treat them: of either kind, without tabs and line ends, and without leading white space. */
    private static final Pattern TWO_SLASHES = Pattern.compile("[\\x00-\\x20]*+[/\\\\][\t\n\r]*+[/\\\\]");

    private Addresses() {}

    /**
     * The scheme of an address, in lower case: {@code https} of {@code https://example.org}. Browsers drop tabs, line
     * ends and leading spaces or control characters before they look for it (WHATWG URL, section 4.4), so this does too.
     */
    public static Optional<String> scheme(String address) {
        var scheme = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return scheme.isEmpty()
                        ? Optional.empty()
                        : Optional.of(scheme.toString().toLowerCase(Locale.ROOT));
            }
            boolean dropped = c == '\t' || c == '\n' || c == '\r' || (scheme.isEmpty() && c <= ' ');
            if (dropped) {
                continue;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && (scheme.isEmpty() || !other)) {
                return Optional.empty();
            }
            scheme.append(c);
        }
        return Optional.empty();
    }

    /** Whether an address leads off the site: it has a scheme, or begins with two slashes. */
    public static boolean isExternal(String address) {
        return scheme(address).isPresent() || TWO_SLASHES.matcher(address).lookingAt();
    }

    /** Whether a character of an address was lost when the file was read, which is reported separately. */
    public static boolean isUnreadable(String address) {
        return address.indexOf('\uFFFD') >= 0;
    }

    /** Whether an external address may be published: it runs no code, and leads where it seems to. */
    public static boolean isSafe(String address) {
        return isWeb(address) || OTHER.matcher(address).matches();
    }

    /** Whether it is an address on the web, with a host that readers can recognise. */
    public static boolean isWeb(String address) {
        return host(address).isPresent();
    }

    /** The name or number of the server, as written; empty if it is not a web address that may be published. */
    public static Optional<String> host(String address) {
        Matcher web = WEB.matcher(address);
        if (!web.matches()) {
            return Optional.empty();
        }
        String port = web.group("port");
        boolean isPort = port == null || port.isEmpty() || Integer.parseInt(port) <= LAST_PORT;
        return Optional.of(web.group("host")).filter(host -> isPort);
    }

    /**
     * Whether a host is this machine or on its network, judged without a look-up: by its name, by a number of a private
     * network, or because it has no dot.
     */
    public static boolean isPrivate(String host) {
        String name = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            return PRIVATE_IP6.matcher(name).lookingAt();
        }
        return name.indexOf('.') < 0
                || PRIVATE_IP4.matcher(name).matches()
                || PRIVATE_NAMES.stream().anyMatch(name::endsWith);
    }

    /**
     * An address as it may appear in a page: characters that are not part of valid ones (WHATWG URL, section 4.3) are
     * percent-encoded. Browsers would do the same.
     */
    public static String encoded(String address) {
        int authority = address.indexOf("//");
        return encoded(address, authority < 0 ? 0 : firstOf("/?#", address, authority + 2));
    }

    /** An address within the site as it may appear in a page, likewise. */
    static String encodedPath(String address) {
        return encoded(address, 0);
    }

    private static String encoded(String address, int start) {
        var encoded = new StringBuilder(address.substring(0, start));
        for (int i = start; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean stray = c == '%' && !(isHex(address, i + 1) && isHex(address, i + 2));
            boolean nested = c == '#' && address.indexOf('#') < i;
            boolean isLetter = c >= 'a' && c <= 'z'; // as most are
            if (!isLetter && (stray || nested || c <= ' ' || "\"<>[\\]^`{|}".indexOf(c) >= 0)) {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && HexFormat.isHexDigit(text.charAt(at));
    }

    private static int firstOf(String characters, String text, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}

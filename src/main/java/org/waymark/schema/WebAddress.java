package org.waymark.schema;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Addresses;
import org.waymark.source.Value.Scalar;

/** An absolute URL, {@code https://} or {@code http://}, decoded to the form of RFC 3986. */
public record WebAddress() implements ScalarType<String> {
    static final String EXPECTED = "a web address that begins with https://";

    /** A link in Markdown, or an address in angle brackets or quotation marks. */
    private static final Pattern LINK = Pattern.compile(
            "(?:\\[[^\\]]*\\]\\(|[<\"'\u2018\u201C])?(?<address>[^\\s<>\"'\u2018-\u201F()]+(?:\\([^\\s()]*\\))?[^\\s<>\"'\u2018-\u201F()]*)[)>\"'\u2019\u201D]?");

    /** A scheme with typing errors, perhaps twice. */
    private static final Pattern SCHEME =
            Pattern.compile("(?i)(?:h{1,2}t{1,3}ps?[:;.]?/{1,3}|h{1,2}t{1,3}ps?:|ttps?:/{1,3}|//)++");

    private static final Pattern TWICE = Pattern.compile("(?i)https?://https?(?::?/|:)");

    /** An address for Git rather than for a browser. */
    private static final Pattern CLONE = Pattern.compile("(?:git@|ssh://git@)([\\w.-]+)[:/]([\\w./-]+?)(?:\\.git)?/?");

    @Override
    public String expected() {
        return EXPECTED;
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String address = scalar.text().strip();
        if (isValid(address) && !TWICE.matcher(address).lookingAt()) {
            return Outcome.of(Addresses.encoded(address));
        }
        InvalidValue invalid = invalid(name, scalar);
        Optional<String> meant = meant(address).filter(WebAddress::isPublic);
        if (meant.isPresent()) {
            return invalid.help("write `" + meant.get() + "`")
                    .fix(scalar.written().map(span -> Fix.change(span, meant.get(), true)))
                    .outcome();
        }
        Matcher clone = CLONE.matcher(address);
        if (clone.matches()) {
            String page = "https://" + clone.group(1) + "/" + clone.group(2);
            return invalid.help("write `" + page + "`, the address of its page")
                    .fix(scalar.written().map(span -> Fix.change(span, page, true)))
                    .outcome();
        }
        boolean hasSpace = isValid(address.replace(' ', '+'));
        return invalid.help(hasSpace ? "write `%20` for a space" : "copy it from the address bar of a browser")
                .outcome();
    }

    /** The address without what programs and people put around it, with its scheme corrected. */
    private static Optional<String> meant(String typed) {
        Matcher link = LINK.matcher(typed);
        String inner = link.matches() ? link.group("address") : typed;
        Matcher scheme = SCHEME.matcher(inner);
        boolean hasScheme = scheme.lookingAt();
        String rest = hasScheme ? inner.substring(scheme.end()) : inner;
        String start =
                hasScheme && !scheme.group().contains("s") && !scheme.group().contains("S") ? "http://" : "https://";
        boolean isOther = !hasScheme && inner.indexOf(':') >= 0;
        return isOther ? Optional.empty() : Optional.of(start + rest).filter(address -> !address.equals(typed));
    }

    /** Whether an address is valid and its host has a dot, as those of all public sites do. */
    private static boolean isPublic(String address) {
        return isValid(address)
                && Addresses.host(address)
                        .filter(host -> host.indexOf('.') > 0 && !host.endsWith("."))
                        .isPresent();
    }

    static boolean isValid(String address) {
        boolean hasScheme = address.startsWith("https://") || address.startsWith("http://");
        return hasScheme && Addresses.isWeb(address) && !hasForbidden(address);
    }

    private static boolean hasForbidden(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\') {
                return true;
            }
        }
        return false;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "format", "uri", "pattern", "^https?://");
    }

    @Override
    public String example() {
        return "https://www.example.org/";
    }
}

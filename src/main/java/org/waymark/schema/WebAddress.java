package org.waymark.schema;

import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Addresses;
import org.waymark.source.Value.Scalar;

/** An absolute URL, {@code https://} or {@code http://}, decoded to the form of RFC 3986. */
public record WebAddress() implements ScalarType<String> {
    static final String EXPECTED = "a web address that begins with https://";

    @Override
    public String expected() {
        return EXPECTED;
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String address = scalar.text().strip();
        if (isValid(address)) {
            return Outcome.of(Addresses.encoded(address));
        }
        String bare = address.startsWith("//") ? address.substring(2) : address;
        boolean lacksOnlyScheme = !bare.contains(":") && bare.contains(".") && isValid("https://" + bare);
        InvalidValue invalid = invalid(name, scalar);
        return lacksOnlyScheme
                ? invalid.help("write `https://" + bare + "`")
                        .fix(withScheme(scalar, address, bare))
                        .outcome()
                : invalid.help("copy it from the address bar of a browser").outcome();
    }

    private static Optional<Fix> withScheme(Scalar scalar, String address, String bare) {
        String start = address.equals(bare) ? "https://" : "https:";
        int from = scalar.text().indexOf(address);
        return scalar.written()
                .map(span -> span.part(from, scalar.text().length()))
                .map(span -> Fix.certain(
                        "Write `" + start + "` before it", Fix.insertion(span.path(), span.start(), start)));
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

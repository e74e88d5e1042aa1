package org.waymark.schema;

import java.net.IDN;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Addresses;
import org.waymark.source.Value.Scalar;

/**
 * The address of a site, to which the paths of its pages are appended: without a query or fragment, and with an ASCII host,
 * since not every reader of sitemaps and feeds understands others.
 */
public record SiteAddress() implements ScalarType<String> {
    @Override
    public String expected() {
        return WebAddress.EXPECTED;
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String address = scalar.text().strip();
        Optional<String> host = Addresses.host(address).filter(SiteAddress::isInternational);
        if (host.isPresent()) {
            return InvalidValue.expected(name, scalar, "an address with only letters from a to z in its host")
                    .help(ascii(host.get())
                            .map(ascii -> "write the host as `" + ascii + "`")
                            .orElse("copy it from the address bar of a browser"))
                    .outcome();
        }
        String bare = address.split("[?#]", 2)[0];
        return address.equals(bare) || !WebAddress.isValid(address)
                ? new WebAddress().decode(name, scalar)
                : InvalidValue.expected(name, scalar, "an address without `?` and `#`")
                        .help("write `" + bare + "`")
                        .fix(scalar.written().map(span -> Fix.change(span, bare, false)))
                        .outcome();
    }

    private static boolean isInternational(String host) {
        return host.chars().anyMatch(c -> c >= 0x7F);
    }

    /** The host in Punycode; empty for one that cannot be registered (RFC 5891, section 4). */
    private static Optional<String> ascii(String host) {
        try {
            return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "format", "uri", "pattern", "^https?://[^?#]*$");
    }

    @Override
    public String example() {
        return "https://directory.example.org/";
    }
}

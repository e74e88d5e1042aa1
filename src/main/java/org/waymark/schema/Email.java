package org.waymark.schema;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** An e-mail address: a local part, an @, and a domain with a dot. */
public record Email() implements ScalarType<String> {
    private static final String LABEL = "[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?";
    private static final Pattern FORM = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@(" + LABEL + "\\.){1,20}" + LABEL);

    /** The maximum length of an address (RFC 5321, section 4.5.3.1), with some characters around it. */
    private static final int LONGEST = 400;

    /** An address as programs write it: as a link, in angle brackets, after a name. */
    private static final Pattern WITHIN = Pattern.compile(
            "(?<name>[^@<>\\[\\]()]*?)(?:\\[[^\\]]*\\]\\()?[<(]?(?i:mailto:)?\\s*(?<address>" + FORM + ")[>).,;]*");

    @Override
    public String expected() {
        return "an e-mail address such as " + example();
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String address = scalar.text().strip();
        if (FORM.matcher(address).matches()) {
            return Outcome.of(address);
        }
        InvalidValue invalid = invalid(name, scalar);
        Matcher within = WITHIN.matcher(address.length() > LONGEST ? "" : address);
        if (!within.matches()) {
            return invalid.outcome();
        }
        String found = within.group("address");
        boolean isCertain = within.group("name").isBlank();
        return invalid.help("write `" + found + "`")
                .fix(scalar.written().map(span -> Fix.change(span, found, isCertain)))
                .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "format", "email");
    }

    @Override
    public String example() {
        return "name@example.org";
    }
}

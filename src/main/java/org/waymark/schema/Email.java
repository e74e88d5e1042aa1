package org.waymark.schema;

import java.util.Map;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** An e-mail address: a local part, an @, and a domain with a dot. */
public record Email() implements ScalarType<String> {
    private static final String LABEL = "[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?";
    private static final Pattern FORM = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@(" + LABEL + "\\.)+" + LABEL);

    @Override
    public String expected() {
        return "an e-mail address such as " + example();
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String address = scalar.text().strip();
        return FORM.matcher(address).matches()
                ? Outcome.of(address)
                : invalid(name, scalar).outcome();
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

package org.waymark.schema;

import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A phone number, as it is dialled in the country of the directory or from abroad.
 *
 * @param country two capital letters (ISO 3166-1), for numbers without a country code; empty if there is none
 */
public record Phone(Optional<String> country) implements ScalarType<PhoneNumber> {
    private static final String HOME = "GB";
    private static final int LONGEST = 60;

    @Override
    public String expected() {
        return "a phone number such as " + example();
    }

    @Override
    public Outcome<PhoneNumber> decode(String name, Scalar scalar) {
        return scalar.text().strip().length() > LONGEST
                ? invalid(name, scalar).help("write one number only").outcome()
                : PhoneNumbers.decode(this, name, scalar);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", TEXT_TYPES);
    }

    @Override
    public String example() {
        return country.filter(HOME::equals).isPresent() ? "020 7946 0018" : "+44 20 7946 0018";
    }
}

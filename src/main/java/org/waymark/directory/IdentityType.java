package org.waymark.directory;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.FieldType;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;

/** A UUID (RFC 9562) in its usual form. */
final class IdentityType implements FieldType.CustomType<UUID> {
    private static final String FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern UUID_FORM = Pattern.compile(FORM);

    @Override
    public Outcome<UUID> decode(String name, Value value) {
        return value instanceof Scalar scalar
                        && UUID_FORM.matcher(scalar.text().strip()).matches()
                ? Outcome.of(UUID.fromString(scalar.text().strip()))
                : Outcome.failed(
                        Diagnostic.of(
                                Codes.INVALID_VALUE,
                                value.span(),
                                "`" + name + "` must be a UUID such as `" + example() + "`",
                                "write the one that it always was; for a directory that never had one, make a new one with `uuidgen`"));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "pattern", "^" + FORM + "$");
    }

    @Override
    public String example() {
        return "5f0b3c64-0f2b-4d0e-9d39-6a1c2f6f3c1e";
    }
}

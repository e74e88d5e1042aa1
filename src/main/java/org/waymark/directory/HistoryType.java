package org.waymark.directory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.FieldType;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Decodes what the route ledger says about the data of entries, a line for each. */
final class HistoryType implements FieldType.CustomType<DataHistory> {
    private static final Pattern LINE =
            Pattern.compile("([a-z0-9-]+/[a-z0-9-]+) (\\d{4}-\\d\\d-\\d\\d) (\\d{4}-\\d\\d-\\d\\d) ([0-9a-f]{16}|"
                    + DataHistory.GONE + ")");
    private static final String HELP = "delete the line; `waymark routes --update` writes it anew";

    @Override
    public Outcome<DataHistory> decode(String name, Value value) {
        if (!(value instanceof Sequence list)) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_VALUE,
                    value.span(),
                    "`" + name + "` must be a list of lines of the form `" + example() + "`",
                    "delete `" + name + "` and its value; `waymark routes --update` writes them anew"));
        }
        var lines = new ArrayList<EntryHistory>();
        var seals = new ArrayList<String>();
        var faults = new ArrayList<Diagnostic>();
        for (Value item : list.items()) {
            String text = item instanceof Scalar scalar ? scalar.text().strip() : "";
            Optional<EntryHistory> line = line(text);
            line.ifPresent(lines::add);
            if (text.startsWith(DataHistory.SEAL)) {
                seals.add(text);
            } else if (line.isEmpty()) {
                faults.add(Diagnostic.of(
                        Codes.INVALID_VALUE, item.span(), "expected a line of the form `" + example() + "`", HELP));
            }
        }
        return Outcome.of(DataHistory.of(lines, seals), faults);
    }

    private static Optional<EntryHistory> line(String text) {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EntryHistory(
                    parts.group(1),
                    LocalDate.parse(parts.group(2)),
                    LocalDate.parse(parts.group(3)),
                    Optional.of(parts.group(4)).filter(digest -> !digest.equals(DataHistory.GONE))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "items", Map.of("type", "string"));
    }

    @Override
    public String example() {
        return "service/introduction 2026-01-31 2026-03-01 3f2a9c1b5d6e7f80";
    }
}

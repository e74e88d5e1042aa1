package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Kind;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/**
 * A user's list that maps the columns of other people's tables: a heading and the name of a field on each line, or only
 * a heading whose column is left out.
 *
 * @param fields by headings in lower case; empty for a column that is left out
 */
record ColumnNames(Map<String, Optional<String>> fields) {
    /** Stands for all headings that have no meaning. */
    private static final String OTHERS = "*";

    static final ColumnNames NONE = new ColumnNames(Map.of());

    ColumnNames {
        fields = Map.copyOf(fields);
    }

    /** Reads the list. */
    static Outcome<ColumnNames> read(SourceFile file, Kind kind) {
        var yaml = ContentReader.readYaml(file);
        if (yaml.value().isEmpty() || !yaml.diagnostics().isEmpty()) {
            return yaml.diagnostics().isEmpty() ? Outcome.of(NONE) : Outcome.failed(yaml.diagnostics());
        }
        if (!(yaml.value().get() instanceof Mapping mapping)) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_VALUE,
                    yaml.value().get().span(),
                    "a list of columns must have lines of the form `Heading: field`",
                    "write a heading and the name of a field on each line, or only a heading to leave its column out"));
        }
        var headings = new Headings(kind, NONE);
        var fields = new LinkedHashMap<String, Optional<String>>();
        List<Diagnostic> found = new ArrayList<>();
        for (Member member : mapping.members()) {
            String field = member.value().orElse(null) instanceof Scalar scalar
                    ? scalar.text().strip()
                    : "";
            if (!field.isEmpty() && headings.meaning(field).isEmpty()) {
                found.add(Diagnostic.of(
                        Codes.UNKNOWN_FIELD,
                        member.value().orElseThrow().span(),
                        kind.phrase() + " has no field `" + field + "`",
                        headings.question(field).orElse("it has " + String.join(", ", headings.names()))));
            }
            fields.put(folded(member.key().text()), Optional.of(field).filter(name -> !name.isEmpty()));
        }
        return found.isEmpty() ? Outcome.of(new ColumnNames(fields)) : Outcome.failed(found);
    }

    /** The content of a column; empty if it is not in the list. */
    Optional<Optional<String>> find(String heading) {
        return Optional.ofNullable(fields.get(folded(heading)));
    }

    /** Whether columns that neither the list nor a field names are left out too. */
    boolean leavesOutOthers() {
        return fields.containsKey(OTHERS);
    }

    private static String folded(String heading) {
        return heading.replaceAll("[\\s\u00A0\u202F]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}

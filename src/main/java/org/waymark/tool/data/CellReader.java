package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.FieldType;
import org.waymark.schema.Reference;
import org.waymark.schema.YesNo;
import org.waymark.source.CellList;
import org.waymark.source.Edit;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * Turns a cell into the value of a field as an editor would write it: ids for names of entries, the exact word of a
 * choice, and whatever a certain fix would change.
 */
final class CellReader {
    private static final Map<String, String> ANSWERS =
            Map.of("yes", "yes", "y", "yes", "true", "yes", "no", "no", "n", "no", "false", "no");

    /** A long number, such as a phone number, that a spreadsheet has shortened irreversibly. */
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+\\d+");

    private final NameIndex names;

    CellReader(NameIndex names) {
        this.names = names;
    }

    /** The value of a cell that is not blank. */
    Outcome<Value> read(Column column, Cell cell) {
        if (cell.form() == Cell.Form.FAULTY) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    cell.span(),
                    "the cell holds a formula without a result: `" + shortened(cell.text()) + "`",
                    "open the file in a spreadsheet, replace the formula by its value, and save it"));
        }
        if (SHORTENED.matcher(cell.text()).matches()) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    cell.span(),
                    "a spreadsheet has shortened a long number to `" + cell.text() + "`, and its last digits are lost",
                    "give the column the format Text in the spreadsheet, then type the number again"));
        }
        if (!column.isOfTexts()) {
            return CellYaml.read(cell)
                    .map(Outcome::of)
                    .orElseGet(() -> Outcome.failed(Diagnostic.of(
                            Codes.INVALID_VALUE,
                            cell.span(),
                            "`" + column.name() + "` cannot be read",
                            "write it as in a file, such as `" + column.type().example() + "`")));
        }
        if (!column.isList()) {
            return one(column, cell, cell.text()).map(text -> new Scalar(text, cell.span()));
        }
        var items = new ArrayList<Value>();
        var found = new ArrayList<Diagnostic>();
        for (String text : parts(column, cell.text())) {
            Outcome<String> one = one(column, cell, text);
            found.addAll(one.diagnostics());
            one.value().ifPresent(item -> items.add(new Scalar(item, cell.span())));
        }
        return found.isEmpty() ? Outcome.of(new Sequence(items, false, cell.span())) : Outcome.failed(found);
    }

    /** The values in a cell. Commas also separate them if no value contains one. */
    private List<String> parts(Column column, String text) {
        List<String> parts = CellList.split(text);
        FieldType<?> type = column.itemType();
        boolean hasNames = type instanceof Reference || !type.choices().isEmpty();
        return parts.size() == 1 && hasNames && text.indexOf(',') >= 0 && !isKnown(type, text)
                ? List.of(text.split("\\s*,\\s*"))
                : parts;
    }

    private boolean isKnown(FieldType<?> type, String text) {
        return type instanceof Reference reference
                ? !names.find(reference, text).isEmpty()
                : choice(type, text).isPresent();
    }

    private static Optional<String> choice(FieldType<?> type, String text) {
        return type.choices().stream()
                .filter(word -> word.equalsIgnoreCase(text.strip().replaceAll("\\s+", " ")))
                .findFirst();
    }

    private Outcome<String> one(Column column, Cell cell, String text) {
        FieldType<?> type = column.itemType();
        if (type instanceof Reference reference) {
            return reference(column, reference, cell, text);
        }
        if (type instanceof YesNo) {
            return Outcome.of(ANSWERS.getOrDefault(text.toLowerCase(Locale.ROOT), text));
        }
        return Outcome.of(choice(type, text).orElseGet(() -> corrected(type, column.name(), text)));
    }

    /** The text after a certain fix, if it has a fault with one. */
    private static String corrected(FieldType<?> type, String name, String text) {
        var span = new Span("cell", 1, 1, 1, text.length() + 1);
        if (text.indexOf('\n') >= 0) {
            return text;
        }
        return type.decode(name, new Scalar(text, span)).diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .flatMap(Diagnostic::fix)
                .filter(fix -> fix.isCertain() && fix.edits().size() == 1)
                .map(Fix::edits)
                .map(edits -> edits.get(0))
                .filter(edit -> edit.span().equals(span))
                .map(Edit::text)
                .orElse(text);
    }

    private Outcome<String> reference(Column column, Reference reference, Cell cell, String text) {
        List<String> found = names.find(reference, text);
        if (found.size() == 1) {
            return Outcome.of(found.get(0));
        }
        String what =
                reference.isQualified() ? "entry" : names.noun(reference.kinds().get(0));
        if (found.size() > 1) {
            return Outcome.failed(Diagnostic.of(
                    Codes.UNKNOWN_REFERENCE,
                    cell.span(),
                    "more than one " + what + " is called `" + shortened(text) + "`",
                    "write the id: " + String.join(" or ", found)));
        }
        return Outcome.failed(Diagnostic.of(
                Codes.UNKNOWN_REFERENCE,
                cell.span(),
                "no " + what + " is called `" + shortened(text) + "`",
                DidYouMean.question(text, names.known(reference))
                        .orElse("`" + column.name() + "` takes an id or a name; add the entry first")));
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}

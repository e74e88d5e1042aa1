package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.FileChange;
import org.waymark.source.Span;

/**
 * What an import would do.
 *
 * @param path of the table
 * @param absent how many entries of the kind the table does not have; they stay
 * @param remarks what else the user should know, each in a sentence without its full stop
 */
public record ImportPlan(
        Kind kind,
        String path,
        List<FileChange> changes,
        List<ImportedRow> rows,
        int added,
        int updated,
        int absent,
        List<String> remarks) {
    /** How many rows agree with their entry already. */
    public int unchanged() {
        return rows.size() - added - updated;
    }

    /**
     * The errors that the directory has only with the import, at the cells that cause them, if possible.
     *
     * @param before what was wrong with the directory
     * @param after what is wrong with it once it is changed
     * @param changed the changed directory
     */
    public List<Diagnostic> faults(List<Diagnostic> before, List<Diagnostic> after, Directory changed) {
        Set<String> known = new HashSet<>();
        before.forEach(finding -> known.add(identity(finding)));
        Map<Id, ImportedRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        List<Entry> entries = changed.entries(kind).toList();
        var faults = new ArrayList<Diagnostic>();
        for (Diagnostic finding : after) {
            if (finding.isError() && !known.contains(identity(finding))) {
                faults.add(place(finding.span(), entries, byId)
                        .map(span -> new Diagnostic(
                                finding.code(),
                                finding.severity(),
                                span,
                                finding.message(),
                                finding.help(),
                                List.of(),
                                Optional.empty()))
                        .orElse(finding));
            }
        }
        faults.sort(Diagnostic.ORDER);
        return faults;
    }

    private static String identity(Diagnostic finding) {
        return finding.span().path() + "\n" + finding.code() + "\n" + finding.message();
    }

    private Optional<Span> place(Span fault, List<Entry> entries, Map<Id, ImportedRow> byId) {
        return entries.stream()
                .filter(entry -> entry.path().equals(fault.path())
                        && entry.origin().whole().startLine() <= fault.startLine())
                .max(Comparator.comparing(entry -> entry.origin().whole()))
                .flatMap(entry -> Optional.ofNullable(byId.get(entry.id()))
                        .map(row -> field(fault, entry)
                                .map(row::placeOf)
                                .orElse(row.place().span())));
    }

    /** The field in whose value a fault is. */
    private static Optional<String> field(Span fault, Entry entry) {
        return entry.kind().fields().stream()
                .filter(field -> entry.origin()
                        .given(field)
                        .filter(value -> value.startLine() <= fault.startLine() && value.endLine() >= fault.startLine())
                        .isPresent())
                .map(Field::name)
                .findFirst();
    }
}

package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.schema.Kind;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.tool.edit.NewValue;

/** Checks an entry as a row would leave it. */
record RowCheck(Kind kind, List<Diagnostic> found) {
    /** Reports what the types of the fields do not allow, and what a new entry lacks. */
    void check(ImportedRow row, Mapping typed) {
        if (row.entry().isPresent() && row.values().isEmpty()) {
            return;
        }
        List<Member> members = new ArrayList<>(typed.members());
        for (NewValue each : row.values()) {
            members.removeIf(member -> member.key().text().equals(each.field().name()));
            each.value()
                    .ifPresent(value -> members.add(new Member(
                            new Scalar(
                                    each.field().name(),
                                    row.placeOf(each.field().name())),
                            Optional.of(value))));
        }
        kind
                .decode(
                        row.id(),
                        new Mapping(members, row.place().span()),
                        row.place().span(),
                        Optional.empty())
                .diagnostics()
                .stream()
                .filter(finding -> finding.isError() && isOfRow(finding, row))
                .filter(finding -> !isMissing(finding, row))
                .map(finding -> finding.withFix(Optional.empty()))
                .forEach(found::add);
        kind.fields().stream()
                .filter(field -> field.isRequired()
                        && members.stream()
                                .noneMatch(member -> member.key().text().equals(field.name())))
                .map(field -> Diagnostic.of(
                        Codes.MISSING_FIELD,
                        row.placeOf(field.name()),
                        kind.phrase() + " needs `" + field.name() + "`",
                        "write " + field.doc() + ", such as `" + field.type().example() + "`"))
                .forEach(found::add);
    }

    /** Whether a finding is that of a required field, whose help would be about lines of a file. */
    private static boolean isMissing(Diagnostic finding, ImportedRow row) {
        return finding.code().equals(Codes.MISSING_FIELD)
                && finding.span().equals(row.place().span());
    }

    /** Whether a finding is about a cell, rather than about what the file of the entry says already. */
    private static boolean isOfRow(Diagnostic finding, ImportedRow row) {
        return row.entry()
                .filter(entry -> entry.path().equals(finding.span().path()))
                .isEmpty();
    }
}

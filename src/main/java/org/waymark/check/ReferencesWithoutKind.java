package org.waymark.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.schema.Ref;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;

/**
 * The cures of references that lack the kind: where only one of the possible entries exists, or one in the folder that is
 * written instead, it was meant.
 */
final class ReferencesWithoutKind {
    private ReferencesWithoutKind() {}

    /** The findings from reading the files, with these cures. */
    static List<Diagnostic> cured(Directory directory, List<Diagnostic> reading) {
        Map<Span, Ref> lacking = new HashMap<>();
        directory
                .entries()
                .forEach(entry -> entry.fields()
                        .references()
                        .filter(Ref::lacksKind)
                        .forEach(ref -> lacking.put(ref.span(), ref)));
        return lacking.isEmpty()
                ? reading
                : reading.stream()
                        .map(finding -> Optional.of(finding)
                                .filter(each -> each.code().equals(Codes.INVALID_VALUE))
                                .flatMap(each -> Optional.ofNullable(lacking.get(each.span())))
                                .map(ref -> cured(directory, finding, ref))
                                .orElse(finding))
                        .toList();
    }

    private static Diagnostic cured(Directory directory, Diagnostic finding, Ref ref) {
        List<Ref> known = ref.ofEachKind()
                .filter(directory::isDeclared)
                .filter(each -> ref.folder().isEmpty()
                        || ref.folder().equals(directory.kinds().of(each).plural()))
                .toList();
        if (known.size() != 1) {
            return finding;
        }
        String meant = known.get(0).kind() + "/" + ref.id();
        boolean isNew = inSameField(directory, ref)
                .noneMatch(other -> !other.lacksKind()
                        && other.kind().equals(known.get(0).kind())
                        && other.id().equals(ref.id()));
        String written = (ref.folder().isEmpty() ? "" : ref.folder() + "/") + ref.id();
        return finding.withHelp(Optional.of(
                        ref.folder().isEmpty() ? "write the kind before it: `" + meant + "`" : "write `" + meant + "`"))
                .withFix(new Scalar(written, ref.span()).written().map(span -> Fix.change(span, meant, isNew)));
    }

    /** The references of the field; a list may not name an entry twice. */
    private static Stream<Ref> inSameField(Directory directory, Ref ref) {
        return directory.entries().stream()
                .filter(entry -> entry.path().equals(ref.span().path()))
                .flatMap(entry -> entry.kind().fields().stream()
                        .map(field -> entry.fields().references(field).toList()))
                .filter(references -> references.contains(ref))
                .flatMap(List::stream);
    }
}

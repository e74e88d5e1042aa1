package org.waymark.directory;

import java.util.Optional;
import org.waymark.schema.Kind;
import org.waymark.schema.ShownFirst;
import org.waymark.source.Span;

/** Checks what the pages of kinds show first. */
final class ShownFirstCheck {
    private static final String FIRST = "shown-first";

    private final ShapeFindings findings;

    ShownFirstCheck(ShapeFindings findings) {
        this.findings = findings;
    }

    void check(Kind kind, ShownFirst first) {
        if (!kind.place().isFolder()) {
            findings.invalid(
                    kind.placeOf(FIRST),
                    "entries of one file share a page, so nothing can be shown first for each",
                    "remove it");
            return;
        }
        if (first.through().isEmpty() && first.show().isEmpty()) {
            findings.invalid(
                    kind.placeOf(FIRST),
                    "it does not say which entries are shown",
                    "add a line such as `through: course.venue`, for the courses that name a venue");
        }
        if (first.property().isPresent() && kind.presentation().thing().isEmpty()) {
            findings.invalid(
                    place(first, "schema-org"),
                    "these entries have no type in schema.org yet, so they have no properties",
                    "add a line such as `schema-org: {type: Thing}` for the kind, or remove this one");
        }
        int before = findings.count();
        first.through().ifPresent(through -> through(kind, first, through));
        if (findings.count() > before) {
            return;
        }
        first.show().ifPresent(show -> show(kind, first, show));
        if (!first.evidence().isEmpty()
                && (first.through().isEmpty() || first.show().isEmpty())) {
            findings.invalid(
                    place(first, ShownFirst.EVIDENCE),
                    "no other entries lead to those that are shown",
                    "remove the line, or write both `through` and `show`");
            return;
        }
        first.evidence()
                .forEach(path -> begins(first, ShownFirst.EVIDENCE, path, kind)
                        .ifPresent(found -> findings.line(found, place(first, ShownFirst.EVIDENCE))));
    }

    private void through(Kind kind, ShownFirst first, Kind.FieldOfKind through) {
        path(first, ShownFirst.THROUGH, through)
                .filter(path ->
                        path.isForReaders() && !path.targets(findings.kinds()).contains(kind))
                .ifPresent(path -> findings.invalid(
                        place(first, ShownFirst.THROUGH),
                        "`" + through + "` does not lead to " + kind.noun().many(),
                        "write a kind, a dot and its reference to this kind"));
    }

    private void show(Kind kind, ShownFirst first, Kind.FieldOfKind show) {
        begins(first, ShownFirst.SHOW, show, kind)
                .filter(path ->
                        path.isForReaders() && path.targets(findings.kinds()).isEmpty())
                .ifPresent(path -> findings.invalid(
                        place(first, ShownFirst.SHOW),
                        "`" + show + "` does not lead to entries",
                        "write the name of a reference"));
    }

    /** A path that begins where the chain before it ends. */
    private Optional<FieldPath> begins(ShownFirst first, String part, Kind.FieldOfKind written, Kind kind) {
        String from = first.through().map(Kind.FieldOfKind::kind).orElse(kind.name());
        if (written.field().isEmpty()) {
            findings.invalid(
                    place(first, part),
                    "`" + written + "` is not a kind, a dot and a field",
                    "write both, such as `" + from + "." + written + "`");
            return Optional.empty();
        }
        if (!written.kind().equals(from)) {
            findings.invalid(
                    place(first, part),
                    "`" + written + "` begins at `" + written.kind() + "`, but must begin at `" + from + "`",
                    "begin with `" + from + ".`, or change `through`");
            return Optional.empty();
        }
        return path(first, part, written);
    }

    /** A path that begins with the name of a kind. */
    private Optional<FieldPath> path(ShownFirst first, String part, Kind.FieldOfKind written) {
        Optional<Kind> from = findings.shape().kind(written.kind());
        if (from.isEmpty()) {
            findings.unknownKind(place(first, part), written.kind());
            return Optional.empty();
        }
        return findings.isAtFault(from.get())
                ? Optional.empty()
                : findings.path(from.get(), written.field(), part, place(first, part));
    }

    private static Span place(ShownFirst first, String part) {
        return first.origin().of(part);
    }
}

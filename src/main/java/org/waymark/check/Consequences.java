package org.waymark.check;

import java.util.Set;
import org.waymark.content.ProjectShape;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Kinds;
import org.waymark.schema.Kind;

/** Findings that may follow from a fault of the shape, which is itself reported: one fault is one finding. */
final class Consequences {
    /** Reported when something is missing, though it may be in a field or an entry that could not be checked. */
    private static final Set<Code> OF_WHAT_IS_MISSING = Set.of(
            Codes.UNREFERENCED_ENTRY,
            Codes.UNUSED_FILE,
            Codes.UNUSED_ALLOW,
            Codes.UNEXPLAINED_ACRONYM,
            Codes.UNDEFINED_TERM_USE,
            Codes.FIGURE_NOT_IN_TEXT,
            Codes.VANISHED_ROUTE,
            Codes.UNKNOWN_TEMPLATE,
            Codes.MISSING_STATEMENT,
            Codes.MISSING_LABELS);

    /** Reported when a file belongs to no kind, though it may belong to one whose folder is unknown. */
    private static final Set<Code> OF_FOLDERS = Set.of(Codes.UNKNOWN_FILE, Codes.BROKEN_LINK);

    private final Kinds kinds;
    private final boolean hasUnknownPlaces;

    Consequences(Kinds kinds) {
        this.kinds = kinds;
        hasUnknownPlaces = kinds.forReaders().stream().anyMatch(kind -> kind.place() instanceof Kind.UnknownPlace);
    }

    /** Whether it is about a file of the shape in another folder: that is the fault itself. */
    private static boolean isMisplacedPart(Diagnostic finding) {
        return finding.code().equals(Codes.UNKNOWN_FILE)
                && ProjectShape.meantPath(finding.span().path()).isPresent();
    }

    boolean contains(Diagnostic finding) {
        return OF_WHAT_IS_MISSING.contains(finding.code())
                || (hasUnknownPlaces && OF_FOLDERS.contains(finding.code()) && !isMisplacedPart(finding))
                || kinds.claiming(finding.span().path())
                        .filter(kind -> !kind.isSound())
                        .isPresent();
    }
}

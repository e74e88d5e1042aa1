package org.waymark.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.schema.Shape;
import org.waymark.schema.Text;
import org.waymark.source.Span;

/** The findings about a shape while it is checked, and what all checks of it ask. */
final class ShapeFindings {
    private final Shape shape;
    private final Kinds kinds;
    private final List<Diagnostic> found = new ArrayList<>();
    /** The kinds whose files have known errors. */
    private final Set<Kind> atFault;

    private final Set<Kind> doubtful = new HashSet<>();

    ShapeFindings(Shape shape, Set<Kind> atFault) {
        this.shape = shape;
        this.atFault = new HashSet<>(atFault);
        kinds = new Kinds(shape);
    }

    Shape shape() {
        return shape;
    }

    Kinds kinds() {
        return kinds;
    }

    List<Diagnostic> all() {
        return found;
    }

    int count() {
        return found.size();
    }

    void add(Diagnostic finding) {
        found.add(finding);
    }

    /** The kinds whose entries cannot be checked. */
    Set<Kind> doubtful() {
        return doubtful;
    }

    boolean isAtFault(Kind kind) {
        return atFault.contains(kind);
    }

    void addFaulty(Kind kind) {
        atFault.add(kind);
    }

    /** Checks a kind whose parts are all correct. */
    void judge(Kind kind, Runnable stage) {
        if (!atFault.contains(kind)) {
            int before = found.size();
            stage.run();
            if (found.size() > before) {
                atFault.add(kind);
            }
        }
    }

    /** Records that the entries of a kind are unknown. */
    void doubt(Kind kind) {
        atFault.add(kind);
        doubtful.add(kind);
    }

    void unknownKind(Span place, String name) {
        Optional<Kind> misnamed = shape.kinds().stream()
                .filter(kind -> Id.from(kind.noun().one()).value().equals(name))
                .findFirst();
        if (misnamed.filter(
                        kind -> kind.name().equals(Id.from(kind.noun().many()).value()))
                .isPresent()) {
            fileName(misnamed.get(), name);
            return;
        }
        List<String> known = shape.kinds().stream().map(Kind::name).toList();
        report(
                Codes.UNKNOWN_REFERENCE,
                place,
                "no kind is called `" + name + "`",
                misnamed.or(() -> shape.kind(name))
                        .map(meant -> "did you mean `" + meant.name() + "`?")
                        .or(() -> DidYouMean.question(name, known))
                        .orElseGet(() -> "the kinds are " + String.join(", ", known)));
    }

    /** A file that is not called what the kind is called, though others name it so. */
    private void fileName(Kind kind, String name) {
        Span whole = kind.origin().whole();
        report(
                Codes.UNKNOWN_REFERENCE,
                new Span(whole.path(), whole.start(), whole.start()),
                "this file makes `" + kind.name() + "` the name of the kind, but other files name it `" + name + "`",
                "rename it to `" + name + ".yaml`, or write `" + kind.name() + "` in the other files");
    }

    /** A kind by its name alone: the files of a shape do not name kinds in the plural. */
    Optional<Kind> named(String name) {
        return shape.kinds().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** A path named in a part of the file; reported if it does not exist. */
    Optional<FieldPath> path(Kind kind, String written, String part) {
        String word = part.indexOf('.') < 0 ? part : part.substring(0, part.indexOf('.'));
        return path(kind, written, word, kind.placeOf(part, written));
    }

    Optional<FieldPath> path(Kind kind, String written, String part, Span place) {
        Optional<FieldPath> path = field(kind, written, part, place);
        if (path.filter(found -> !found.isForReaders()).isPresent()) {
            invalid(
                    place,
                    "`" + written + "` is for editors only, so readers cannot see it under `" + part + "`",
                    "remove it here, or let readers see the field");
        }
        return path;
    }

    /** A path whose values readers need not see. */
    Optional<FieldPath> field(Kind kind, String written, String part, Span place) {
        Optional<FieldPath> path = FieldPath.of(kinds, kind, written);
        if (isUnknowable(kind, written)) {
            return Optional.empty();
        }
        if (path.isEmpty()) {
            List<String> known = kind.fields().stream().map(Field::name).toList();
            report(
                    Codes.UNKNOWN_REFERENCE,
                    place,
                    "`" + written + "` under `" + part + "` does not lead to a field",
                    DidYouMean.question(written, known)
                            .or(() -> ofRole(kind, written))
                            .orElse(
                                    "write the name of a field of this kind, or of a reference, a dot and a field of what it"
                                            + " names"));
        }
        return path;
    }

    /** Help if the name of a role was written instead of the field that has it. */
    private static Optional<String> ofRole(Kind kind, String written) {
        return Stream.of(Role.values())
                .filter(role -> role.word().equals(written))
                .flatMap(role -> kind.field(role).stream())
                .map(field -> "the field with the role `" + written + "` is `" + field.name() + "`")
                .findFirst();
    }

    /** Whether a path goes through a faulty field or kind, so its end is unknown. */
    boolean isUnknowable(Kind from, String written) {
        Optional<Kind> at = Optional.of(from);
        for (String name : written.split("\\.", -1)) {
            if (at.isEmpty()) {
                return false;
            }
            if (!at.get().equals(from) && atFault.contains(at.get())) {
                return true;
            }
            Optional<Field<?>> field = at.get().field(name);
            if (field.filter(Field::isOpen).isPresent()) {
                return true;
            }
            List<Kind> next = field.stream()
                    .filter(found -> found.itemType() instanceof Reference)
                    .flatMap(found -> ((Reference) found.itemType()).kinds().stream())
                    .flatMap(named -> shape.kind(named).stream())
                    .toList();
            if (next.stream().anyMatch(each -> !each.equals(from) && atFault.contains(each))) {
                return true;
            }
            at = next.stream().findFirst();
        }
        return false;
    }

    /** What fits on a line of its own. */
    void line(FieldPath path, Span place) {
        FieldType<?> type = path.last().itemType();
        boolean isAddress = type == PostalAddress.BRITISH || type == PostalAddress.OTHER;
        if (type instanceof Text || (type instanceof Group<?> && !isAddress)) {
            invalid(
                    place,
                    "`" + path + "` does not fit on one line",
                    "name fields such as a place, a phone number or a web address");
        }
    }

    void invalid(Span place, String message, String help) {
        report(Codes.INVALID_VALUE, place, message, help);
    }

    void report(Code code, Span place, String message, String help) {
        Diagnostic finding = Diagnostic.of(code, place, message, help);
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }
}

package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.model.Directory;
import org.waymark.model.Kinds;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Placed;
import org.waymark.schema.Ref;

/** A field names an entry that does not exist. */
final class UnknownReference implements Rule {
    @Override
    public Code code() {
        return Codes.UNKNOWN_REFERENCE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.documents().stream()
                .flatMap(document -> document.fields().references())
                .filter(ref -> !directory.isDeclared(ref.target(), ref.id()))
                .map(ref -> report(directory, ref));
    }

    private Diagnostic report(Directory directory, Ref<?> ref) {
        Kind<?> kind = Kinds.of(ref.target());
        List<String> known = directory.declaredIds(ref.target()).stream()
                .map(Id::value)
                .sorted()
                .toList();
        String message = "no " + kind.name().replace('-', ' ') + " is called `" + ref.id() + "`";
        Optional<String> help = currentId(directory, kind, ref.id())
                .map(id -> "it is called `" + id + "` now")
                .or(() -> directory.gone(kind, ref.id()).map(Gone::since))
                .or(() -> DidYouMean.question(ref.id().value(), known));
        return Diagnostic.of(code(), ref.span(), message)
                .withHelp(Optional.of(
                        help.orElse("`waymark list " + kind.name() + "` lists them; a new one is a file in `"
                                + kind.place().path() + "`")));
    }

    private static Optional<Id> currentId(Directory directory, Kind<?> kind, Id former) {
        return directory.formerIds().entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .filter(entry -> entry.getValue().stream().map(Placed::value).anyMatch(former::equals))
                .map(entry -> entry.getKey().id())
                .findFirst();
    }
}

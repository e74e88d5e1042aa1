package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Fix;
import org.waymark.model.Directory;
import org.waymark.model.GoneEntry;
import org.waymark.model.Kinds;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Placed;
import org.waymark.schema.Ref;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;

/** A field names an entry that does not exist. */
final class UnknownReference implements Rule {
    @Override
    public Code code() {
        return Codes.UNKNOWN_REFERENCE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        List<List<GoneEntry>> loops = RedirectLoop.loops(directory);
        return directory.documents().stream()
                .flatMap(document -> document.fields().references())
                .filter(ref -> !directory.isDeclared(ref.target(), ref.id()))
                .filter(ref -> !RedirectLoop.contains(loops, ref))
                .map(ref -> report(directory, ref));
    }

    private Diagnostic report(Directory directory, Ref<?> ref) {
        Kind<?> kind = Kinds.of(ref.target());
        List<String> known = directory.declaredIds(ref.target()).stream()
                .map(Id::value)
                .sorted()
                .toList();
        String message = "no " + kind.name().replace('-', ' ') + " is called `" + ref.id() + "`";
        boolean withKind = ref.span().isAsLongAs(new EntryName(kind, ref.id()).toString());
        Optional<Span> place =
                withKind ? Optional.of(ref.span()) : new Scalar(ref.id().value(), ref.span()).written();
        Optional<Id> current = currentId(directory, kind, ref.id());
        if (current.isPresent()) {
            return Diagnostic.of(code(), ref.span(), message, "it is called `" + current.get() + "` now")
                    .withFix(place.map(span -> Fix.change(span, typed(kind, current.get(), withKind), true)));
        }
        Optional<GoneEntry> gone = directory.gone(kind, ref.id());
        if (gone.isPresent()) {
            // What is gone leads its readers on at once: the notice that led here may as well name where they end.
            return Diagnostic.of(code(), ref.span(), message, Gone.since(directory, gone.get()))
                    .withFix(place.filter(span -> withKind)
                            .flatMap(span -> Gone.heir(directory, gone.get())
                                    .map(heir -> Fix.change(span, heir.toString(), true))));
        }
        Optional<Suggestion> near = DidYouMean.suggest(ref.id().value(), known);
        String help = near.map(Suggestion::question)
                .orElse("`waymark list " + kind.name() + "` lists them; a new one is a file in `"
                        + kind.place().path() + "`");
        return Diagnostic.of(code(), ref.span(), message, help)
                .withFix(near.flatMap(name -> place.map(
                        span -> Fix.change(span, typed(kind, new Id(name.name()), withKind), name.isCertain()))));
    }

    private static String typed(Kind<?> kind, Id id, boolean withKind) {
        return withKind ? new EntryName(kind, id).toString() : id.value();
    }

    private static Optional<Id> currentId(Directory directory, Kind<?> kind, Id former) {
        return directory.formerIds().entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .filter(entry -> entry.getValue().stream().map(Placed::value).anyMatch(former::equals))
                .map(entry -> entry.getKey().id())
                .findFirst();
    }
}

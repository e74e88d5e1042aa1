package org.waymark.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
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
        var lookup = new Lookup(directory, directory.byFormerName(), new Gone(directory), new Suggestions());
        List<Ref> onHomePage = directory.kinds().shape().home().references().toList();
        return Stream.concat(
                        directory.entries().stream()
                                .map(entry -> entry.fields().references().toList()),
                        Stream.of(onHomePage))
                .flatMap(references -> {
                    List<Ref> unknown = references.stream()
                            .filter(ref -> !ref.lacksKind())
                            .filter(ref -> !directory.isDeclared(ref))
                            .filter(ref -> directory.kinds().of(ref).isSound())
                            .filter(ref -> !RedirectLoop.contains(loops, ref))
                            .toList();
                    Set<Id> known = unknown.isEmpty()
                            ? Set.of()
                            : references.stream().map(Ref::id).collect(Collectors.toSet());
                    return unknown.stream().map(ref -> report(lookup, ref, known));
                });
    }

    /** Caches the lookups of all references of a run. */
    private record Lookup(Directory directory, Map<EntryName, Entry> former, Gone gone, Suggestions suggestions) {
        Optional<Id> currentId(Kind kind, Id id) {
            return Optional.ofNullable(former.get(new EntryName(kind, id))).map(Entry::id);
        }

        /** The only entry whose name makes this id, since people sometimes type the name. */
        Optional<Entry> named(Kind kind, Id id) {
            List<Entry> found = directory
                    .entries(kind)
                    .filter(entry -> Id.from(entry.label()).equals(id))
                    .limit(2)
                    .toList();
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        }

        Optional<Suggestion> near(Kind kind, Id id) {
            return suggestions.of(
                    id.value(),
                    kind.name(),
                    () -> directory.declaredIds(kind.name()).stream()
                            .map(Id::value)
                            .sorted()
                            .toList());
        }
    }

    /** @param known the entries already referred to; a fix to one of them would repeat it */
    private Diagnostic report(Lookup lookup, Ref ref, Set<Id> known) {
        Kind kind = lookup.directory().kinds().of(ref);
        String message = "no " + kind.noun().one() + " is called `" + ref.id() + "`";
        boolean withKind = ref.span().isAsLongAs(new EntryName(kind, ref.id()).toString());
        Optional<Span> place =
                withKind ? Optional.of(ref.span()) : new Scalar(ref.id().value(), ref.span()).written();
        Optional<Id> current = lookup.currentId(kind, ref.id());
        if (current.isPresent()) {
            return Diagnostic.of(code(), ref.span(), message, "it is called `" + current.get() + "` now")
                    .withFix(place.map(span ->
                            Fix.change(span, typed(kind, current.get(), withKind), !known.contains(current.get()))));
        }
        Optional<GoneEntry> notice = lookup.directory().gone(kind, ref.id());
        if (notice.isPresent()) {
            // A removed entry redirects its readers: the notice may as well name the final target.
            return Diagnostic.of(code(), ref.span(), message, lookup.gone().since(notice.get()))
                    .withFix(place.filter(span -> withKind)
                            .flatMap(span -> lookup.gone()
                                    .heir(notice.get())
                                    .map(heir -> Fix.change(span, heir.toString(), true))));
        }
        Optional<Entry> named = lookup.named(kind, ref.id());
        if (named.isPresent()) {
            Id id = named.get().id();
            return Diagnostic.of(
                            code(),
                            ref.span(),
                            message,
                            "the id of `" + named.get().label() + "` is `" + id + "`")
                    .withFix(Optional.of(ref.span())
                            .filter(span -> span.startLine() == span.endLine())
                            .map(span -> Fix.change(span, typed(kind, id, withKind), !known.contains(id))));
        }
        Optional<Suggestion> near = lookup.near(kind, ref.id());
        String help = near.map(Suggestion::question)
                .orElse("`waymark list " + kind.name() + "` lists them; a new one is a file in `"
                        + kind.place().path() + "`");
        return Diagnostic.of(code(), ref.span(), message, help)
                .withFix(near.flatMap(name -> place.map(span -> {
                    var id = new Id(name.name());
                    return Fix.change(span, typed(kind, id, withKind), name.isCertain() && !known.contains(id));
                })));
    }

    private static String typed(Kind kind, Id id, boolean withKind) {
        return withKind ? new EntryName(kind, id).toString() : id.value();
    }
}

package org.waymark.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Visibility;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Origin;
import org.waymark.schema.Role;
import org.waymark.source.Edit;
import org.waymark.source.Span;

/** A case study gives a publication date other than the day on which readers first see it. */
final class PublishedDay implements Rule {
    @Override
    public Code code() {
        return Codes.PUBLISHED_DAY;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .filter(entry -> entry.kind().field(Role.ADDED).isPresent())
                .filter(entry -> !entry.visibility().draft() && Visibility.isReadable(entry.fields()))
                .flatMap(entry -> check(entry, directory.asOf()).stream());
    }

    private Optional<Diagnostic> check(Entry entry, LocalDate today) {
        Visibility visibility = entry.visibility();
        return entry.added()
                .flatMap(told -> visibility
                        .from()
                        .map(first -> told.equals(first)
                                ? Optional.<Diagnostic>empty()
                                : Optional.of(otherDay(entry, told, first)))
                        .orElseGet(() -> told.isAfter(today) && !visibility.hasEnded(today)
                                ? Optional.of(tooEarly(entry, told))
                                : Optional.empty()));
    }

    private Diagnostic otherDay(Entry entry, LocalDate told, LocalDate first) {
        String name = entry.kind().field(Role.ADDED).orElseThrow().name();
        Origin origin = entry.origin();
        Span place = origin.of(Role.ADDED, entry.kind());
        var change = new Fix("Set `" + name + "` to " + first, false, List.of(new Edit(place, first.toString())));
        return Diagnostic.of(
                        code(),
                        place,
                        "it says that it was published on " + told + ", but readers see it from " + first + " on",
                        "set `" + name + "` to " + first + ", since lists of news are sorted by it")
                .withNote(origin.of(CommonFields.PUBLISH_ON), "the first day is here")
                .withFix(Optional.of(change));
    }

    private Diagnostic tooEarly(Entry entry, LocalDate told) {
        return Diagnostic.of(
                code(),
                entry.origin().of(Role.ADDED, entry.kind()),
                "it says that it was published on " + told + ", but readers see it already",
                "to keep it back until then, add `publish-on: " + told + "`");
    }
}

package org.waymark.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.Visibility;
import org.waymark.schema.Origin;
import org.waymark.source.Edit;

/** A case study tells readers another day of publication than that from which they see it. */
final class PublishedDay implements Rule {
    @Override
    public Code code() {
        return Codes.PUBLISHED_DAY;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory
                .documents(CaseStudy.KIND)
                .filter(document -> !document.visibility().draft() && Visibility.isReadable(document.fields()))
                .flatMap(document -> check(document, directory.asOf()).stream());
    }

    private Optional<Diagnostic> check(Document document, LocalDate today) {
        Visibility visibility = document.visibility();
        return document.fields()
                .find(CaseStudy.PUBLISHED)
                .flatMap(told -> visibility
                        .from()
                        .map(first -> told.equals(first)
                                ? Optional.<Diagnostic>empty()
                                : Optional.of(otherDay(document.fields().origin(), told, first)))
                        .orElseGet(() -> told.isAfter(today) && !visibility.isOver(today)
                                ? Optional.of(tooEarly(document.fields().origin(), told))
                                : Optional.empty()));
    }

    private Diagnostic otherDay(Origin origin, LocalDate told, LocalDate first) {
        var change = new Fix(
                "Set `published` to " + first,
                false,
                List.of(new Edit(origin.of(CaseStudy.PUBLISHED), first.toString())));
        return Diagnostic.of(
                        code(),
                        origin.of(CaseStudy.PUBLISHED),
                        "it says that it was published on " + told + ", but readers see it from " + first + " on",
                        "set `published` to " + first + ", since lists of news are sorted by it")
                .withNote(origin.of(Visibility.PUBLISH_ON), "the first day is here")
                .withFix(Optional.of(change));
    }

    private Diagnostic tooEarly(Origin origin, LocalDate told) {
        return Diagnostic.of(
                code(),
                origin.of(CaseStudy.PUBLISHED),
                "it says that it was published on " + told + ", but readers see it already",
                "to keep it back until then, add `publish-on: " + told + "`");
    }
}

package org.waymark.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.Kinds;
import org.waymark.directory.LinkPath;
import org.waymark.directory.Visibility;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.schema.Field;
import org.waymark.source.Span;

/** Where an entry leads readers to another that is not always there, by a field or by a link in its text. */
record Lead(Document from, Span place, Document to) {
    /** All of those whose days are known. */
    static Stream<Lead> all(Directory directory) {
        // Most directories keep nothing back, and their links need not be followed.
        if (directory.documents().stream().noneMatch(Lead::isLimited)) {
            return Stream.empty();
        }
        return directory.documents().stream()
                .filter(document -> Visibility.isReadable(document.fields()))
                .flatMap(from -> Stream.concat(byFields(directory, from), byLinks(directory, from)))
                .filter(lead -> isLimited(lead.to) && Visibility.isReadable(lead.to.fields()))
                .distinct(); // a definition may be used by several links
    }

    private static boolean isLimited(Document document) {
        return !document.visibility().equals(Visibility.ALWAYS);
    }

    private static Stream<Lead> byFields(Directory directory, Document from) {
        return from.fields()
                .references()
                .filter(ref -> directory.isDeclared(ref.target(), ref.id()))
                .flatMap(ref -> directory.documentAt(Kinds.of(ref.target()).fileOf(ref.id())).stream()
                        .map(to -> new Lead(from, ref.span(), to)));
    }

    private static Stream<Lead> byLinks(Directory directory, Document from) {
        return from.body().stream()
                .flatMap(body -> body.links().stream())
                .filter(link -> !Addresses.isExternal(link.destination()))
                .flatMap(link -> target(directory, from, link).stream().map(to -> new Lead(from, link.span(), to)));
    }

    private static Optional<Document> target(Directory directory, Document from, Prose.Link link) {
        return LinkPath.resolve(from.path(), link.destination()).flatMap(path -> directory.documentAt(path.path()));
    }

    /** The first day on which readers who are at the one find that the other is not there. */
    Optional<LocalDate> deadFrom(LocalDate today) {
        return from.visibility().firstDayWithout(to.visibility(), today);
    }

    /** Why the other is not there on a day, seen from today: {@code `x` is a draft}. */
    String reason(LocalDate day, LocalDate today) {
        Visibility visibility = to.visibility();
        String name = "`" + to.id() + "` ";
        if (visibility.draft()) {
            return name + "is a draft";
        }
        if (visibility.isYetToCome(day)) {
            return name + "is published only from " + visibility.from().orElseThrow();
        }
        LocalDate end = visibility.until().orElseThrow();
        return name + (visibility.isOver(today) ? "expired on " : "expires on ") + end;
    }

    /** What to do about it. */
    String cure(LocalDate day) {
        Visibility visibility = to.visibility();
        if (visibility.draft()) {
            return "publish both together: remove `draft` there, or keep this entry back until then";
        }
        return visibility.isYetToCome(day)
                ? "give this entry a `publish-on` that is no earlier, or leave this out until then"
                : "lead readers elsewhere, or let this entry expire with the other";
    }

    /** Where the other says that it is not there on a day. */
    Span told(LocalDate day) {
        Visibility visibility = to.visibility();
        Field<?> field = visibility.draft()
                ? Visibility.DRAFT
                : visibility.isYetToCome(day) ? Visibility.PUBLISH_ON : Visibility.EXPIRE_ON;
        return to.fields().origin().of(field);
    }
}

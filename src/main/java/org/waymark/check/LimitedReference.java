package org.waymark.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.directory.Visibility;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.source.Span;

/** A reference to an entry that is not always published, by a field or by a link in the text. */
record LimitedReference(Entry from, Span place, Entry to) {
    /** All references between entries whose dates can be read. */
    static Stream<LimitedReference> all(Directory directory) {
        // Most directories have no unpublished entries, so their links need not be followed.
        if (directory.entries().stream().noneMatch(LimitedReference::isLimited)) {
            return Stream.empty();
        }
        return directory.entries().stream()
                .filter(entry -> Visibility.isReadable(entry.fields()))
                .flatMap(from -> Stream.concat(byFields(directory, from), byLinks(directory, from)))
                .filter(reference -> isLimited(reference.to) && Visibility.isReadable(reference.to.fields()))
                .distinct(); // a definition may be used by several links
    }

    private static boolean isLimited(Entry entry) {
        return !entry.visibility().equals(Visibility.ALWAYS);
    }

    private static Stream<LimitedReference> byFields(Directory directory, Entry from) {
        return from.fields()
                .references()
                .filter(ref -> directory.isDeclared(ref))
                .flatMap(ref -> directory.entryAt(directory.kinds().of(ref).fileOf(ref.id())).stream()
                        .map(to -> new LimitedReference(from, ref.span(), to)));
    }

    private static Stream<LimitedReference> byLinks(Directory directory, Entry from) {
        return from.body().stream()
                .flatMap(body -> body.links().stream())
                .filter(link -> !Addresses.isExternal(link.destination()))
                .flatMap(link ->
                        target(directory, from, link).stream().map(to -> new LimitedReference(from, link.span(), to)));
    }

    private static Optional<Entry> target(Directory directory, Entry from, Prose.Link link) {
        return LinkPath.resolve(from.path(), link.destination()).flatMap(path -> directory.entryAt(path.path()));
    }

    /** The first day on which readers see the one entry but not the other. */
    Optional<LocalDate> deadFrom(LocalDate today) {
        return from.visibility().firstDayWithout(to.visibility(), today);
    }

    /** Why the other is not published on a day, as of today: {@code `x` is a draft}. */
    String reason(LocalDate day, LocalDate today) {
        Visibility visibility = to.visibility();
        String name = "`" + to.id() + "` ";
        if (visibility.draft()) {
            return name + "is a draft";
        }
        if (visibility.startsAfter(day)) {
            return name + "is published only from " + visibility.from().orElseThrow();
        }
        LocalDate end = visibility.until().orElseThrow();
        return name + (visibility.hasEnded(today) ? "expired on " : "expires on ") + end;
    }

    /** How to fix it. */
    String cure(LocalDate day) {
        Visibility visibility = to.visibility();
        if (visibility.draft()) {
            return "publish both together: remove `draft` there, or hold this entry back until then";
        }
        return visibility.startsAfter(day)
                ? "give this entry a `publish-on` that is no earlier, or leave this out until then"
                : "point readers elsewhere, or let this entry expire with the other";
    }

    /** The field of the other entry that hides it on a day. */
    Span evidence(LocalDate day) {
        Visibility visibility = to.visibility();
        Field<?> field = visibility.draft()
                ? CommonFields.DRAFT
                : visibility.startsAfter(day) ? CommonFields.PUBLISH_ON : CommonFields.EXPIRE_ON;
        return to.origin().of(field);
    }
}

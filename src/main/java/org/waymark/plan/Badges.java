package org.waymark.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.directory.Directory;
import org.waymark.directory.Routes;
import org.waymark.directory.Visibility;
import org.waymark.schema.Kind;

/** Badges for editors that show when an entry is published. */
final class Badges {
    private Badges() {}

    /** The badges by page path; empty on a site for readers. */
    static Map<String, String> of(Directory directory) {
        if (!directory.showsUnpublished()) {
            return Map.of();
        }
        var badges = new TreeMap<String, String>();
        for (Kind kind : directory.kinds().forReaders()) {
            directory
                    .shown(kind)
                    .forEach(entry -> badge(entry.visibility(), directory.asOf())
                            .ifPresent(badge -> badges.put(Routes.of(entry).value(), badge)));
        }
        return badges;
    }

    private static Optional<String> badge(Visibility visibility, LocalDate today) {
        if (visibility.draft()) {
            return Optional.of("Draft");
        }
        if (visibility.startsAfter(today)) {
            return visibility.from().map(day -> "From " + DateText.of(day).words());
        }
        if (visibility.isOver(today)) {
            return Optional.of("Expired");
        }
        return visibility
                .until()
                .map(end -> "Until " + DateText.of(end.minusDays(1)).words());
    }
}

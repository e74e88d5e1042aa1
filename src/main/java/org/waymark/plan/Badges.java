package org.waymark.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.directory.Directory;
import org.waymark.directory.Routes;
import org.waymark.directory.Visibility;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;

/** Badges for editors that show when an entry is published. */
final class Badges {
    private Badges() {}

    /** The badges by page path; empty on a site for readers. */
    static Map<String, String> of(Directory directory, Labels labels) {
        if (!directory.showsUnpublished()) {
            return Map.of();
        }
        var badges = new TreeMap<String, String>();
        for (Kind kind : directory.kinds().forReaders()) {
            directory
                    .shown(kind)
                    .forEach(entry -> badge(entry.visibility(), directory.asOf(), labels)
                            .or(() -> Optional.of(labels.text("hidden-overdue"))
                                    .filter(label -> directory.isHiddenAsOverdue(entry)))
                            .ifPresent(badge -> badges.put(Routes.of(entry).value(), badge)));
        }
        return badges;
    }

    private static Optional<String> badge(Visibility visibility, LocalDate today, Labels labels) {
        if (visibility.draft()) {
            return Optional.of(labels.text("draft"));
        }
        if (visibility.startsAfter(today)) {
            return visibility.from().map(day -> labels.text("from-day", Map.of("date", labels.date(day))));
        }
        if (visibility.hasEnded(today)) {
            return Optional.of(labels.text("expired"));
        }
        return visibility.until().map(end -> labels.text("until-day", Map.of("date", labels.date(end.minusDays(1)))));
    }
}

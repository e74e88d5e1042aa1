package org.waymark.tool.links;

import java.time.LocalDate;
import java.util.Optional;
import org.waymark.tool.links.LinkResult.LinkStatus;

/**
 * The results of checking an address, and their dates.
 *
 * @param checked the day on which its server was last contacted
 * @param failingSince the first day of the current run of failures
 */
public record LinkRecord(LinkResult result, LocalDate checked, Optional<LocalDate> failingSince) {
    /** The record with the result of another check. */
    static LinkRecord after(Optional<LinkRecord> before, LinkResult result, LocalDate today) {
        Optional<LocalDate> since = before.flatMap(LinkRecord::failingSince).filter(day -> !day.isAfter(today));
        return new LinkRecord(
                result,
                today,
                switch (result.status()) {
                    case DEAD -> Optional.of(since.orElse(today));
                    case BUSY -> since; // which says nothing about the page
                    case GOOD, BARRED, PRIVATE -> Optional.empty();
                });
    }

    /** Whether a recent result still holds: the page was fine, or the server rejects programs. */
    boolean isFresh(LocalDate today, LocalDate newerThan) {
        boolean isSettled = result.status() == LinkStatus.GOOD || result.status() == LinkStatus.BARRED;
        return isSettled && checked.isAfter(newerThan) && !checked.isAfter(today);
    }
}

package org.waymark.tool.links;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The results of checking links to other sites, kept from one run to the next. For use by several threads. */
public final class LinkCache {
    /** How many days to keep an address to which nothing links, since the link may come back. */
    private static final int DAYS_WITHOUT_LINK = 90;

    private final Map<LinkUrl, LinkRecord> known;

    LinkCache(Map<LinkUrl, LinkRecord> known) {
        this.known = new ConcurrentHashMap<>(known);
    }

    public static LinkCache empty() {
        return new LinkCache(Map.of());
    }

    public Optional<LinkRecord> of(LinkUrl address) {
        return Optional.ofNullable(known.get(address));
    }

    /** Whether an address need not be checked, since it worked after a given day. */
    public boolean isFresh(LinkUrl address, LocalDate today, LocalDate newerThan) {
        return of(address).filter(each -> each.isFresh(today, newerThan)).isPresent();
    }

    public void update(LinkUrl address, LinkResult result, LocalDate today) {
        known.compute(address, (same, before) -> LinkRecord.after(Optional.ofNullable(before), result, today));
    }

    /** Removes addresses that nothing has linked to for a long time. */
    public void removeStale(Collection<LinkUrl> linked, LocalDate today) {
        Set<LinkUrl> kept = Set.copyOf(linked);
        LocalDate old = today.minusDays(DAYS_WITHOUT_LINK);
        known.entrySet()
                .removeIf(each -> !kept.contains(each.getKey())
                        && each.getValue().checked().isBefore(old));
    }

    Map<LinkUrl, LinkRecord> all() {
        return Map.copyOf(known);
    }
}

package org.waymark.tool.links;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was learnt of other people's pages, from one run to the next. For use by several threads. */
public final class LinkMemory {
    /** For so many days an address is remembered to which nothing links, since the link may only be away for a while. */
    private static final int DAYS_WITHOUT_LINK = 90;

    private final Map<WebAddress, Known> known;

    LinkMemory(Map<WebAddress, Known> known) {
        this.known = new ConcurrentHashMap<>(known);
    }

    public static LinkMemory empty() {
        return new LinkMemory(Map.of());
    }

    public Optional<Known> of(WebAddress address) {
        return Optional.ofNullable(known.get(address));
    }

    /** Whether an address need not be asked for, since it was good on a day after another. */
    public boolean isFresh(WebAddress address, LocalDate today, LocalDate newerThan) {
        return of(address).filter(each -> each.isFresh(today, newerThan)).isPresent();
    }

    public void learn(WebAddress address, Result result, LocalDate today) {
        known.compute(address, (same, before) -> Known.after(Optional.ofNullable(before), result, today));
    }

    /** Forgets the addresses to which nothing has linked for long. */
    public void tidy(Collection<WebAddress> linked, LocalDate today) {
        Set<WebAddress> kept = Set.copyOf(linked);
        LocalDate old = today.minusDays(DAYS_WITHOUT_LINK);
        known.entrySet()
                .removeIf(each -> !kept.contains(each.getKey())
                        && each.getValue().checked().isBefore(old));
    }

    Map<WebAddress, Known> all() {
        return Map.copyOf(known);
    }
}

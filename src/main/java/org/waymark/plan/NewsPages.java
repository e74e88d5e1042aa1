package org.waymark.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.FormerAddresses;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Site;
import org.waymark.directory.SitePath;
import org.waymark.plan.ListItems.NewsGroup;
import org.waymark.plan.ListItems.NewsItem;
import org.waymark.plan.ListItems.NewsMonth;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Role;

/** The page and the feeds of what is new. */
final class NewsPages {
    private static final int PAGE_LENGTH = 100;
    private static final int FEED_LENGTH = 50;

    /** This many events of one type on one day are merged into one line. */
    private static final int LEAST_FOLDED = 6;

    private final PublishedEntries entries;
    private final Site site;
    private final PageParts parts;
    private final Labels labels;

    /** The kinds whose entries record when they were added. */
    private final List<Kind> dated;

    NewsPages(Site site, PageParts parts) {
        this.site = site;
        this.parts = parts;
        entries = parts.entries();
        labels = parts.labels();
        dated = dated(entries);
    }

    private static List<Kind> dated(PublishedEntries entries) {
        return entries.kinds().byWeight().stream()
                .filter(kind ->
                        kind.place().isFolder() && kind.field(Role.ADDED).isPresent())
                .toList();
    }

    /** Whether entries of any kind record when they were added: only then is there a feed. */
    static boolean hasFeed(PublishedEntries entries) {
        return !dated(entries).isEmpty();
    }

    /** Whether entries of any kind record when they were added or reviewed: only then is there a page. */
    static boolean hasPage(PublishedEntries entries) {
        return hasFeed(entries) || entries.kinds().byWeight().stream().anyMatch(NewsPages::isReviewed);
    }

    private static boolean isReviewed(Kind kind) {
        return kind.place().isFolder() && kind.has(CommonFields.REVIEWED);
    }

    /** What feeds and the page announce: {@code new case studies}. */
    String subject() {
        return dated.isEmpty() ? labels.text("no-news") : labels.text("news", Map.of("kinds", kinds()));
    }

    private String kinds() {
        return labels.list(
                "list-and",
                dated.stream()
                        .map(kind -> labels.text("news-kind", Map.of("kind", kind.noun())))
                        .toList());
    }

    /**
     * An event.
     *
     * @param rank among the events of a day: additions first, then reviews by kind
     */
    private record News(int rank, String event, LocalDate date, Entry entry) {}

    Page whatsNew() {
        var byMonth = new LinkedHashMap<DateText, List<NewsGroup>>();
        int lines = 0;
        for (List<News> alike : alike()) {
            if (lines >= PAGE_LENGTH) {
                break;
            }
            NewsGroup group = group(alike);
            lines += group.title().isPresent() ? 1 : alike.size();
            byMonth.computeIfAbsent(DateText.ofMonth(alike.get(0).date(), labels), month -> new ArrayList<>())
                    .add(group);
        }
        List<NewsMonth> months = byMonth.entrySet().stream()
                .map(month -> new NewsMonth(month.getKey(), month.getValue()))
                .toList();
        return new Pages.WhatsNew(
                new Head(
                        Routes.WHATS_NEW,
                        labels.text("whats-new"),
                        about(),
                        List.of(parts.home()),
                        Optional.empty(),
                        Optional.empty(),
                        !months.isEmpty()),
                months);
    }

    /** The events of one type on one day together, newest first. */
    private Collection<List<News>> alike() {
        return news().sorted(newestFirst())
                .collect(Collectors.groupingBy(
                        news -> List.of(
                                news.date(), news.rank(), news.entry().kind().name()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private NewsGroup group(List<News> alike) {
        News first = alike.get(0);
        Kind kind = first.entry().kind();
        return new NewsGroup(
                alike.size() < LEAST_FOLDED
                        ? Optional.empty()
                        : Optional.of(labels.text(
                                first.rank() == 0 ? "new-entries" : "reviewed-entries",
                                Map.of("count", alike.size(), "kind", kind.noun()))),
                kind.title(),
                DateText.of(first.date(), labels),
                alike.stream().limit(PAGE_LENGTH).map(this::item).toList());
    }

    private Comparator<News> newestFirst() {
        return Comparator.comparing(News::date)
                .reversed()
                .thenComparing(News::rank)
                .thenComparing(News::entry, entries.directory().order().byLabel());
    }

    private String about() {
        return dated.isEmpty()
                ? labels.text("whats-new-reviews")
                : labels.text("whats-new-about", Map.of("kinds", kinds()));
    }

    /** Whether nothing was added or reviewed yet. */
    boolean isEmpty() {
        return news().findAny().isEmpty();
    }

    private Stream<News> news() {
        var news = new ArrayList<News>();
        List<Kind> kinds = entries.kinds().byWeight();
        for (Kind kind : dated) {
            for (Entry entry : entries.of(kind)) {
                entry.added()
                        .ifPresent(day -> news.add(
                                new News(0, labels.text("new-entry", Map.of("kind", kind.noun())), day, entry)));
            }
        }
        for (int i = 0; i < kinds.size(); i++) {
            Kind kind = kinds.get(i);
            if (isReviewed(kind)) {
                for (Entry entry : entries.of(kind)) {
                    addReview(news, entry, i + 1);
                }
            }
        }
        return news.stream();
    }

    private void addReview(List<News> news, Entry entry, int rank) {
        // A review on the day of publication is not news.
        entry.reviewed()
                .on()
                .filter(day ->
                        entry.added().filter(added -> !day.isAfter(added)).isEmpty())
                .ifPresent(day -> news.add(new News(
                        rank,
                        labels.text(
                                "reviewed-entry", Map.of("kind", entry.kind().noun())),
                        day,
                        entry)));
    }

    private NewsItem item(News news) {
        return new NewsItem(
                PageParts.link(news.entry()),
                news.event(),
                news.entry().summary().orElse(""),
                DateText.of(news.date(), labels));
    }

    /** The feed of all new entries, and one for each value of the facets that have feeds. */
    List<Feed> feeds() {
        var feeds = new ArrayList<Feed>();
        if (!hasFeed(entries)) {
            return feeds;
        }
        feeds.add(new Feed(
                Routes.FEED,
                site.title(),
                site.summary(),
                SitePath.HOME,
                items(dated.stream().flatMap(kind -> entries.of(kind).stream()).toList())));
        for (Kind kind : dated) {
            for (String word : kind.listing().feeds()) {
                addFeeds(feeds, kind, parts.path(kind, word));
            }
        }
        FormerAddresses moves = entries.kinds().formerAddresses();
        List.copyOf(feeds).forEach(feed -> moves.of(feed.path()).forEach(former -> feeds.add(feed.at(former))));
        return feeds;
    }

    private static LocalDate day(Entry entry) {
        return entry.added().orElse(LocalDate.MIN);
    }

    private void addFeeds(List<Feed> feeds, Kind kind, FieldPath path) {
        path.targets(entries.kinds()).forEach(target -> {
            for (Entry owner : entries.of(target)) {
                List<FeedItem> items = items(parts.naming(owner, path));
                feeds.add(feed(kind, owner, owner.id(), items));
                // A feed cannot redirect, so it is also published at its former addresses.
                owner.formerIds().forEach(id -> feeds.add(feed(kind, owner, id, items)));
            }
            entries.directory().notices().stream()
                    .filter(gone -> gone.was().kind().equals(target))
                    .forEach(gone -> Stream.concat(Stream.of(gone.was().id()), gone.formerIds().stream())
                            .forEach(id -> feeds.add(feed(kind, target, gone, id, path))));
        });
    }

    private Feed feed(Kind kind, Entry owner, Id id, List<FeedItem> items) {
        return new Feed(
                Routes.feedOf(owner.kind(), id),
                labels.text("page-title", Map.of("page", owner.label(), "site", site.title())),
                labels.text(
                        "feed-of-entry-about",
                        Map.of("kind", kind.noun(), "of", owner.kind().noun(), "entry", owner.label())),
                Routes.of(owner),
                items);
    }

    /** The feed of the entry that replaces it; otherwise an empty one that says it was removed. */
    private Feed feed(Kind kind, Kind target, GoneEntry gone, Id id, FieldPath path) {
        Optional<Entry> replacement =
                gone.instead().filter(ref -> ref.kind().equals(target.name())).flatMap(entries.directory()::find);
        if (replacement.isPresent()) {
            return feed(kind, replacement.get(), id, items(parts.naming(replacement.get(), path)));
        }
        return new Feed(
                Routes.feedOf(target, id),
                labels.text("page-title", Map.of("page", gone.name(), "site", site.title())),
                labels.text("gone-about", Map.of("kind", target.noun())),
                Routes.of(target, id),
                List.of());
    }

    private static List<FeedItem> items(List<Entry> entries) {
        // A list may have another order. The sort is stable.
        return entries.stream()
                .filter(entry -> entry.added().isPresent())
                .sorted(Comparator.comparing(NewsPages::day).reversed())
                .limit(FEED_LENGTH)
                .map(NewsPages::feedItem)
                .toList();
    }

    private static FeedItem feedItem(Entry entry) {
        String published = day(entry).toString();
        String reviewed = entry.reviewed().on().map(Object::toString).orElse(published);
        return new FeedItem(
                entry.label(),
                Routes.of(entry).value(),
                entry.summary().orElse(""),
                published,
                reviewed.compareTo(published) > 0 ? reviewed : published);
    }
}

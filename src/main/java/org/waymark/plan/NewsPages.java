package org.waymark.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Category;
import org.waymark.directory.Directory;
import org.waymark.directory.DisplayOrder;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.Reviewed;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.directory.Site;
import org.waymark.directory.SitePath;
import org.waymark.plan.ListItems.NewsItem;
import org.waymark.plan.ListItems.NewsMonth;
import org.waymark.schema.Entry;
import org.waymark.schema.Id;

/** The page and the feeds of what is new. */
final class NewsPages {
    private static final int PAGE_LENGTH = 100;
    private static final int FEED_LENGTH = 50;
    private static final Comparator<News> NEWEST_FIRST = Comparator.comparing(News::date)
            .reversed()
            .thenComparing(News::event)
            .thenComparing(News::entry, DisplayOrder.BY_LABEL);

    private final Directory directory;
    private final Site site;
    private final PageParts parts;

    NewsPages(Directory directory, Site site, PageParts parts) {
        this.directory = directory;
        this.site = site;
        this.parts = parts;
    }

    private enum NewsEvent {
        ADDED("New case study"),
        CASE_STUDY_REVIEWED("Case study reviewed"),
        SERVICE_REVIEWED("Service reviewed"),
        PAGE_REVIEWED("Page reviewed");

        private final String words;

        NewsEvent(String words) {
            this.words = words;
        }
    }

    private record News(NewsEvent event, LocalDate date, Entry entry, String summary) {}

    Page whatsNew() {
        List<News> newest = news().sorted(NEWEST_FIRST).limit(PAGE_LENGTH).toList();
        var months = new ArrayList<NewsMonth>();
        for (int start = 0; start < newest.size(); ) {
            DateText month = DateText.ofMonth(newest.get(start).date());
            int end = start;
            while (end < newest.size()
                    && DateText.ofMonth(newest.get(end).date()).iso().equals(month.iso())) {
                end++;
            }
            months.add(new NewsMonth(
                    month,
                    newest.subList(start, end).stream().map(NewsPages::item).toList()));
            start = end;
        }
        return new Pages.WhatsNew(
                new Head(
                        Routes.WHATS_NEW,
                        "What’s new",
                        "Case studies that were added and pages that were reviewed, newest first.",
                        List.of(PageParts.HOME),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                months);
    }

    private Stream<News> news() {
        // They are newest first, so the newest are among these.
        Stream<News> added = parts.caseStudies().stream()
                .limit(PAGE_LENGTH)
                .map(study -> new News(NewsEvent.ADDED, study.published(), study, study.summary()));
        // A review on the day of publication is not news.
        Stream<News> studies = directory.all(CaseStudy.class).stream()
                .filter(study -> study.reviewed()
                        .on()
                        .filter(day -> day.isAfter(study.published()))
                        .isPresent())
                .flatMap(study -> reviewed(NewsEvent.CASE_STUDY_REVIEWED, study, study.reviewed(), study.summary()));
        Stream<News> services = directory.services().stream()
                .flatMap(service ->
                        reviewed(NewsEvent.SERVICE_REVIEWED, service, service.reviewed(), service.summary()));
        Stream<News> pages = directory.pages().stream()
                .flatMap(page -> reviewed(NewsEvent.PAGE_REVIEWED, page, page.reviewed(), page.summary()));
        return Stream.of(added, studies, services, pages).flatMap(stream -> stream);
    }

    private static Stream<News> reviewed(NewsEvent event, Entry entry, Reviewed reviewed, String summary) {
        return reviewed.on().stream().map(day -> new News(event, day, entry, summary));
    }

    private static NewsItem item(News news) {
        return new NewsItem(PageParts.link(news.entry()), news.event().words, news.summary(), DateText.of(news.date()));
    }

    /** The feed of all case studies, and one for each category. */
    List<Feed> feeds() {
        var feeds = new ArrayList<Feed>();
        feeds.add(new Feed(
                Routes.FEED,
                site.title(),
                site.summary(),
                SitePath.HOME,
                parts.caseStudies().stream()
                        .limit(FEED_LENGTH)
                        .map(NewsPages::feedItem)
                        .toList()));
        Map<String, List<FeedItem>> byCategory = newestByCategory();
        for (Category category : directory.categories()) {
            List<FeedItem> items = byCategory.getOrDefault(category.id().value(), List.of());
            feeds.add(feed(category, category.id(), items));
            // A feed cannot redirect, so it is also published at its former addresses.
            category.formerIds().forEach(id -> feeds.add(feed(category, id, items)));
        }
        directory.all(GoneEntry.class).stream()
                .filter(gone -> gone.was().kind().name().equals("category"))
                .forEach(gone -> Stream.concat(Stream.of(gone.was().id()), gone.formerIds().stream())
                        .forEach(id -> feeds.add(feed(gone, id, byCategory))));
        return feeds;
    }

    private Feed feed(Category category, Id id, List<FeedItem> items) {
        return new Feed(
                Routes.feedOf(id),
                category.name() + " – " + site.title(),
                "New case studies of services in the category " + category.name() + ".",
                Routes.of(category),
                items);
    }

    /** The feed of the category that replaces it; otherwise an empty one that says the category has gone. */
    private Feed feed(GoneEntry gone, Id id, Map<String, List<FeedItem>> byCategory) {
        Optional<Category> replacement = gone.instead()
                .filter(ref -> ref.kind().equals("category"))
                .flatMap(ref -> directory.find(Category.class, ref.id()));
        if (replacement.isPresent()) {
            return feed(
                    replacement.get(),
                    id,
                    byCategory.getOrDefault(replacement.get().id().value(), List.of()));
        }
        return new Feed(
                Routes.feedOf(id),
                gone.name() + " – " + site.title(),
                "This category is no longer in the directory.",
                new SitePath(Routes.CATEGORIES.value() + id + "/"),
                List.of());
    }

    private Map<String, List<FeedItem>> newestByCategory() {
        var byCategory = new HashMap<String, List<FeedItem>>();
        for (CaseStudy study : parts.caseStudies()) {
            var categories = new HashSet<String>();
            for (Service service : parts.services(study)) {
                String category = service.category().id().value();
                List<FeedItem> feed = byCategory.computeIfAbsent(category, id -> new ArrayList<>());
                if (categories.add(category) && feed.size() < FEED_LENGTH) {
                    feed.add(feedItem(study));
                }
            }
        }
        return byCategory;
    }

    private static FeedItem feedItem(CaseStudy study) {
        String published = study.published().toString();
        String reviewed = study.reviewed().on().map(Object::toString).orElse(published);
        return new FeedItem(
                study.title(),
                Routes.of(study).value(),
                study.summary(),
                published,
                reviewed.compareTo(published) > 0 ? reviewed : published);
    }
}

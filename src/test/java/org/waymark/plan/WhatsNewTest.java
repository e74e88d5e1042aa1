package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.SmallSite;

class WhatsNewTest {
    private static final String STUDY = SmallSite.original("content/case-studies/evening-hubs.md");
    private static final String SERVICE = SmallSite.original("content/services/extended-access.md");
    private static final String PAGE = SmallSite.original("content/pages/introduction.md");

    @Test
    void listsByMonthWhatWasAddedAndReviewedNewestFirst() {
        String page = SmallSite.with(
                        "content/case-studies/evening-hubs.md",
                        STUDY.replace("published: 2025-02-01", "published: 2024-12-31\nreviewed: 2025-02-02"),
                        "content/services/extended-access.md",
                        SERVICE.replace("category:", "reviewed: 2025-02-03\ncategory:"),
                        "content/pages/introduction.md",
                        PAGE.replace("summary:", "reviewed: 2025-01-05\nsummary:"))
                .page("whats-new/");
        assertEquals(
                List.of(
                        "February 2025",
                        "Service reviewed, 3 February 2025",
                        "Case study reviewed, 2 February 2025",
                        "January 2025",
                        "Page reviewed, 5 January 2025",
                        "December 2024",
                        "New case study, 31 December 2024"),
                news(page));
    }

    @Test
    void listsACaseStudyOnceIfItWasReviewedWhenAdded() {
        String page = SmallSite.with(
                        "content/case-studies/evening-hubs.md",
                        STUDY.replace("published: 2025-02-01", "published: 2025-02-01\nreviewed: 2025-02-01"))
                .page("whats-new/");
        assertEquals(List.of("February 2025", "New case study, 1 February 2025"), news(page));
    }

    @Test
    void namesManyOfOneDayInOneLine() {
        var files = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            files.add("content/case-studies/s" + i + ".md");
            files.add(STUDY.replace("Evening hubs", "Study " + i));
        }
        String page = SmallSite.with(files.toArray(String[]::new)).page("whats-new/");
        assertEquals(List.of("February 2025", "1 February 2025"), news(page));
        assertTrue(page.contains("<h3>121 new case studies</h3>"), page);
        assertEquals(100, page.split("<li><a href=\"../case-studies/[a-z]").length - 1);
    }

    @Test
    void warnsAboveAnOverdueTextAndShowsTheDatesBelowIt() {
        String page = SmallSite.with(
                        "content/services/extended-access.md",
                        SERVICE.replace("category:", "review-by: 2025-02-28\nallow: [overdue-review]\ncategory:"))
                .page("services/extended-access/");
        int notice = page.indexOf("This page is overdue for review");
        int text = page.indexOf("class=\"prose\"");
        int dates = page.indexOf("Next review due");
        assertTrue(0 < notice && notice < text && text < dates);
        assertFalse(SmallSite.with().page("services/extended-access/").contains("overdue"));
    }

    private static List<String> news(String page) {
        return Pattern.compile("<(?:h2|p class=\"meta\")>(.*?)</")
                .matcher(page.substring(0, page.indexOf("</main>")))
                .results()
                .map(match -> match.group(1).replaceAll("<[^>]*>", ""))
                .toList();
    }
}

package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.Citation;

/** Entries as they appear in lists. */
public final class ListItems {
    private ListItems() {}

    /** A case study in a list. */
    public record CaseStudyItem(
            PageLink link, String summary, String organisation, String place, String region, List<String> services) {
        public CaseStudyItem {
            services = List.copyOf(services);
        }
    }

    /**
     * A service in a list.
     *
     * @param caseStudies their number in words
     * @param count their number in digits
     * @param share their number as a percentage of the highest for any service
     */
    public record ServiceItem(PageLink link, String summary, String caseStudies, String count, int share) {}

    /** A category with its services. {@code count} is their number in words. */
    public record CategoryItem(PageLink link, String summary, String count, List<ServiceItem> services) {
        public CategoryItem {
            services = List.copyOf(services);
        }
    }

    /** An organisation in a list. */
    public record OrganisationItem(PageLink link, String kind, String place, String region, String caseStudies) {}

    /**
     * A region in a list.
     *
     * @param caseStudies their number in digits
     * @param share their number as a percentage of the highest for any region
     * @param organisations their number in digits
     */
    public record RegionItem(PageLink link, String caseStudies, int share, String organisations) {}

    /**
     * The number of case studies of something.
     *
     * @param caseStudies their number in words
     * @param share their number as a percentage of the highest in the list
     */
    public record Tally(PageLink link, String caseStudies, String count, int share) {}

    /** A source of a case study. */
    public record SourceItem(String title, String publisher, String url, Optional<DateText> published, DateText seen) {
        static SourceItem of(Citation source) {
            return new SourceItem(
                    source.title(),
                    source.publisher(),
                    source.url(),
                    source.published().map(DateText::of),
                    DateText.of(source.seen()));
        }
    }

    /** A name and its value, such as "Patients" and "190,000". */
    public record Fact(String name, String value) {}

    /** When an entry was reviewed. */
    public record Review(Optional<DateText> reviewed, Optional<DateText> due, boolean overdue) {}

    /** A term of the glossary. {@code usedOn} are the first pages that use it, {@code usedOnMore} counts the others. */
    public record TermItem(
            String id,
            String term,
            Optional<String> expansion,
            String definition,
            List<String> also,
            Optional<String> changed,
            List<Frame.Web> sources,
            List<PageLink> usedOn,
            Optional<String> usedOnMore) {
        public TermItem {
            also = List.copyOf(also);
            sources = List.copyOf(sources);
            usedOn = List.copyOf(usedOn);
        }
    }

    /** An event in the life of an entry. {@code event} describes it. */
    public record NewsItem(PageLink link, String event, String summary, DateText date) {}

    /** The news of a month. */
    public record NewsMonth(DateText month, List<NewsItem> items) {
        public NewsMonth {
            items = List.copyOf(items);
        }
    }

    /**
     * A line of the A to Z.
     *
     * @param kind its kind; empty for a cross-reference
     * @param see whether this is a cross-reference to the name under which the entry is listed
     */
    public record IndexItem(String name, String kind, PageLink link, boolean see) {}

    /** All lines under one letter. */
    public record IndexLetter(String name, String id, List<IndexItem> items) {
        public IndexLetter {
            items = List.copyOf(items);
        }
    }
}

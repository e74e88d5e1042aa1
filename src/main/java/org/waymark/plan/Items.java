package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/** What lists show of an entry. */
public final class Items {
    private Items() {}

    /** A case study in a list. */
    public record CaseStudyItem(
            Link link, String summary, String organisation, String place, String region, List<String> services) {
        public CaseStudyItem {
            services = List.copyOf(services);
        }
    }

    /** A service in a list. {@code caseStudies} is their number in words. */
    public record ServiceItem(Link link, String summary, String caseStudies) {}

    /** A category with its services. */
    public record CategoryItem(Link link, String summary, List<ServiceItem> services) {
        public CategoryItem {
            services = List.copyOf(services);
        }
    }

    /** An organisation in a list. */
    public record OrganisationItem(Link link, String kind, String place, String region, String caseStudies) {}

    /** A region in a list. */
    public record RegionItem(Link link, String caseStudies, String organisations) {}

    /** A source of a case study. */
    public record SourceItem(String title, String publisher, String url, Optional<DateText> published, DateText seen) {}

    /** A name and its value, such as "Patients" and "190,000". */
    public record Fact(String name, String value) {}

    /** When an entry was reviewed. */
    public record Review(Optional<DateText> reviewed, Optional<DateText> due, boolean overdue) {}

    /** A term of the glossary. */
    public record TermItem(
            String id,
            String term,
            Optional<String> expansion,
            String definition,
            List<String> also,
            Optional<String> changed,
            List<Frame.Web> sources) {
        public TermItem {
            also = List.copyOf(also);
            sources = List.copyOf(sources);
        }
    }

    /**
     * A line of the A to Z.
     *
     * @param kind what it is, empty where the name leads to another
     * @param see whether the link's text is another name, under which the entry stands
     */
    public record IndexItem(String name, String kind, Link link, boolean see) {}

    /** Everything under one letter. */
    public record IndexLetter(String name, String id, List<IndexItem> items) {
        public IndexLetter {
            items = List.copyOf(items);
        }
    }
}

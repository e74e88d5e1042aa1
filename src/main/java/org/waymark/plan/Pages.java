package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.plan.ListItems.CaseStudyItem;
import org.waymark.plan.ListItems.CategoryItem;
import org.waymark.plan.ListItems.Fact;
import org.waymark.plan.ListItems.IndexLetter;
import org.waymark.plan.ListItems.NewsMonth;
import org.waymark.plan.ListItems.OrganisationItem;
import org.waymark.plan.ListItems.RegionItem;
import org.waymark.plan.ListItems.Review;
import org.waymark.plan.ListItems.ServiceItem;
import org.waymark.plan.ListItems.SourceItem;
import org.waymark.plan.ListItems.Tally;
import org.waymark.plan.ListItems.TermItem;

/** The kinds of page. Each names its template and holds exactly what the template shows. */
public final class Pages {
    private Pages() {}

    /** The home page: categories with their services, the newest case studies, a map. */
    public record Home(
            Head head,
            List<CategoryItem> categories,
            List<CaseStudyItem> newest,
            List<CountLink> counts,
            RegionMap map,
            List<RegionItem> regions)
            implements Page {
        /** A number of entries, and the list of them. */
        public record CountLink(String count, PageLink link) {}

        @Override
        public String template() {
            return "home";
        }
    }

    /** All services by category. */
    public record Services(Head head, List<CategoryItem> categories) implements Page {
        @Override
        public String template() {
            return "services";
        }
    }

    /** A category and its services. {@code others} are the other categories. */
    public record CategoryPage(Head head, Body body, String count, List<ServiceItem> services, List<PageLink> others)
            implements TextualPage {
        @Override
        public String template() {
            return "category";
        }
    }

    /** A service with its case studies and related services. */
    public record ServicePage(
            Head head,
            PageLink category,
            List<String> alsoKnownAs,
            Body body,
            String count,
            List<CaseStudyItem> caseStudies,
            Optional<PageLink> allCaseStudies,
            List<Tally> regions,
            List<ServiceItem> related,
            Review review,
            Optional<PageLink> previous,
            Optional<PageLink> next)
            implements TextualPage {
        @Override
        public String template() {
            return "service";
        }
    }

    /**
     * A page of all case studies, or of those that match one filter.
     *
     * @param number of this page, from 1
     * @param finder the folder of the data for the script; absent if there are no case studies
     * @param sample the pattern from which the script makes cards
     */
    public record CaseStudies(
            Head head,
            String heading,
            String count,
            List<Filters.FilterGroup> filters,
            Optional<Filters.FilterChoice> chosen,
            List<CaseStudyItem> caseStudies,
            Optional<Paging> paging,
            int number,
            Optional<String> finder,
            CaseStudyItem sample)
            implements Page {
        @Override
        public String template() {
            return "case-studies";
        }
    }

    /** A case study with its facts, figures and sources. */
    public record CaseStudyPage(
            Head head,
            PageLink organisation,
            String place,
            PageLink region,
            Optional<String> period,
            List<Fact> scale,
            List<Fact> figures,
            List<PageLink> services,
            String confidence,
            Body body,
            List<SourceItem> sources,
            DateText published,
            Review review)
            implements TextualPage {
        @Override
        public String template() {
            return "case-study";
        }
    }

    /** All organisations by region, and there from A to Z. */
    public record Organisations(Head head, List<RegionGroup> groups) implements Page {
        /** The organisations of a region. {@code count} is their number in words. */
        public record RegionGroup(String id, PageLink link, String count, List<OrganisationItem> organisations) {}

        @Override
        public String template() {
            return "organisations";
        }
    }

    /** An organisation and its case studies. */
    public record OrganisationPage(
            Head head,
            Optional<String> summary,
            String kind,
            String place,
            PageLink region,
            Optional<String> website,
            Optional<String> odsCode,
            String count,
            List<CaseStudyItem> caseStudies,
            List<Tally> services,
            Optional<Paging> paging)
            implements Page {
        @Override
        public String template() {
            return "organisation";
        }
    }

    /** A further page of the case studies of an organisation. */
    public record OrganisationCaseStudies(
            Head head, String heading, String count, List<CaseStudyItem> caseStudies, Optional<Paging> paging)
            implements Page {
        @Override
        public String template() {
            return "organisation-case-studies";
        }
    }

    /** All regions. */
    public record Regions(Head head, RegionMap map, List<RegionItem> regions) implements Page {
        @Override
        public String template() {
            return "regions";
        }
    }

    /** A region with its case studies, their services, and its organisations. */
    public record RegionPage(
            Head head,
            RegionMap map,
            String caseStudyCount,
            String organisationCount,
            List<Tally> services,
            List<CaseStudyItem> caseStudies,
            Optional<PageLink> allCaseStudies,
            List<OrganisationItem> organisations)
            implements Page {
        @Override
        public String template() {
            return "region";
        }
    }

    /** A page of text. {@code contents} links to its main headings. */
    public record TextBodyPage(Head head, List<PageLink> contents, Body body, Review review) implements TextualPage {
        @Override
        public String template() {
            return "text";
        }
    }

    /** All terms from A to Z. */
    public record Glossary(Head head, List<LetterGroup> letters) implements Page {
        /** The terms with the same first letter. {@code id} is the anchor. */
        public record LetterGroup(String letter, String id, List<TermItem> terms) {}

        @Override
        public String template() {
            return "glossary";
        }
    }

    /** What was added and reviewed, by month. */
    public record WhatsNew(Head head, List<NewsMonth> months) implements Page {
        @Override
        public String template() {
            return "whats-new";
        }
    }

    /**
     * The search page. Without JavaScript it offers the A to Z.
     *
     * @param index the script that holds the search index
     */
    public record Search(Head head, String index, List<PageLink> letters, List<PageLink> categories) implements Page {
        @Override
        public String template() {
            return "search";
        }
    }

    /**
     * All entries by name, or those under one letter.
     *
     * @param letters links to each letter
     * @param sections the letters shown on this page; none if each has a page of its own
     * @param caseStudies the link to the case studies, if they are too many to be listed here
     */
    public record AToZ(Head head, List<PageLink> letters, List<IndexLetter> sections, Optional<PageLink> caseStudies)
            implements Page {
        @Override
        public String template() {
            return "a-to-z";
        }
    }

    /** The page for unknown addresses. */
    public record NotFound(Head head) implements Page {
        @Override
        public String template() {
            return "not-found";
        }
    }

    /** The page at the address of an entry that has been removed. {@code kind} is its kind. */
    public record GonePage(Head head, String kind, DateText since, Optional<String> reason, Optional<PageLink> instead)
            implements Page {
        @Override
        public String template() {
            return "gone";
        }
    }

    /** The page at the address of an entry that is not published at present. {@code kind} is its kind. */
    public record Absent(Head head, String kind) implements Page {
        @Override
        public String template() {
            return "absent";
        }
    }

    /** The redirect at a former address. */
    public record Redirect(Head head, PageLink target) implements Page {
        @Override
        public String template() {
            return "redirect";
        }
    }
}

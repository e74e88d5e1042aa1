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

/** The kinds of page. Each names its template and holds exactly what that shows. */
public final class Pages {
    private Pages() {}

    /** What the directory is, its categories with their services, and its newest case studies. */
    public record Home(
            Head head,
            List<CategoryItem> categories,
            List<CaseStudyItem> newest,
            List<CountLink> counts,
            RegionMap map,
            List<RegionItem> regions)
            implements Page {
        /** How many there are of something, and where they are listed. */
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

    /** A service, its examples and what is near it. */
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
     * All case studies, or those that one filter leaves, or a page of either.
     *
     * @param number of this page, from 1
     * @param finder where the data for the script are; absent when there is nothing to find
     * @param sample what the script turns into the card of any case study
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

    /** More case studies of an organisation that has too many for its page. */
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

    /** A region, its case studies, the services of which they are examples, and its organisations. */
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

    /** A page of text. {@code contents} leads to its main headings. */
    public record TextBodyPage(Head head, List<PageLink> contents, Body body, Review review) implements TextualPage {
        @Override
        public String template() {
            return "text";
        }
    }

    /** All terms from A to Z. */
    public record Glossary(Head head, List<LetterGroup> letters) implements Page {
        /** The terms with one first letter. {@code id} is its anchor. */
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
     * Where readers search. Without a script it leads to the A to Z.
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
     * Everything by name, or that under one letter.
     *
     * @param letters leads to each letter
     * @param sections what is shown here; none where each letter has a page of its own
     * @param caseStudies leads to the case studies where there are too many to be among the names
     */
    public record AToZ(Head head, List<PageLink> letters, List<IndexLetter> sections, Optional<PageLink> caseStudies)
            implements Page {
        @Override
        public String template() {
            return "a-to-z";
        }
    }

    /** What readers see at an address that leads nowhere. */
    public record NotFound(Head head) implements Page {
        @Override
        public String template() {
            return "not-found";
        }
    }

    /** What stands at the address of an entry that is gone. {@code kind} is what it was. */
    public record GonePage(Head head, String kind, DateText since, Optional<String> reason, Optional<PageLink> instead)
            implements Page {
        @Override
        public String template() {
            return "gone";
        }
    }

    /** What stands at the address of an entry that is not published at present. {@code kind} is what it is. */
    public record Absent(Head head, String kind) implements Page {
        @Override
        public String template() {
            return "absent";
        }
    }

    /** What stands at a former address. */
    public record Redirect(Head head, PageLink target) implements Page {
        @Override
        public String template() {
            return "redirect";
        }
    }
}

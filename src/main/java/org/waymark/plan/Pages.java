package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Html;
import org.waymark.plan.Items.CaseStudyItem;
import org.waymark.plan.Items.CategoryItem;
import org.waymark.plan.Items.Fact;
import org.waymark.plan.Items.IndexLetter;
import org.waymark.plan.Items.OrganisationItem;
import org.waymark.plan.Items.RegionItem;
import org.waymark.plan.Items.Review;
import org.waymark.plan.Items.ServiceItem;
import org.waymark.plan.Items.SourceItem;
import org.waymark.plan.Items.TermItem;

/** The kinds of page. Each names its template and holds exactly what that shows. */
public final class Pages {
    private Pages() {}

    /** What the directory is, its categories with their services, and its newest case studies. */
    public record Home(Head head, List<CategoryItem> categories, List<CaseStudyItem> newest, List<Fact> counts)
            implements Page {
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

    /** A category and its services. */
    public record CategoryPage(Head head, Html body, List<ServiceItem> services) implements Page {
        @Override
        public String template() {
            return "category";
        }
    }

    /** A service, its examples and what is near it. */
    public record ServicePage(
            Head head,
            Link category,
            List<String> alsoKnownAs,
            Html body,
            List<CaseStudyItem> caseStudies,
            List<ServiceItem> related,
            Review review)
            implements Page {
        @Override
        public String template() {
            return "service";
        }
    }

    /** All case studies. */
    public record CaseStudies(Head head, String count, List<CaseStudyItem> caseStudies) implements Page {
        @Override
        public String template() {
            return "case-studies";
        }
    }

    /** A case study with its facts, figures and sources. */
    public record CaseStudyPage(
            Head head,
            Link organisation,
            String place,
            Link region,
            Optional<String> period,
            List<Fact> scale,
            List<Fact> figures,
            List<Link> services,
            String confidence,
            Html body,
            List<SourceItem> sources,
            DateText published,
            Review review)
            implements Page {
        @Override
        public String template() {
            return "case-study";
        }
    }

    /** All organisations from A to Z. */
    public record Organisations(Head head, List<OrganisationItem> organisations) implements Page {
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
            Link region,
            Optional<String> website,
            Optional<String> odsCode,
            List<CaseStudyItem> caseStudies)
            implements Page {
        @Override
        public String template() {
            return "organisation";
        }
    }

    /** All regions. */
    public record Regions(Head head, List<RegionItem> regions) implements Page {
        @Override
        public String template() {
            return "regions";
        }
    }

    /** A region, its case studies and organisations. */
    public record RegionPage(Head head, List<CaseStudyItem> caseStudies, List<OrganisationItem> organisations)
            implements Page {
        @Override
        public String template() {
            return "region";
        }
    }

    /** A page of text. */
    public record Text(Head head, Html body, Review review) implements Page {
        @Override
        public String template() {
            return "text";
        }
    }

    /** All terms from A to Z. */
    public record Glossary(Head head, List<TermItem> terms) implements Page {
        @Override
        public String template() {
            return "glossary";
        }
    }

    /**
     * Where readers search. Without a script it leads to the A to Z.
     *
     * @param index the script that holds the search index
     */
    public record Search(Head head, String index, List<Link> letters, List<Link> categories) implements Page {
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
    public record AToZ(Head head, List<Link> letters, List<IndexLetter> sections, Optional<Link> caseStudies)
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

    /** What stands at a former address. */
    public record Redirect(Head head, Link target) implements Page {
        @Override
        public String template() {
            return "redirect";
        }
    }
}

package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Html;
import org.waymark.plan.ListItems.Fact;
import org.waymark.plan.ListItems.OrganisationItem;
import org.waymark.plan.ListItems.SourceItem;
import org.waymark.plan.ListItems.TermItem;

/**
 * The whole directory on one page, to print or save. Ids contain a full stop, which no id of an entry or heading can,
 * so all are unique.
 *
 * @param updated the latest day on which an entry was published or reviewed
 * @param contents the table of contents
 * @param texts the pages of text
 * @param categories with their services
 * @param caseStudies by the category of their first service; empty if there are too many
 * @param listed case studies by title only, if there are too many
 */
public record PrintPage(
        Head head,
        Optional<DateText> updated,
        List<Contents> contents,
        List<Chapter> texts,
        List<Part> categories,
        List<StudyPart> caseStudies,
        Optional<Listed> listed,
        List<OrganisationItem> organisations,
        List<TermItem> terms)
        implements Page {
    /** A line of the table of contents with those below it. */
    public record Contents(String id, String title, List<Contents> below) {
        public Contents {
            below = List.copyOf(below);
        }
    }

    /** An entry with its text. {@code path} is that of its own page. */
    public record Chapter(String id, String path, String title, String summary, List<String> alsoKnownAs, Html body) {
        public Chapter {
            alsoKnownAs = List.copyOf(alsoKnownAs);
        }
    }

    /** A category and its services. */
    public record Part(Chapter category, List<Chapter> services) {
        public Part {
            services = List.copyOf(services);
        }
    }

    /** Case studies under one heading. */
    public record StudyPart(String id, String title, List<Study> studies) {
        public StudyPart {
            studies = List.copyOf(studies);
        }
    }

    /** A case study. */
    public record Study(
            Chapter chapter, List<Fact> facts, List<Fact> figures, String confidence, List<SourceItem> sources) {
        public Study {
            facts = List.copyOf(facts);
            figures = List.copyOf(figures);
            sources = List.copyOf(sources);
        }
    }

    /** Case studies by title. {@code count} is their number in words. */
    public record Listed(String count, List<PageLink> links) {
        public Listed {
            links = List.copyOf(links);
        }
    }

    public PrintPage {
        contents = List.copyOf(contents);
        texts = List.copyOf(texts);
        categories = List.copyOf(categories);
        caseStudies = List.copyOf(caseStudies);
        organisations = List.copyOf(organisations);
        terms = List.copyOf(terms);
    }

    @Override
    public String template() {
        return "print";
    }
}

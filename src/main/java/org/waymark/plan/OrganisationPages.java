package org.waymark.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.Organisation;
import org.waymark.directory.Routes;
import org.waymark.plan.Pages.Organisations.RegionGroup;
import org.waymark.plan.Paging.Slice;
import org.waymark.schema.Vocabulary.Option;

/** The pages of organisations. */
final class OrganisationPages {
    private static final int PAGE_SIZE = 48;
    private static final PageLink ORGANISATIONS = PageLink.to("Organisations", Routes.ORGANISATIONS);

    private final Directory directory;
    private final PageParts parts;

    OrganisationPages(Directory directory, PageParts parts) {
        this.directory = directory;
        this.parts = parts;
    }

    Page organisations() {
        return new Pages.Organisations(
                PageParts.head(
                        Routes.ORGANISATIONS,
                        "Organisations",
                        "The federations and other organisations in the directory, by region.",
                        ORGANISATIONS,
                        PageParts.HOME),
                directory.regions().stream()
                        .filter(region -> !directory.organisationsOf(region).isEmpty())
                        .map(region -> group(region, directory.organisationsOf(region)))
                        .toList());
    }

    private RegionGroup group(Option region, List<Organisation> organisations) {
        return new RegionGroup(
                "wm-" + region.id(),
                PageParts.link(region),
                NumberText.organisations(organisations.size()),
                organisations.stream().map(parts::item).toList());
    }

    /** The page of an organisation, and more pages if it has too many case studies for one. */
    List<Supplier<Page>> pages(Organisation organisation) {
        var pages = new ArrayList<Supplier<Page>>();
        for (Slice<CaseStudy> slice : Paging.slices(
                directory.caseStudiesOf(organisation), PAGE_SIZE, page -> Routes.ofCaseStudies(organisation, page))) {
            pages.add(
                    pages.isEmpty() ? () -> organisation(organisation, slice) : () -> caseStudies(organisation, slice));
        }
        return pages;
    }

    private Page caseStudies(Organisation organisation, Slice<CaseStudy> slice) {
        int number = slice.paging().map(Paging::page).orElse(1);
        String heading = "Case studies of " + organisation.name();
        String title = heading + Paging.suffix(slice.paging());
        return new Pages.OrganisationCaseStudies(
                PageParts.head(
                        Routes.ofCaseStudies(organisation, number),
                        title,
                        title + ", newest first.",
                        ORGANISATIONS,
                        PageParts.HOME,
                        ORGANISATIONS,
                        PageParts.link(organisation)),
                heading,
                NumberText.capitalised(NumberText.caseStudies(
                                directory.caseStudiesOf(organisation).size()))
                        + ", newest first."
                        + slice.paging()
                                .map(paging -> " " + paging.text() + ".")
                                .orElse(""),
                parts.items(slice.items().stream()),
                slice.paging());
    }

    private Page organisation(Organisation organisation, Slice<CaseStudy> slice) {
        List<CaseStudy> studies = directory.caseStudiesOf(organisation);
        String description = organisation
                .summary()
                .orElse(organisation.name() + ", " + organisation.kind() + ", " + organisation.place() + ".");
        return new Pages.OrganisationPage(
                parts.withActions(
                        PageParts.head(
                                Routes.of(organisation),
                                organisation.name(),
                                description,
                                ORGANISATIONS,
                                PageParts.HOME,
                                ORGANISATIONS),
                        organisation),
                organisation.summary(),
                organisation.kind(),
                organisation.place(),
                PageParts.link(organisation.region()),
                organisation.website(),
                organisation.odsCode(),
                NumberText.caseStudies(studies.size()),
                parts.items(slice.items().stream()),
                parts.servicesOf(studies),
                slice.paging());
    }
}

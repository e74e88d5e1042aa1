package org.waymark.plan;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.model.CaseStudy;
import org.waymark.model.Directory;
import org.waymark.model.Organisation;
import org.waymark.model.Region;
import org.waymark.plan.Pages.Organisations.RegionGroup;

/** The pages of organisations. */
final class OrganisationPages {
    private static final Link ORGANISATIONS = Link.to("Organisations", Routes.ORGANISATIONS);

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
                Stream.of(Region.values())
                        .filter(region -> !directory.organisationsOf(region).isEmpty())
                        .map(region -> group(region, directory.organisationsOf(region)))
                        .toList());
    }

    private RegionGroup group(Region region, List<Organisation> organisations) {
        return new RegionGroup(
                "wm-" + region.id(),
                PageParts.link(region),
                Words.organisations(organisations.size()),
                organisations.stream().map(parts::item).toList());
    }

    Page organisation(Organisation organisation) {
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
                Words.caseStudies(studies.size()),
                parts.items(studies.stream()),
                parts.servicesOf(studies));
    }
}

package org.waymark.plan;

import org.waymark.model.Directory;
import org.waymark.model.Organisation;

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
                        "The federations and other organisations in the directory, from A to Z.",
                        ORGANISATIONS,
                        PageParts.HOME),
                directory.organisations().stream().map(parts::item).toList());
    }

    Page organisation(Organisation organisation) {
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
                parts.items(directory.caseStudiesOf(organisation).stream()));
    }
}

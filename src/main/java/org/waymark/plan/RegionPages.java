package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.Facet;
import org.waymark.directory.Organisation;
import org.waymark.directory.Routes;
import org.waymark.schema.Vocabulary.Option;

/** The pages of regions. */
final class RegionPages {
    private static final PageLink REGIONS = PageLink.to("Regions", Routes.REGIONS);

    private final Directory directory;
    private final PageParts parts;

    RegionPages(Directory directory, PageParts parts) {
        this.directory = directory;
        this.parts = parts;
    }

    Page regions() {
        return new Pages.Regions(
                PageParts.head(
                        Routes.REGIONS,
                        "Regions",
                        "Case studies and organisations in each of the seven NHS England regions.",
                        REGIONS,
                        PageParts.HOME),
                RegionMap.of(directory, Optional.empty()),
                parts.regionItems());
    }

    Page region(Option region) {
        List<CaseStudy> studies = directory.caseStudiesOf(region);
        List<Organisation> organisations = directory.organisationsOf(region);
        return new Pages.RegionPage(
                PageParts.head(
                        Routes.ofRegion(region),
                        region.label(),
                        "Case studies and organisations in the NHS England region " + region.label() + ".",
                        REGIONS,
                        PageParts.HOME,
                        REGIONS),
                RegionMap.of(directory, Optional.of(region)),
                NumberText.caseStudies(studies.size()),
                NumberText.organisations(organisations.size()),
                parts.servicesOf(studies),
                parts.newest(studies),
                PageParts.all(studies, Selection.phrase(region), Facet.REGION, region.id()),
                organisations.stream().map(parts::item).toList());
    }
}

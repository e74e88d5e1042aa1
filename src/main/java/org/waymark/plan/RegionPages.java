package org.waymark.plan;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.model.CaseStudy;
import org.waymark.model.Directory;
import org.waymark.model.Region;
import org.waymark.plan.Items.RegionItem;

/** The pages of regions. */
final class RegionPages {
    private static final Link REGIONS = Link.to("Regions", Routes.REGIONS);

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
                Stream.of(Region.values())
                        .map(region -> new RegionItem(
                                PageParts.link(region),
                                Words.caseStudies(
                                        directory.caseStudiesOf(region).size()),
                                Words.count(directory.organisationsOf(region).size(), "organisation", "organisations")))
                        .toList());
    }

    Page region(Region region) {
        List<CaseStudy> studies = directory.caseStudiesOf(region);
        return new Pages.RegionPage(
                PageParts.head(
                        Routes.of(region),
                        region.label(),
                        "Case studies and organisations in the NHS England region " + region.label() + ".",
                        REGIONS,
                        PageParts.HOME,
                        REGIONS),
                parts.newest(studies),
                PageParts.all(studies, Selection.phrase(region), Facet.REGION, region.id()),
                directory.organisationsOf(region).stream().map(parts::item).toList());
    }
}

package org.waymark.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.schema.Id;
import org.waymark.schema.Vocabulary.Option;

/** Makes the table of services by region. */
final class CoverageMaker {
    private final Directory directory;

    CoverageMaker(Directory directory) {
        this.directory = directory;
    }

    Page coverage() {
        Map<Id, Map<Option, Integer>> counts = counts();
        int most = counts.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        int filled = counts.values().stream().mapToInt(Map::size).sum();
        int fields = directory.all(Service.class).size() * directory.regions().size();
        List<CoveragePage.CategoryRows> groups = directory.categories().stream()
                .map(category -> new CoveragePage.CategoryRows(
                        PageParts.link(category),
                        directory.servicesOf(category).stream()
                                .map(service -> row(service, counts.getOrDefault(service.id(), Map.of()), most))
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new CoveragePage(
                new Head(
                        Routes.COVERAGE,
                        "Where there are case studies",
                        "How many case studies there are of each service in each region, and where there are none.",
                        List.of(PageParts.HOME),
                        Optional.of(Routes.REGIONS.value()),
                        Optional.empty(),
                        true),
                directory.regions().stream().map(PageParts::link).toList(),
                groups,
                NumberText.number(fields - filled) + " of " + NumberText.number(fields),
                directory.regions().stream()
                        .map(region -> NumberText.number(
                                directory.caseStudiesOf(region).size()))
                        .toList(),
                NumberText.number(directory.all(CaseStudy.class).size()));
    }

    private Map<Id, Map<Option, Integer>> counts() {
        var counts = new HashMap<Id, Map<Option, Integer>>();
        for (Service service : directory.all(Service.class)) {
            counts.put(service.id(), directory.countByRegion(directory.caseStudiesOf(service)));
        }
        return counts;
    }

    private CoveragePage.Row row(Service service, Map<Option, Integer> counts, int most) {
        return new CoveragePage.Row(
                PageParts.link(service),
                directory.regions().stream()
                        .map(region -> counts.getOrDefault(region, 0))
                        .map(count -> new CoveragePage.Cell(NumberText.number(count), Proportions.of(count, most)))
                        .toList(),
                NumberText.number(directory.caseStudiesOf(service).size()));
    }
}

package org.waymark.plan;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.Region;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.schema.Id;

/** The table of services by regions. */
final class CoverageMaker {
    private final Directory directory;

    CoverageMaker(Directory directory) {
        this.directory = directory;
    }

    Page coverage() {
        Map<Id, Map<Region, Integer>> counts = counts();
        int most = counts.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        int filled = counts.values().stream().mapToInt(Map::size).sum();
        int fields = directory.all(Service.class).size() * Region.values().length;
        List<CoveragePage.Group> groups = directory.categories().stream()
                .map(category -> new CoveragePage.Group(
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
                Stream.of(Region.values()).map(PageParts::link).toList(),
                groups,
                Words.number(fields - filled) + " of " + Words.number(fields),
                Stream.of(Region.values())
                        .map(region ->
                                Words.number(directory.caseStudiesOf(region).size()))
                        .toList(),
                Words.number(directory.all(CaseStudy.class).size()));
    }

    private Map<Id, Map<Region, Integer>> counts() {
        var counts = new HashMap<Id, Map<Region, Integer>>();
        for (Service service : directory.all(Service.class)) {
            var row = new EnumMap<Region, Integer>(Region.class);
            directory.caseStudiesOf(service).forEach(study -> row.merge(study.region(), 1, Integer::sum));
            counts.put(service.id(), row);
        }
        return counts;
    }

    private CoveragePage.Row row(Service service, Map<Region, Integer> counts, int most) {
        return new CoveragePage.Row(
                PageParts.link(service),
                Stream.of(Region.values())
                        .map(region -> counts.getOrDefault(region, 0))
                        .map(count -> new CoveragePage.Cell(Words.number(count), Shades.of(count, most)))
                        .toList(),
                Words.number(directory.caseStudiesOf(service).size()));
    }
}

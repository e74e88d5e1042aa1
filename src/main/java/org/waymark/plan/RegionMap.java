package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;

/**
 * A map of the regions with the number of case studies of each. Pages that show it give the same in text.
 *
 * @param width of the drawing, in its own units
 * @param height likewise
 */
public record RegionMap(int width, int height, List<Area> areas) {
    /**
     * A region.
     *
     * @param caseStudies their number in words
     * @param count their number in digits
     * @param shade 0 for none to 4 for the most
     * @param current whether the page is about this region
     * @param path its outline, as SVG path data
     * @param name split into lines
     * @param x the x position of its label
     * @param countY the baseline of its number
     * @param leader a line to a label outside the region
     */
    public record Area(
            PageLink link,
            String caseStudies,
            String count,
            int shade,
            boolean current,
            String path,
            List<NameLine> name,
            int x,
            int countY,
            Optional<String> leader) {
        public Area {
            name = List.copyOf(name);
        }
    }

    /** A line of a region's name. */
    public record NameLine(String text, int y) {}

    private static final int LINE_HEIGHT = 17;
    private static final int NUMBER_HEIGHT = 28;

    public RegionMap {
        areas = List.copyOf(areas);
    }

    static RegionMap of(Directory directory, Optional<Option> current) {
        int most = directory.regions().stream()
                .mapToInt(region -> directory.caseStudiesOf(region).size())
                .max()
                .orElse(0);
        Vocabulary.MapSize size = directory.vocabulary("regions").map().orElseThrow();
        return new RegionMap(
                size.width(),
                size.height(),
                directory.regions().stream()
                        .map(region ->
                                area(region, directory.caseStudiesOf(region).size(), most, current))
                        .toList());
    }

    private static Area area(Option region, int count, int most, Optional<Option> current) {
        Vocabulary.Area outline = region.area().orElseThrow();
        List<NameLine> name = Stream.iterate(0, i -> i < outline.lines().size(), i -> i + 1)
                .map(i -> new NameLine(outline.lines().get(i), outline.y() + i * LINE_HEIGHT))
                .toList();
        return new Area(
                PageParts.link(region),
                NumberText.caseStudies(count),
                NumberText.number(count),
                Proportions.of(count, most),
                current.filter(region::equals).isPresent(),
                outline.outline(),
                name,
                outline.x(),
                name.get(name.size() - 1).y() + NUMBER_HEIGHT,
                outline.leader());
    }
}

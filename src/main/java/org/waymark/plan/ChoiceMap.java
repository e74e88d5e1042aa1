package org.waymark.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PathValue;
import org.waymark.directory.Routes;
import org.waymark.schema.Kind;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;

/**
 * A map of the values of a vocabulary with the number of entries of each. Pages that show it give the same information
 * in text.
 *
 * @param about what it shows, in a sentence or two
 * @param width of the drawing, in its own units
 * @param height likewise
 * @param scale by which the outlines are enlarged, so names have the same size on every map; empty for 1
 */
public record ChoiceMap(String title, String about, int width, int height, Optional<String> scale, List<Area> areas) {
    /**
     * A value.
     *
     * @param words the number of entries in words
     * @param count the same in digits
     * @param shade 0 for none to 4 for the most
     * @param current whether the page is about this value
     * @param path its outline, as SVG path data
     * @param name split into lines
     * @param x the x position of its label
     * @param y the baseline of the first line of its label; the lines below, and the number, are spaced by the size of
     *     the type
     * @param leader a line to a label outside the area
     */
    public record Area(
            PageLink link,
            String words,
            String count,
            int shade,
            boolean current,
            String path,
            List<String> name,
            int x,
            int y,
            Optional<String> leader) {
        public Area {
            name = List.copyOf(name);
        }
    }

    /** The width of every map, chosen to suit the size of the names. */
    private static final int WIDTH = 530;

    public ChoiceMap {
        areas = List.copyOf(areas);
    }

    /**
     * The map of a vocabulary, if it has one.
     *
     * @param counted where the counted entries have their value
     */
    static Optional<ChoiceMap> of(PageParts parts, Vocabulary vocabulary, FieldPath counted, Optional<Option> current) {
        if (vocabulary.map().isEmpty()) {
            return Optional.empty();
        }
        Vocabulary.MapSize size = vocabulary.map().get();
        Kind kind = counted.from();
        int most = vocabulary.options().stream()
                .mapToInt(option -> count(parts, option, counted))
                .max()
                .orElse(0);
        return Optional.of(new ChoiceMap(
                size.title(),
                parts.labels()
                        .text("map-about", Map.of("choice", vocabulary.noun().orElseThrow(), "kind", kind.noun())),
                WIDTH,
                scaled(size.height(), size),
                size.width() == WIDTH ? Optional.empty() : Optional.of(Double.toString((double) WIDTH / size.width())),
                vocabulary.options().stream()
                        .flatMap(option -> option.area().stream()
                                .map(outline -> area(
                                        parts,
                                        vocabulary,
                                        option,
                                        outline,
                                        size,
                                        kind,
                                        count(parts, option, counted),
                                        most,
                                        current)))
                        .toList()));
    }

    private static int scaled(int length, Vocabulary.MapSize size) {
        return (int) Math.round((double) length * WIDTH / size.width());
    }

    private static int count(PageParts parts, Option option, FieldPath path) {
        return parts.entries().leadingTo(new PathValue.OfChoice(option), path).size();
    }

    private static Area area(
            PageParts parts,
            Vocabulary vocabulary,
            Option option,
            Vocabulary.Area outline,
            Vocabulary.MapSize size,
            Kind kind,
            int count,
            int most,
            Optional<Option> current) {
        return new Area(
                PageLink.to(option.label(), Routes.ofChoice(vocabulary, option)),
                parts.count(count, kind),
                parts.labels().number(count),
                Proportions.of(count, most),
                current.filter(option::equals).isPresent(),
                outline.outline(),
                outline.lines(),
                scaled(outline.x(), size),
                scaled(outline.y(), size),
                outline.leader());
    }
}

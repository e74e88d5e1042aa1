package org.waymark.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A position as shown on maps: latitude, comma, longitude.
 *
 * @param bounds where it must be; empty for anywhere
 */
public record PositionType(Optional<Bounds> bounds) implements ScalarType<GeoPosition> {
    private static final Pattern FORM =
            Pattern.compile("([-+]?\\d{1,3}(?:\\.\\d{1,12})?)(?:,\\s*|\\s+)([-+]?\\d{1,3}(?:\\.\\d{1,12})?)");
    private static final BigDecimal MOST_NORTH = BigDecimal.valueOf(90);
    private static final BigDecimal MOST_EAST = BigDecimal.valueOf(180);
    /** With fewer digits after the point, a place is only known within a kilometre. */
    private static final int FEWEST_DECIMALS = 3;

    /** An area between two parallels and two meridians. */
    public record Bounds(BigDecimal south, BigDecimal west, BigDecimal north, BigDecimal east) {
        /** The United Kingdom with its islands. */
        static final Bounds UNITED_KINGDOM = new Bounds(
                new BigDecimal("49.8"), new BigDecimal("-8.7"), new BigDecimal("60.9"), new BigDecimal("1.8"));

        static final Bounds EARTH = new Bounds(MOST_NORTH.negate(), MOST_EAST.negate(), MOST_NORTH, MOST_EAST);

        private static final Field<BigDecimal> SOUTH = degrees("south", "51.8", "its southernmost latitude");
        private static final Field<BigDecimal> WEST = degrees("west", "-3.2", "its westernmost longitude");
        private static final Field<BigDecimal> NORTH = degrees("north", "52.4", "its northernmost latitude");
        private static final Field<BigDecimal> EAST = degrees("east", "-2.3", "its easternmost longitude");

        static final FieldType<Bounds> TYPE = new Group<>(
                "an area",
                List.of(SOUTH, WEST, NORTH, EAST),
                f -> new Bounds(f.get(SOUTH), f.get(WEST), f.get(NORTH), f.get(EAST)));

        private static Field<BigDecimal> degrees(String name, String example, String doc) {
            return Field.required(
                    name, new DecimalNumber(Optional.of(MOST_EAST.negate()), Optional.of(MOST_EAST), 6, example), doc);
        }

        boolean isEmpty() {
            return south.compareTo(north) >= 0 || west.compareTo(east) >= 0;
        }

        boolean contains(GeoPosition position) {
            return position.latitude().compareTo(south) >= 0
                    && position.latitude().compareTo(north) <= 0
                    && position.longitude().compareTo(west) >= 0
                    && position.longitude().compareTo(east) <= 0;
        }

        GeoPosition middle() {
            BigDecimal two = BigDecimal.valueOf(2);
            return new GeoPosition(
                    south.add(north).divide(two).setScale(4, RoundingMode.HALF_EVEN),
                    west.add(east).divide(two).setScale(4, RoundingMode.HALF_EVEN));
        }
    }

    @Override
    public String expected() {
        return "a position such as " + example();
    }

    @Override
    public Outcome<GeoPosition> decode(String name, Scalar scalar) {
        String text = scalar.text().strip();
        Matcher form = FORM.matcher(text);
        InvalidValue invalid = invalid(name, scalar);
        if (!form.matches()) {
            return invalid.help(
                            "write the latitude and the longitude in degrees with a point, and a comma between them, as"
                                    + " maps on the web show them")
                    .outcome();
        }
        GeoPosition position = new GeoPosition(number(form.group(1)), number(form.group(2)));
        if (!Bounds.EARTH.contains(position)) {
            return invalid.help("latitudes are from -90 to 90, longitudes from -180 to 180")
                    .outcome();
        }
        if (bounds.filter(area -> !area.contains(position)).isPresent()) {
            return outside(name, scalar, position);
        }
        return isPrecise(position)
                ? Outcome.of(position)
                : new InvalidValue(scalar, "`" + name + "` is too vague to find a place: `" + text + "`")
                        .help("write at least " + FEWEST_DECIMALS + " digits after each point")
                        .outcome();
    }

    private static boolean isPrecise(GeoPosition position) {
        return position.latitude().scale() >= FEWEST_DECIMALS
                && position.longitude().scale() >= FEWEST_DECIMALS;
    }

    private Outcome<GeoPosition> outside(String name, Scalar scalar, GeoPosition position) {
        GeoPosition swapped = new GeoPosition(position.longitude(), position.latitude());
        GeoPosition westward =
                new GeoPosition(position.latitude(), position.longitude().negate());
        Optional<GeoPosition> meant = List.of(swapped, westward).stream()
                .filter(bounds.orElse(Bounds.EARTH)::contains)
                .findFirst();
        InvalidValue invalid = new InvalidValue(scalar, "`" + name + "` is outside its area: `" + position + "`");
        return meant.map(guess -> invalid.help("did you mean `" + guess + "`?")
                        .fix(scalar.written().map(span -> Fix.change(span, guess.toString(), false))))
                .orElse(invalid.help("check it on a map; the latitude comes first"))
                .outcome();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.startsWith("+") ? text.substring(1) : text);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "pattern", "^[-+]?[0-9.]+(, *| +)[-+]?[0-9.]+$");
    }

    @Override
    public String example() {
        return bounds.orElse(Bounds.UNITED_KINGDOM).middle().toString();
    }
}

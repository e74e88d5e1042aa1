package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.TestKinds;
import org.waymark.schema.Vocabulary.Option;

class RegionOutlinesTest {
    static List<Option> regions() {
        return TestKinds.REGIONS.options();
    }

    private static Option named(String label) {
        return TestKinds.REGIONS.byLabel().get(label);
    }

    @ParameterizedTest
    @MethodSource("regions")
    void labelsAreInTheirRegionOrAtSea(Option region) {
        Vocabulary.Area outline = region.area().orElseThrow();
        if (outline.leader().isEmpty()) {
            assertTrue(shape(region).contains(outline.x(), outline.y()), region.label());
        } else {
            for (Option other : TestKinds.REGIONS.options()) {
                assertFalse(shape(other).contains(outline.x(), outline.y()), other.label());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("regions")
    void staysWithinTheDrawing(Option region) {
        var bounds = shape(region).getBounds();
        assertTrue(bounds.x >= 0 && bounds.y >= 0, region.label());
        assertTrue(bounds.getMaxX() <= TestKinds.REGIONS.map().orElseThrow().width(), region.label());
        assertTrue(bounds.getMaxY() <= TestKinds.REGIONS.map().orElseThrow().height(), region.label());
    }

    @Test
    void regionsDoNotOverlap() {
        for (Option one : TestKinds.REGIONS.options()) {
            for (Option other : TestKinds.REGIONS.options()) {
                if (one.label().compareTo(other.label()) < 0) {
                    var both = new Area(shape(one));
                    both.intersect(new Area(shape(other)));
                    assertTrue(both.isEmpty(), one.label() + " and " + other.label());
                }
            }
        }
    }

    @Test
    void neighboursMeetWithoutAGap() {
        // Three regions meet at one point wherever two borders end inland.
        for (List<Option> corner : List.of(
                List.of(named("North East and Yorkshire"), named("North West"), named("Midlands")),
                List.of(named("Midlands"), named("East of England"), named("South East")),
                List.of(named("Midlands"), named("South East"), named("South West")),
                List.of(named("East of England"), named("London"), named("South East")))) {
            var shared = new ArrayList<>(points(corner.get(0)));
            shared.retainAll(points(corner.get(1)));
            shared.retainAll(points(corner.get(2)));
            assertFalse(shared.isEmpty(), corner.toString());
        }
    }

    private static List<String> points(Option region) {
        String path = region.area().orElseThrow().outline();
        String[] numbers = path.replaceAll("[MLZ]", " ").trim().split("\\s+");
        var points = new ArrayList<String>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(numbers[i] + " " + numbers[i + 1]);
        }
        return points;
    }

    private static Path2D shape(Option region) {
        var shape = new Path2D.Double();
        for (String part : region.area().orElseThrow().outline().split("Z")) {
            String[] numbers = part.replaceAll("[ML]", " ").trim().split("\\s+");
            shape.moveTo(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
            for (int i = 2; i < numbers.length; i += 2) {
                shape.lineTo(Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1]));
            }
            shape.closePath();
        }
        return shape;
    }
}

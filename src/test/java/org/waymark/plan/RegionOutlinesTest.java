package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.directory.Region;

class RegionOutlinesTest {
    @ParameterizedTest
    @EnumSource(Region.class)
    void labelsAreInTheirRegionOrAtSea(Region region) {
        RegionOutlines.RegionOutline outline = RegionOutlines.of(region);
        if (outline.leader().isEmpty()) {
            assertTrue(shape(region).contains(outline.x(), outline.y()), region.label());
        } else {
            for (Region other : Region.values()) {
                assertFalse(shape(other).contains(outline.x(), outline.y()), other.label());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void staysWithinTheDrawing(Region region) {
        var bounds = shape(region).getBounds();
        assertTrue(bounds.x >= 0 && bounds.y >= 0, region.label());
        assertTrue(bounds.getMaxX() <= RegionOutlines.WIDTH, region.label());
        assertTrue(bounds.getMaxY() <= RegionOutlines.HEIGHT, region.label());
    }

    @Test
    void regionsDoNotOverlap() {
        for (Region one : Region.values()) {
            for (Region other : Region.values()) {
                if (one.compareTo(other) < 0) {
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
        for (List<Region> corner : List.of(
                List.of(Region.NORTH_EAST_AND_YORKSHIRE, Region.NORTH_WEST, Region.MIDLANDS),
                List.of(Region.MIDLANDS, Region.EAST_OF_ENGLAND, Region.SOUTH_EAST),
                List.of(Region.MIDLANDS, Region.SOUTH_EAST, Region.SOUTH_WEST),
                List.of(Region.EAST_OF_ENGLAND, Region.LONDON, Region.SOUTH_EAST))) {
            var shared = new ArrayList<>(points(corner.get(0)));
            shared.retainAll(points(corner.get(1)));
            shared.retainAll(points(corner.get(2)));
            assertFalse(shared.isEmpty(), corner.toString());
        }
    }

    private static List<String> points(Region region) {
        String path = RegionOutlines.of(region).path();
        String[] numbers = path.replaceAll("[MLZ]", " ").trim().split("\\s+");
        var points = new ArrayList<String>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(numbers[i] + " " + numbers[i + 1]);
        }
        return points;
    }

    private static Path2D shape(Region region) {
        var shape = new Path2D.Double();
        for (String part : RegionOutlines.of(region).path().split("Z")) {
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

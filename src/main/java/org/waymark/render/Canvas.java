package org.waymark.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture of few colours, on which shapes are filled with smooth edges. All arithmetic is on integers, so the result is the
 * same on every machine.
 */
final class Canvas {
    /** The unit of lengths, as a fraction of a pixel. */
    static final int UNIT = 256;

    /** The number of sample lines in each row of pixels. */
    private static final int LINES = 4;

    private static final int FULL = LINES * UNIT;

    /** The number of shades between two colours, ends included. */
    private static final int SHADES = 16;

    private final int width;
    private final int height;
    private final int row;
    private final byte[] rows;
    private final List<Integer> colours = new ArrayList<>();

    /** The colour of a shape on the colour of what is below it: the first of its shades. */
    record Ink(int first) {}

    /** A canvas of one colour, as 0xRRGGBB. */
    Canvas(int width, int height, int colour) {
        this.width = width;
        this.height = height;
        row = width + 1;
        rows = new byte[row * height];
        colours.add(colour);
    }

    /** A colour, and how it mixes with the colour below it at the edges of shapes. Not more than 16 in a picture. */
    Ink ink(int below, int colour) {
        int first = colours.size();
        for (int i = 1; i < SHADES; i++) {
            int mixed = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int from = (below >> shift) & 0xff;
                int to = (colour >> shift) & 0xff;
                mixed |= ((from * (SHADES - 1 - i) + to * i + (SHADES - 1) / 2) / (SHADES - 1)) << shift;
            }
            colours.add(mixed);
        }
        return new Ink(first);
    }

    /**
     * Fills polygons that do not overlap: what is inside one, unless it is inside one that runs the other way.
     *
     * @param polygons x and y in turn, in units, y downwards
     */
    void fill(List<int[]> polygons, Ink ink) {
        Box box = box(polygons);
        // How much each pixel is covered, as differences from pixel to pixel.
        var covered = new int[box.width() * Math.max(0, box.bottom() - box.top())];
        for (int[] points : polygons) {
            int last = points.length - 2;
            for (int i = 0; i < points.length; i += 2) {
                addEdge(points[last], points[last + 1], points[i], points[i + 1], box, covered);
                last = i;
            }
        }
        for (int y = box.top(); y < box.bottom(); y++) {
            int at = (y - box.top()) * box.width();
            int pixel = y * row + 1 + box.left();
            int sum = 0;
            for (int x = 0; x < box.width() - 1; x++) {
                sum += covered[at + x];
                int shade = (Math.min(Math.abs(sum), FULL) * (SHADES - 1) + FULL / 2) / FULL;
                if (shade > 0) {
                    rows[pixel + x] = (byte) (ink.first() + shade - 1);
                }
            }
        }
    }

    /** The pixels that polygons may touch, and one more in each row. */
    private record Box(int left, int top, int width, int bottom) {}

    private Box box(List<int[]> polygons) {
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int[] points : polygons) {
            for (int i = 0; i < points.length; i += 2) {
                left = Math.min(left, points[i] / UNIT);
                right = Math.max(right, points[i] / UNIT + 1);
                top = Math.min(top, points[i + 1] / UNIT);
                bottom = Math.max(bottom, points[i + 1] / UNIT + 1);
            }
        }
        left = Math.max(left, 0);
        right = Math.min(right, width);
        return new Box(left, Math.max(top, 0), Math.max(0, right - left) + 1, Math.min(bottom, height));
    }

    /** Covers the area to the right of an edge; the sign shows whether the edge runs up or down. */
    private static void addEdge(int x0, int y0, int x1, int y1, Box box, int[] covered) {
        int sign = y1 > y0 ? 1 : -1;
        int end = Math.min(firstLine(Math.max(y0, y1)), box.bottom() * LINES);
        for (int line = Math.max(firstLine(Math.min(y0, y1)), box.top() * LINES); line < end; line++) {
            long exact = x0 + (long) (x1 - x0) * (middle(line) - y0) / (y1 - y0) - (long) box.left() * UNIT;
            int x = (int) Math.max(0, Math.min(exact, (box.width() - 1) * (long) UNIT - 1));
            int at = (line / LINES - box.top()) * box.width() + x / UNIT;
            covered[at] += sign * (UNIT - x % UNIT);
            covered[at + 1] += sign * (x % UNIT);
        }
    }

    private static int middle(int line) {
        return line * (UNIT / LINES) + UNIT / LINES / 2;
    }

    /** The first line at or below a height. */
    private static int firstLine(int y) {
        return Math.floorDiv(y + UNIT / LINES / 2 - 1, UNIT / LINES);
    }

    /** The picture as a PNG. */
    byte[] png() {
        return Png.of(width, height, rows, colours);
    }
}

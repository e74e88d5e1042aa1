package org.waymark.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The outlines of a TrueType font (OpenType 1.9), as far as plain horizontal text needs them: one glyph for each character,
 * without shaping, kerning or hinting. Reads only fonts that Waymark ships. Immutable; safe for use by several threads.
 */
final class Typeface {
    /** The number of straight lines for each curve. At the size of previews, more make no difference. */
    private static final int LINES = 6;

    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEATED = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private static final int WORDS = 1;
    private static final int OFFSETS = 2;
    private static final int SCALE = 8;
    private static final int TWO_SCALES = 64;
    private static final int MATRIX = 128;
    private static final int MORE = 32;

    private final ByteBuffer font;
    private final int glyphs;
    private final int places;
    private final int widths;
    private final int characters;
    private final int unitsPerEm;
    private final int metrics;

    private Typeface(byte[] bytes) {
        font = ByteBuffer.wrap(bytes);
        glyphs = table("glyf");
        places = table("loca");
        widths = table("hmtx");
        unitsPerEm = font.getShort(table("head") + 18);
        metrics = unsigned(table("hhea") + 34);
        characters = characters(table("cmap"));
        if (font.getShort(table("head") + 50) != 0) {
            throw new IllegalArgumentException("a font with long offsets");
        }
    }

    /** A font on the class path. */
    static Typeface read(String resource) {
        try (InputStream stream = Typeface.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the class path: " + resource);
            }
            return new Typeface(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int unsigned(int at) {
        return font.getShort(at) & 0xffff;
    }

    private int table(String name) {
        for (int i = 0; i < unsigned(4); i++) {
            int at = 12 + 16 * i;
            if (font.getInt(at)
                    == ((name.charAt(0) << 24) | (name.charAt(1) << 16) | (name.charAt(2) << 8) | name.charAt(3))) {
                return font.getInt(at + 8);
            }
        }
        throw new IllegalArgumentException("a font without " + name);
    }

    /** The subtable of Unicode's basic plane in format 4. */
    private int characters(int table) {
        for (int i = 0; i < unsigned(table + 2); i++) {
            int subtable = table + font.getInt(table + 8 + 8 * i);
            if (unsigned(subtable) == 4) {
                return subtable;
            }
        }
        throw new IllegalArgumentException("a font without characters");
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    /** The number of the glyph of a character; 0 if there is none. */
    int glyph(int character) {
        int segments = unsigned(characters + 6);
        int ends = characters + 14;
        int starts = ends + segments + 2;
        for (int at = 0; at < segments; at += 2) {
            if (character <= unsigned(ends + at)) {
                int start = unsigned(starts + at);
                if (character < start) {
                    return 0;
                }
                int delta = unsigned(starts + segments + at);
                int range = starts + 2 * segments + at;
                int offset = unsigned(range);
                int glyph = offset == 0 ? character : unsigned(range + offset + 2 * (character - start));
                return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
            }
        }
        return 0;
    }

    /** The advance width of a glyph, in units of the font. */
    int width(int glyph) {
        return unsigned(widths + 4 * Math.min(glyph, metrics - 1));
    }

    /** The closed outlines of a glyph as polygons: x and y in turn, in units of the font, y upwards. */
    List<int[]> outlines(int glyph) {
        var outlines = new ArrayList<int[]>();
        int at = glyphs + 2 * unsigned(places + 2 * glyph);
        if (at == glyphs + 2 * unsigned(places + 2 * glyph + 2)) {
            return outlines;
        }
        int contours = font.getShort(at);
        if (contours >= 0) {
            addContours(at + 10, contours, outlines);
        } else {
            addParts(at + 10, outlines);
        }
        return outlines;
    }

    private void addParts(int start, List<int[]> outlines) {
        int at = start;
        int flags;
        do {
            flags = unsigned(at);
            int part = unsigned(at + 2);
            boolean words = (flags & WORDS) != 0;
            if ((flags & OFFSETS) == 0) {
                throw new IllegalArgumentException("a font whose glyphs are put together by points");
            }
            int dx = words ? font.getShort(at + 4) : font.get(at + 4);
            int dy = words ? font.getShort(at + 6) : font.get(at + 5);
            at += words ? 8 : 6;
            // In parts of 1 << 14: x to x, x to y, y to x, y to y.
            int[] matrix = {1 << 14, 0, 0, 1 << 14};
            if ((flags & SCALE) != 0) {
                matrix = new int[] {font.getShort(at), 0, 0, font.getShort(at)};
                at += 2;
            } else if ((flags & TWO_SCALES) != 0) {
                matrix = new int[] {font.getShort(at), 0, 0, font.getShort(at + 2)};
                at += 4;
            } else if ((flags & MATRIX) != 0) {
                matrix = new int[] {
                    font.getShort(at), font.getShort(at + 2), font.getShort(at + 4), font.getShort(at + 6)
                };
                at += 8;
            }
            for (int[] outline : outlines(part)) {
                outlines.add(moved(outline, matrix, dx, dy));
            }
        } while ((flags & MORE) != 0);
    }

    private static int[] moved(int[] outline, int[] matrix, int dx, int dy) {
        var moved = new int[outline.length];
        for (int i = 0; i < outline.length; i += 2) {
            int x = outline[i];
            int y = outline[i + 1];
            moved[i] = dx + ((x * matrix[0] + y * matrix[2]) >> 14);
            moved[i + 1] = dy + ((x * matrix[1] + y * matrix[3]) >> 14);
        }
        return moved;
    }

    private void addContours(int start, int contours, List<int[]> outlines) {
        int points = contours == 0 ? 0 : unsigned(start + 2 * contours - 2) + 1;
        int at = start + 2 * contours + 2 + unsigned(start + 2 * contours);
        var flags = new byte[points];
        for (int i = 0; i < points; i++) {
            byte flag = font.get(at++);
            flags[i] = flag;
            if ((flag & REPEATED) != 0) {
                for (int times = font.get(at++) & 0xff; times > 0; times--) {
                    flags[++i] = flag;
                }
            }
        }
        var x = new int[points];
        var y = new int[points];
        at = readCoordinates(at, flags, SHORT_X, SAME_X, x);
        readCoordinates(at, flags, SHORT_Y, SAME_Y, y);
        int first = 0;
        for (int i = 0; i < contours; i++) {
            int last = unsigned(start + 2 * i);
            outlines.add(polygon(flags, x, y, first, last));
            first = last + 1;
        }
    }

    private int readCoordinates(int start, byte[] flags, int isShort, int same, int[] coordinates) {
        int at = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean isSame = (flags[i] & same) != 0;
            if ((flags[i] & isShort) != 0) {
                int step = font.get(at++) & 0xff;
                value += isSame ? step : -step;
            } else if (!isSame) {
                value += font.getShort(at);
                at += 2;
            }
            coordinates[i] = value;
        }
        return at;
    }

    /** A contour of points on the curve and control points, between two of which a point on the curve is implied. */
    private static int[] polygon(byte[] flags, int[] x, int[] y, int first, int last) {
        int count = last - first + 1;
        var polygon = new Polygon(count);
        int begin = first;
        while (begin < last && (flags[begin] & ON_CURVE) == 0) {
            begin++;
        }
        int x0 = x[begin];
        int y0 = y[begin];
        polygon.add(x0, y0);
        for (int i = 1; i <= count; i++) {
            int at = first + (begin - first + i) % count;
            if ((flags[at] & ON_CURVE) != 0) {
                x0 = x[at];
                y0 = y[at];
                polygon.add(x0, y0);
            } else {
                int next = first + (begin - first + i + 1) % count;
                boolean isOn = (flags[next] & ON_CURVE) != 0;
                int x1 = isOn ? x[next] : (x[at] + x[next]) / 2;
                int y1 = isOn ? y[next] : (y[at] + y[next]) / 2;
                polygon.addCurve(x0, y0, x[at], y[at], x1, y1);
                x0 = x1;
                y0 = y1;
            }
        }
        return polygon.points();
    }

    /** Collects points. */
    private static final class Polygon {
        private int[] points;
        private int size;

        Polygon(int count) {
            points = new int[4 * count];
        }

        void add(int x, int y) {
            if (size + 2 > points.length) {
                points = Arrays.copyOf(points, 2 * points.length);
            }
            points[size++] = x;
            points[size++] = y;
        }

        void addCurve(int x0, int y0, int cx, int cy, int x1, int y1) {
            for (int t = 1; t <= LINES; t++) {
                int s = LINES - t;
                add(
                        (s * s * x0 + 2 * s * t * cx + t * t * x1) / (LINES * LINES),
                        (s * s * y0 + 2 * s * t * cy + t * t * y1) / (LINES * LINES));
            }
        }

        int[] points() {
            return Arrays.copyOf(points, size);
        }
    }
}

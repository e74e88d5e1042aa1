package org.waymark.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.waymark.render.Canvas.Ink;

/** Lines of text in one typeface. Safe for use by several threads. */
final class Lettering {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";
    private static final String ELLIPSIS = "…";

    static final Lettering BOLD = new Lettering(Typeface.read(FOLDER + "Roboto-Bold.ttf"));
    static final Lettering REGULAR = new Lettering(Typeface.read(FOLDER + "Roboto-Regular.ttf"));

    private final Typeface typeface;
    private final Map<Integer, List<int[]>> outlines = new ConcurrentHashMap<>();

    private Lettering(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * Whether each character has a separate glyph beside the previous one. Without shaping, combining marks above
     * letters cannot be shown, nor can scripts that join their letters, which the typeface lacks anyway.
     */
    boolean canShow(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || (c >= ' ' && !(c >= 0x300 && c < 0x370) && c <= 0xffff && typeface.glyph(c) != 0));
    }

    /** In pixels, rounded up. */
    int width(String text, int size) {
        long units = 0;
        for (int i = 0; i < text.length(); i++) {
            units += typeface.width(typeface.glyph(text.charAt(i)));
        }
        return (int) ((units * size + typeface.unitsPerEm() - 1) / typeface.unitsPerEm());
    }

    /** The largest size from one to another at which a text fits; the smallest if it does not. */
    int fittingSize(String text, int largest, int smallest, int width) {
        int size = largest;
        while (size > smallest && width(text, size) > width) {
            size -= 2;
        }
        return size;
    }

    /** A text in lines, broken between words if possible, and truncated to a number of lines. */
    List<String> lines(String text, int size, int width, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            while (!rest.isEmpty()) {
                String candidate = line.isEmpty() ? rest : line + " " + rest;
                if (width(candidate, size) <= width) {
                    line.setLength(0);
                    line.append(candidate);
                    rest = "";
                } else if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                } else {
                    int end = fitting(rest, size, width);
                    lines.add(rest.substring(0, end));
                    rest = rest.substring(end);
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines.size() > most ? shortened(lines.subList(0, most), size, width) : lines;
    }

    private List<String> shortened(List<String> lines, int size, int width) {
        String last = lines.get(lines.size() - 1);
        int end = Math.min(last.length(), fitting(last, size, width - width(ELLIPSIS, size)));
        var shortened = new ArrayList<String>(lines.subList(0, lines.size() - 1));
        shortened.add(last.substring(0, end).stripTrailing() + ELLIPSIS);
        return shortened;
    }

    /** How many characters fit, but at least one. */
    private int fitting(String text, int size, int width) {
        int end = text.length();
        while (end > 1 && width(text.substring(0, end), size) > width) {
            end--;
        }
        return end;
    }

    /** Whether lines omit some of a text. */
    boolean isShortened(List<String> lines, String text) {
        return lines.get(lines.size() - 1).endsWith(ELLIPSIS) && !text.strip().endsWith(ELLIPSIS);
    }

    /**
     * Draws a line.
     *
     * @param x where it begins, in pixels
     * @param y its baseline, in pixels
     */
    void draw(String line, int size, int x, int y, Canvas canvas, Ink ink) {
        long pen = (long) x * Canvas.UNIT;
        for (int i = 0; i < line.length(); i++) {
            int glyph = typeface.glyph(line.charAt(i));
            canvas.fill(placed(outlines.computeIfAbsent(glyph, typeface::outlines), size, pen, y), ink);
            pen += scaled(typeface.width(glyph), size);
        }
    }

    private List<int[]> placed(List<int[]> outlines, int size, long x, int y) {
        var placed = new ArrayList<int[]>(outlines.size());
        for (int[] outline : outlines) {
            var points = new int[outline.length];
            for (int i = 0; i < points.length; i += 2) {
                points[i] = (int) (x + scaled(outline[i], size));
                points[i + 1] = (int) ((long) y * Canvas.UNIT - scaled(outline[i + 1], size));
            }
            placed.add(points);
        }
        return placed;
    }

    private long scaled(int units, int size) {
        return Math.floorDiv((long) units * size * Canvas.UNIT, typeface.unitsPerEm());
    }
}

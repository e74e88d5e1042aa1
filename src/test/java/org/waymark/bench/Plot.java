package org.waymark.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Plots seconds over the number of case studies on logarithmic scales, as SVG. Charting libraries write fixed
 * colours; this follows the reader's light or dark scheme.
 */
final class Plot {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int LEFT = 64;
    private static final int RIGHT = 590;
    private static final int TOP = 44;
    private static final int BOTTOM = 390;
    private static final int LABEL_HEIGHT = 18;
    private static final String STYLE = """
            <style>
            text { font: 14px system-ui, sans-serif; fill: #1b2a28 }
            .title { font-weight: 600 }
            .grid { stroke: #c9d3d1 }
            .line { fill: none; stroke-width: 2.5 }
            .tool-0 { stroke: #0b6b5d; fill: #0b6b5d } .tool-1 { stroke: #b3261e; fill: #b3261e }
            .tool-2 { stroke: #8a5a00; fill: #8a5a00 } .tool-3 { stroke: #4b4fa8; fill: #4b4fa8 }
            .tool-4 { stroke: #5c5c5c; fill: #5c5c5c }
            path.line { fill: none } text.label { stroke: #fff; stroke-width: 5; paint-order: stroke; font-weight: 600 }
            @media (prefers-color-scheme: dark) {
            text { fill: #e3eceb } text.label { stroke: #0d1117 } .grid { stroke: #3c4b49 }
            .tool-0 { stroke: #5fd0bd; fill: #5fd0bd } .tool-1 { stroke: #ff9a91; fill: #ff9a91 }
            .tool-2 { stroke: #e8b85c; fill: #e8b85c } .tool-3 { stroke: #aeb2ff; fill: #aeb2ff }
            .tool-4 { stroke: #b8b8b8; fill: #b8b8b8 }
            }
            </style>
            """;

    private record Point(double size, double seconds) {}

    private record Label(int tool, String text, double x, double y) {}

    private final List<Integer> sizes;
    private final double least;
    private final double most;

    private Plot(List<Integer> sizes, List<Double> seconds) {
        this.sizes = sizes;
        least = powerBelow(seconds.stream().min(Comparator.naturalOrder()).orElse(0.1));
        most = seconds.stream().max(Comparator.naturalOrder()).orElse(100.0) * 1.4;
    }

    static String of(List<Run> runs, List<String> tools) {
        List<Integer> sizes = runs.stream()
                .map(Run::directory)
                .filter(directory -> !directory.equals(Run.BUNDLED))
                .distinct()
                .map(Integer::valueOf)
                .sorted()
                .toList();
        List<List<Point>> lines = tools.stream()
                .map(tool -> sizes.stream()
                        .flatMap(size -> Run.median(runs, String.valueOf(size), tool).stream()
                                .map(run -> new Point(size, run.seconds())))
                        .toList())
                .toList();
        return new Plot(
                        sizes,
                        lines.stream().flatMap(List::stream).map(Point::seconds).toList())
                .draw(lines, tools);
    }

    private String draw(List<List<Point>> lines, List<String> tools) {
        var svg = new StringBuilder();
        add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n", WIDTH, HEIGHT);
        svg.append("<title>Seconds to build a site, by its number of case studies</title>\n")
                .append(STYLE);
        add(svg, "<text class=\"title\" x=\"%d\" y=\"22\">Seconds to build a site from a cold start</text>%n", LEFT);
        for (double second = least; second <= most; second *= 10) {
            add(svg, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>%n", LEFT, y(second), RIGHT);
            String text = second < 1 ? String.valueOf(second) : String.format(Locale.UK, "%,.0f", second);
            add(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 10, y(second) + 5, text);
        }
        for (int size : sizes) {
            add(svg, "<path class=\"grid\" d=\"M%.1f %dV%d\"/>%n", x(size), TOP, BOTTOM);
            add(svg, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>%n", x(size), BOTTOM + 20, size);
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">case studies</text>%n",
                (LEFT + RIGHT) / 2,
                HEIGHT - 8);
        var labels = new ArrayList<Label>();
        for (int tool = 0; tool < tools.size(); tool++) {
            List<Point> line = lines.get(tool);
            if (!line.isEmpty()) {
                var path = new StringBuilder();
                for (Point point : line) {
                    add(path, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(point.size()), y(point.seconds()));
                    add(
                            svg,
                            "<circle class=\"tool-%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>%n",
                            tool,
                            x(point.size()),
                            y(point.seconds()));
                }
                add(svg, "<path class=\"line tool-%d\" d=\"%s\"/>%n", tool, path);
                Point last = line.get(line.size() - 1);
                labels.add(new Label(tool, tools.get(tool), x(last.size()), y(last.seconds())));
            }
        }
        labels.sort(Comparator.comparing(Label::y));
        double free = TOP;
        for (Label label : labels) {
            double y = Math.max(label.y(), free);
            free = y + LABEL_HEIGHT;
            add(
                    svg,
                    "<text class=\"label tool-%d\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                    label.tool(),
                    label.x() + 10,
                    y + 5,
                    label.text());
        }
        return svg.append("</svg>\n").toString();
    }

    private double x(double size) {
        double first = Math.log(sizes.get(0));
        double last = Math.log(sizes.get(sizes.size() - 1));
        return LEFT + 20 + (RIGHT - LEFT - 20) * (last == first ? 1 : (Math.log(size) - first) / (last - first));
    }

    private double y(double seconds) {
        return BOTTOM - (BOTTOM - TOP) * Math.log(seconds / least) / Math.log(most / least);
    }

    private static double powerBelow(double value) {
        return Math.pow(10, Math.floor(Math.log10(value)));
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.UK, format, values));
    }
}

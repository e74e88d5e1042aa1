package org.waymark.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.waymark.directory.Region;

/**
 * The regions of NHS England as simple polygons, drawn by hand for a small map. Each border and stretch of coast occurs
 * once, in hundredths of a degree (longitude, latitude), so that neighbours meet without a gap. North Cumbria belongs
 * to the North East and Yorkshire, Milton Keynes to the East of England.
 */
final class RegionOutlines {
    /** The size of the drawing. */
    static final int WIDTH = 530;

    static final int HEIGHT = 606;

    // The north-west corner, and the units per hundredth of a degree. The two scales keep England's shape at its middle
    // latitude.
    private static final int WEST = -585;
    private static final int NORTH = 5590;
    private static final double ACROSS = 0.6;

    private static final int[] SCOTTISH_BORDER = {
        -306, 5498, -286, 5511, -262, 5526, -248, 5535, -235, 5538, -217, 5547, -230, 5563, -222, 5568, -203, 5581
    };
    private static final int[] NORTH_EAST_COAST = {
        -203, 5581, -178, 5564, -160, 5552, -155, 5533, -141, 5502, -136, 5491, -118, 5469, -112, 5463, -98, 5461, -60,
        5449, -39, 5428, -27, 5421, -8, 5412, -20, 5404, -16, 5391, 3, 5373, 12, 5358, 4, 5363, -20, 5366, -33, 5373,
        -58, 5371, -34, 5367, -12, 5361, 2, 5350
    };
    private static final int[] LINCOLNSHIRE_COAST = {
        2, 5350, 18, 5341, 27, 5334, 35, 5314, 26, 5303, 4, 5292, 12, 5283, 18, 5280
    };
    private static final int[] EASTERN_COAST = {
        18, 5280, 37, 5278, 43, 5284, 49, 5295, 85, 5297, 130, 5293, 155, 5281, 173, 5261, 176, 5248, 168, 5232, 161,
        5215, 150, 5204, 134, 5195, 110, 5195, 129, 5190, 122, 5181, 112, 5178, 96, 5178, 80, 5173, 95, 5172, 96, 5160,
        82, 5153, 62, 5153, 45, 5149, 36, 5147, 21, 5148
    };
    private static final int[] SOUTH_EASTERN_COAST = {
        21, 5148, 38, 5143, 52, 5146, 70, 5145, 72, 5139, 98, 5136, 113, 5137, 138, 5139, 144, 5136, 138, 5130, 141,
        5119, 137, 5113, 118, 5108, 97, 5091, 76, 5093, 58, 5085, 36, 5081, 25, 5074, 5, 5078, -14, 5082, -37, 5081,
        -68, 5078, -79, 5072, -90, 5077, -108, 5079, -118, 5083, -141, 5091, -131, 5081, -153, 5075, -169, 5074
    };
    private static final int[] SOUTH_WESTERN_COAST = {
        -169, 5074, -188, 5072, -200, 5070, -195, 5060, -206, 5058, -225, 5062, -245, 5062, -246, 5052, -255, 5060,
                -293,
        5072, -323, 5068, -342, 5061, -351, 5053, -348, 5040, -364, 5022, -380, 5021, -405, 5031, -417, 5036, -445,
                5035,
        -465, 5032, -480, 5022, -503, 5015, -508, 5004, -520, 4996, -533, 5008, -553, 5011, -571, 5005, -569, 5014,
                -548,
        5022, -530, 5024, -509, 5041, -503, 5054, -485, 5059, -476, 5067, -456, 5083, -453, 5102, -430, 5100, -422,
                5107,
        -422, 5119, -411, 5121, -383, 5124, -347, 5121, -330, 5118, -301, 5121, -299, 5134, -287, 5144, -272, 5151,
                -258,
        5163, -238, 5175, -252, 5171, -267, 5163, -266, 5175, -268, 5182
    };
    private static final int[] WELSH_BORDER_OF_THE_MIDLANDS = {
        -268, 5182, -288, 5192, -300, 5192, -313, 5208, -310, 5222, -298, 5235, -320, 5246, -308, 5256, -298, 5273,
        -313, 5284, -310, 5293, -285, 5292, -272, 5298
    };
    private static final int[] WELSH_BORDER_OF_THE_NORTH_WEST = {-272, 5298, -288, 5303, -294, 5312, -297, 5321};
    private static final int[] NORTH_WESTERN_COAST = {
        -297, 5321, -309, 5328, -320, 5338, -304, 5344, -287, 5334, -300, 5345, -309, 5355, -300, 5366, -280, 5373,
                -303,
        5375, -305, 5384, -301, 5393, -288, 5402, -280, 5412, -284, 5420, -296, 5414, -308, 5420, -319, 5406, -327,
                5414,
        -340, 5430
    };
    private static final int[] CUMBRIAN_COAST = {-340, 5430, -364, 5450, -357, 5464, -344, 5476, -340, 5487, -306, 5498
    };

    private static final int[] NORTH_EAST_TO_NORTH_WEST = {
        -182, 5352, -197, 5359, -213, 5370, -205, 5383, -218, 5392, -236, 5404, -248, 5415, -230, 5432, -235, 5441,
        -262, 5445, -305, 5448, -320, 5436, -340, 5430
    };
    private static final int[] NORTH_EAST_TO_MIDLANDS = {
        2, 5350, -28, 5344, -50, 5347, -75, 5349, -98, 5345, -118, 5340, -132, 5332, -155, 5331, -175, 5342, -182, 5352
    };
    private static final int[] NORTH_WEST_TO_MIDLANDS = {
        -182, 5352, -200, 5345, -202, 5335, -200, 5320, -211, 5312, -231, 5308, -240, 5298, -252, 5294, -272, 5298
    };
    private static final int[] MIDLANDS_TO_EAST = {
        18, 5280, 8, 5268, -15, 5267, -42, 5266, -48, 5257, -38, 5247, -42, 5237, -54, 5228, -66, 5218, -84, 5213, -92,
        5205
    };
    private static final int[] MIDLANDS_TO_SOUTH_EAST = {
        -92, 5205, -110, 5200, -124, 5205, -133, 5217, -150, 5210, -155, 5200, -167, 5198
    };
    private static final int[] MIDLANDS_TO_SOUTH_WEST = {
        -167, 5198, -177, 5208, -195, 5202, -215, 5202, -240, 5199, -254, 5190, -268, 5182
    };
    private static final int[] EAST_TO_SOUTH_EAST = {-50, 5160, -54, 5166, -66, 5179, -72, 5190, -72, 5197, -92, 5205};
    private static final int[] EAST_TO_LONDON = {
        21, 5148, 32, 5155, 26, 5162, 12, 5162, 1, 5168, -17, 5169, -27, 5164, -40, 5162, -50, 5160
    };
    private static final int[] LONDON_TO_SOUTH_EAST = {
        21, 5148, 16, 5143, 14, 5136, 6, 5129, -12, 5129, -22, 5134, -32, 5134, -42, 5139, -51, 5147, -50, 5160
    };
    private static final int[] SOUTH_EAST_TO_SOUTH_WEST = {
        -169, 5074, -180, 5086, -182, 5093, -163, 5100, -168, 5121, -151, 5132, -154, 5143, -161, 5155, -169, 5168,
        -167, 5198
    };
    private static final int[] ISLE_OF_WIGHT = {-157, 5066, -143, 5071, -130, 5077, -107, 5070, -118, 5060, -130, 5058};

    private static final Map<Region, RegionOutline> ALL = all();

    private RegionOutlines() {}

    /**
     * A region in the drawing.
     *
     * @param path SVG path data
     * @param name split into lines
     * @param x the centre of its label, or the start of a label at sea
     * @param y the baseline of the first line of the label
     * @param leader a line from the region to a label at sea; empty if the label is within the region
     */
    record RegionOutline(String path, List<String> name, int x, int y, String leader) {}

    static RegionOutline of(Region region) {
        return Objects.requireNonNull(ALL.get(region));
    }

    private static Map<Region, RegionOutline> all() {
        var all = new EnumMap<Region, RegionOutline>(Region.class);
        all.put(
                Region.NORTH_EAST_AND_YORKSHIRE,
                inside(
                        -135,
                        5438,
                        List.of("North East", "and Yorkshire"),
                        new Drawing()
                                .along(SCOTTISH_BORDER)
                                .along(NORTH_EAST_COAST)
                                .along(NORTH_EAST_TO_MIDLANDS)
                                .along(NORTH_EAST_TO_NORTH_WEST)
                                .along(CUMBRIAN_COAST)
                                .path()));
        all.put(
                Region.NORTH_WEST,
                inside(
                        -262,
                        5386,
                        List.of("North", "West"),
                        new Drawing()
                                .back(NORTH_EAST_TO_NORTH_WEST)
                                .along(NORTH_WEST_TO_MIDLANDS)
                                .along(WELSH_BORDER_OF_THE_NORTH_WEST)
                                .along(NORTH_WESTERN_COAST)
                                .path()));
        all.put(
                Region.MIDLANDS,
                inside(
                        -152,
                        5272,
                        List.of("Midlands"),
                        new Drawing()
                                .back(NORTH_EAST_TO_MIDLANDS)
                                .along(LINCOLNSHIRE_COAST)
                                .along(MIDLANDS_TO_EAST)
                                .along(MIDLANDS_TO_SOUTH_EAST)
                                .along(MIDLANDS_TO_SOUTH_WEST)
                                .along(WELSH_BORDER_OF_THE_MIDLANDS)
                                .back(NORTH_WEST_TO_MIDLANDS)
                                .path()));
        all.put(
                Region.EAST_OF_ENGLAND,
                inside(
                        60,
                        5244,
                        List.of("East of", "England"),
                        new Drawing()
                                .back(MIDLANDS_TO_EAST)
                                .along(EASTERN_COAST)
                                .along(EAST_TO_LONDON)
                                .along(EAST_TO_SOUTH_EAST)
                                .path()));
        String london =
                new Drawing().back(EAST_TO_LONDON).along(LONDON_TO_SOUTH_EAST).path();
        all.put(
                Region.LONDON,
                new RegionOutline(
                        london,
                        List.of("London"),
                        x(170),
                        y(5156),
                        "M" + x(0) + " " + y(5149) + "L" + x(165) + " " + y(5151)));
        all.put(
                Region.SOUTH_EAST,
                inside(
                        -72,
                        5116,
                        List.of("South East"),
                        new Drawing()
                                        .back(EAST_TO_SOUTH_EAST)
                                        .back(LONDON_TO_SOUTH_EAST)
                                        .along(SOUTH_EASTERN_COAST)
                                        .along(SOUTH_EAST_TO_SOUTH_WEST)
                                        .back(MIDLANDS_TO_SOUTH_EAST)
                                        .path()
                                + new Drawing().along(ISLE_OF_WIGHT).path()));
        all.put(
                Region.SOUTH_WEST,
                inside(
                        -276,
                        5111,
                        List.of("South West"),
                        new Drawing()
                                .along(SOUTH_WESTERN_COAST)
                                .back(MIDLANDS_TO_SOUTH_WEST)
                                .back(SOUTH_EAST_TO_SOUTH_WEST)
                                .path()));
        return all;
    }

    private static RegionOutline inside(int longitude, int latitude, List<String> name, String path) {
        return new RegionOutline(path, name, x(longitude), y(latitude), "");
    }

    private static int x(int longitude) {
        return (int) Math.round((longitude - WEST) * ACROSS);
    }

    private static int y(int latitude) {
        return NORTH - latitude;
    }

    /** Joins borders, each of which starts where the previous one ended. */
    private static final class Drawing {
        private final List<Integer> points = new ArrayList<>();

        Drawing along(int[] line) {
            for (int i = 0; i < line.length; i += 2) {
                add(line[i], line[i + 1]);
            }
            return this;
        }

        Drawing back(int[] line) {
            for (int i = line.length - 2; i >= 0; i -= 2) {
                add(line[i], line[i + 1]);
            }
            return this;
        }

        private void add(int longitude, int latitude) {
            int x = x(longitude);
            int y = y(latitude);
            int size = points.size();
            if (size == 0 || points.get(size - 2) != x || points.get(size - 1) != y) {
                points.add(x);
                points.add(y);
            }
        }

        String path() {
            var path = new StringBuilder("M");
            for (int i = 0; i < points.size(); i += 2) {
                path.append(i == 0 ? "" : i == 2 ? "L" : " ")
                        .append(points.get(i))
                        .append(' ')
                        .append(points.get(i + 1));
            }
            return path.append('Z').toString();
        }
    }
}

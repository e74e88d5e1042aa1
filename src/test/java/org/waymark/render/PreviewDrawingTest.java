package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.plan.PreviewPicture;
import org.waymark.plan.ThemeColours;

class PreviewDrawingTest {
    private static final ThemeColours LOOK =
            new ThemeColours(Optional.of("#0b3f38"), Optional.empty(), Optional.of("#f2b544"), Optional.empty());

    private static byte[] drawn(String sign, String title, String about, ThemeColours look) {
        return PreviewDrawing.png(new PreviewPicture("preview.png", title, sign, title, about, look));
    }

    private static byte[] drawn(String title) {
        return drawn("Directory of services", title, "What there is near you.", LOOK);
    }

    private static BufferedImage shown(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(PreviewPicture.WIDTH, image.getWidth());
        assertEquals(PreviewPicture.HEIGHT, image.getHeight());
        return image;
    }

    /**
     * If a change to the drawing is intended, {@link PreviewPicture} needs another edition, so no cache keeps the old
     * picture.
     */
    @Test
    void isTheSameOnEveryMachine() throws Exception {
        byte[] png = drawn("Workforce, ŵ and Ωμέγα");
        assertEquals(
                "63ba1d2ae80843ab",
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(png))
                        .substring(0, 16));
    }

    @Test
    void isSmallAndHasTheColoursOfTheSite() throws Exception {
        byte[] png = drawn("Workforce");
        assertTrue(png.length < 30_000, () -> png.length + " bytes");
        BufferedImage image = shown(png);
        assertEquals(0xff0b3f38, image.getRGB(5, 5));
        assertEquals(0xfff2b544, image.getRGB(60, 80));
        var look = new ThemeColours(Optional.of("#fff"), Optional.empty(), Optional.empty(), Optional.empty());
        BufferedImage light = shown(drawn("Directory", "Workforce", "", look));
        assertEquals(0xffffffff, light.getRGB(5, 5));
        assertTrue((light.getRGB(96, 600) & 0xff) < 0x40, "a light ground has a dark post");
    }

    @Test
    void wrapsAndShortensLongWords() throws IOException {
        String title = "Improving integration between different parts of the health and care system. ".repeat(4);
        byte[] png = drawn(title, title.replace(" ", ""), title, LOOK);
        assertTrue(png.length < 60_000, () -> png.length + " bytes");
        BufferedImage image = shown(png);
        for (int y = 0; y < PreviewPicture.HEIGHT; y++) {
            for (int x = PreviewPicture.WIDTH - 24; x < PreviewPicture.WIDTH; x++) {
                assertEquals(0xff0b3f38, image.getRGB(x, y), "nothing reaches the edge");
            }
        }
        Lettering bold = Lettering.BOLD;
        assertTrue(bold.lines(title, 56, 980, 3).get(2).endsWith("…"));
        assertEquals(List.of("a b"), bold.lines(" a \t b ", 56, 980, 3));
        assertEquals(List.of(), bold.lines("", 56, 980, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gwasanaethau i bŵl a thŷ", "Υπηρεσίες", "Услуги", "Służby, ğ, ő, ț", "“Quotes” – £5 · €"})
    void showsTheScriptsOfTheTypeface(String title) {
        assertTrue(Lettering.BOLD.canShow(title) && Lettering.REGULAR.canShow(title));
        assertFalse(Arrays.equals(drawn("😀"), drawn(title)));
    }

    @Test
    void readsEachGlyph() {
        for (String name : List.of("Bold", "Regular")) {
            Typeface typeface = Typeface.read("/com/formdev/flatlaf/fonts/roboto/Roboto-" + name + ".ttf");
            int most = typeface.unitsPerEm() * 3;
            for (int character = ' '; character <= 0xffff; character++) {
                int glyph = typeface.glyph(character);
                for (int[] outline : glyph == 0 ? List.<int[]>of() : typeface.outlines(glyph)) {
                    assertTrue(
                            Arrays.stream(outline).allMatch(place -> Math.abs(place) < most),
                            Integer.toHexString(character));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"خدمات محلية", "שירותים", "サービス", "Services 😀", "a\u0001b", "e\u0301", "\ud83d", "\uffff"})
    void showsNoWordsRatherThanWrongOnes(String title) throws IOException {
        byte[] png = drawn(title);
        shown(png);
        assertArrayEquals(drawn("Another sign", "😀", "", LOOK), png);
    }

    /** Letters with their own bounds, holes and accents are drawn according to their outlines. */
    @Test
    void fillsOutlinesWithTheirHoles() throws IOException {
        var canvas = new Canvas(100, 100, 0);
        int[] outer = {10, 10, 90, 10, 90, 90, 10, 90};
        int[] hole = {40, 40, 40, 60, 60, 60, 60, 40};
        for (int[] points : List.of(outer, hole)) {
            for (int i = 0; i < points.length; i++) {
                points[i] *= Canvas.UNIT;
            }
        }
        hole[0] += Canvas.UNIT / 2;
        hole[2] += Canvas.UNIT / 2;
        canvas.fill(List.of(outer, hole), canvas.ink(0, 0xffffff));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(canvas.png()));
        assertEquals(0xff000000, image.getRGB(9, 50));
        assertEquals(0xffffffff, image.getRGB(10, 10));
        assertEquals(0xffffffff, image.getRGB(39, 50));
        assertEquals(0xff888888, image.getRGB(40, 50));
        assertEquals(0xff000000, image.getRGB(50, 50));
        assertEquals(0xffffffff, image.getRGB(60, 50));
    }
}

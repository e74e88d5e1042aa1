package org.waymark.render;

import java.util.List;
import java.util.Optional;
import org.waymark.plan.PreviewPicture;
import org.waymark.render.Canvas.Ink;

/**
 * A signpost in the colours of the site: the sign says whose page it is, and beside the post are the title and a
 * description. Where the typeface lacks a character, or the picture would be too large, there is a signpost without
 * words.
 */
final class PreviewDrawing {
    private static final int MOST_BYTES = 60_000;

    private static final int MARGIN = 72;
    private static final int LEFT = 148;
    private static final int RIGHT = PreviewPicture.WIDTH - MARGIN;
    private static final int SIGN_TOP = 70;
    private static final int SIGN_HEIGHT = 88;
    private static final int TIP = 46;

    /** Colours for a project whose style sheet has none in a supported form. */
    private static final int BRAND = 0x0b3f38;

    private static final int SIGN = 0xf2b544;
    private static final int LIGHT = 0xffffff;
    private static final int DARK = 0x10201d;

    private final PreviewPicture preview;
    private final int ground;
    private final int signColour;
    private final Canvas canvas;
    private final Ink sign;

    private PreviewDrawing(PreviewPicture preview) {
        this.preview = preview;
        ground = colour(preview.look().light(), BRAND);
        signColour = colour(preview.look().sign(), SIGN);
        canvas = new Canvas(PreviewPicture.WIDTH, PreviewPicture.HEIGHT, ground);
        sign = canvas.ink(ground, signColour);
    }

    /** The picture of 1200 by 630 pixels. */
    static byte[] png(PreviewPicture preview) {
        var drawing = new PreviewDrawing(preview);
        Lettering bold = Lettering.BOLD;
        if (bold.canShow(preview.sign()) && bold.canShow(preview.title()) && bold.canShow(preview.about())) {
            drawing.drawWords();
            byte[] png = drawing.canvas.png();
            if (png.length <= MOST_BYTES) {
                return png;
            }
        }
        return withoutWords(preview);
    }

    private static byte[] withoutWords(PreviewPicture preview) {
        var drawing = new PreviewDrawing(preview);
        drawing.drawSignpost();
        return drawing.canvas.png();
    }

    private void drawWords() {
        int text = contrasting(ground);
        int quiet = mixed(ground, text, 80);
        Ink post = canvas.ink(ground, mixed(ground, text, 90));
        drawPolygon(post, 84, 40, 108, 40, 108, PreviewPicture.HEIGHT, 84, PreviewPicture.HEIGHT);

        Lettering bold = Lettering.BOLD;
        int signSize = bold.fittingSize(preview.sign(), 40, 28, RIGHT - LEFT - TIP);
        String words =
                bold.lines(preview.sign(), signSize, RIGHT - LEFT - TIP, 1).get(0);
        int end = LEFT + bold.width(words, signSize) + 24;
        drawPolygon(
                sign,
                MARGIN - 16,
                SIGN_TOP,
                end,
                SIGN_TOP,
                end + TIP,
                SIGN_TOP + SIGN_HEIGHT / 2,
                end,
                SIGN_TOP + SIGN_HEIGHT,
                MARGIN - 16,
                SIGN_TOP + SIGN_HEIGHT);
        Ink onSign = canvas.ink(signColour, contrasting(signColour));
        bold.draw(words, signSize, 108, SIGN_TOP + SIGN_HEIGHT / 2 + signSize * 36 / 100, canvas, onSign);

        int size = 88;
        List<String> title = bold.lines(preview.title(), size, RIGHT - LEFT, 3);
        while (size > 56 && (title.size() > 2 || bold.isShortened(title, preview.title()))) {
            size -= 8;
            title = bold.lines(preview.title(), size, RIGHT - LEFT, 3);
        }
        int y = 228 + size;
        Ink ink = canvas.ink(ground, text);
        for (String line : title) {
            bold.draw(line, size, LEFT, y, canvas, ink);
            y += size * 114 / 100;
        }
        y += 16;
        int aboutSize = 36;
        int room = (PreviewPicture.HEIGHT - 40 - y) / (aboutSize * 132 / 100) + 1;
        Ink quietInk = canvas.ink(ground, quiet);
        for (String line : Lettering.REGULAR.lines(preview.about(), aboutSize, RIGHT - LEFT, Math.min(room, 3))) {
            Lettering.REGULAR.draw(line, aboutSize, LEFT, y, canvas, quietInk);
            y += aboutSize * 132 / 100;
        }
    }

    private void drawSignpost() {
        Ink post = canvas.ink(ground, mixed(ground, contrasting(ground), 90));
        drawPolygon(post, 578, 70, 618, 70, 618, PreviewPicture.HEIGHT, 578, PreviewPicture.HEIGHT);
        drawPolygon(sign, 430, 120, 770, 120, 856, 190, 770, 260, 430, 260);
        drawPolygon(post, 766, 300, 446, 300, 360, 370, 446, 440, 766, 440);
    }

    /** @param points x and y in turn, in pixels */
    private void drawPolygon(Ink ink, int... points) {
        var scaled = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            scaled[i] = points[i] * Canvas.UNIT;
        }
        canvas.fill(List.of(scaled), ink);
    }

    /** A colour of a style sheet, of three or six digits. */
    private static int colour(Optional<String> css, int otherwise) {
        if (css.isEmpty()) {
            return otherwise;
        }
        int value = Integer.parseInt(css.get().substring(1), 16);
        return css.get().length() > 4
                ? value
                : 0x11 * ((((value >> 8) & 0xf) << 16) | (((value >> 4) & 0xf) << 8) | (value & 0xf));
    }

    /** The light or the dark colour of text that is easier to read on a colour. */
    private static int contrasting(int colour) {
        int light = 299 * ((colour >> 16) & 0xff) + 587 * ((colour >> 8) & 0xff) + 114 * (colour & 0xff);
        return light > 140_000 ? DARK : LIGHT;
    }

    private static int mixed(int below, int above, int percent) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = (below >> shift) & 0xff;
            int to = (above >> shift) & 0xff;
            mixed |= ((from * (100 - percent) + to * percent) / 100) << shift;
        }
        return mixed;
    }
}

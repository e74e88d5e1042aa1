package org.waymark.plan;

import java.util.stream.Stream;
import org.waymark.directory.Routes;

/**
 * A picture that other sites show beside a link to a page, with the page's title and description in it.
 *
 * @param path its published path, which changes with its content
 * @param alt what it shows, in words
 * @param sign the words on the sign above the title
 * @param title the title, in the largest type
 * @param about a sentence below the title
 * @param look the colours
 */
public record PreviewPicture(String path, String alt, String sign, String title, String about, ThemeColours look) {
    /** The asset that replaces the picture of the site. */
    static final String OWN = "preview.png";

    public static final int WIDTH = 1200;
    public static final int HEIGHT = 630;

    /** Changes when the drawing code changes, so no cache keeps the old picture. */
    private static final String EDITION = "1";

    /** @param name the start of its file name */
    static PreviewPicture of(String name, String alt, String sign, String title, String about, ThemeColours look) {
        String hash = ContentHash.ofAll(
                Stream.of(EDITION, sign, title, about, look.toString()).flatMap(text -> Stream.of(text, "\0")));
        return new PreviewPicture(Routes.ASSETS + name + "." + hash + ".png", alt, sign, title, about, look);
    }
}

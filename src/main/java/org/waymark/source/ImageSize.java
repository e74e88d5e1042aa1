package org.waymark.source;

/**
 * How large an image is as browsers show it.
 *
 * @param width in pixels, after it has been turned upright; at least 1, as is the height
 */
public record ImageSize(int width, int height) {
    public ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no size of an image: " + width + " by " + height);
        }
    }

    /** The size of the image lying on its side. */
    ImageSize turned() {
        return new ImageSize(/* width= */ height, /* height= */ width);
    }
}

package org.waymark.source;

/**
 * The dimensions of an image as browsers show it.
 *
 * @param width in pixels, after rotation to the upright position; at least 1, as is the height
 */
public record ImageSize(int width, int height) {
    public ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no size of an image: " + width + " by " + height);
        }
    }

    /** The dimensions of the image rotated by 90 degrees. */
    ImageSize turned() {
        return new ImageSize(/* width= */ height, /* height= */ width);
    }
}

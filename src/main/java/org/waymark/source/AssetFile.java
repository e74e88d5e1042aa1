package org.waymark.source;

import java.util.Arrays;

/** A style sheet, script, SVG or image of the templates, unchanged. Equal if path and bytes are. */
public final class AssetFile {
    private final String path;
    private final byte[] bytes;

    public AssetFile(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes.clone();
    }

    /** The path relative to the project, with {@code /}. */
    public String path() {
        return path;
    }

    /** The bytes, which must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AssetFile that && path.equals(that.path) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return path;
    }
}

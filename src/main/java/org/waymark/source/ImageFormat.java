package org.waymark.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The formats that image files turn out to have, by their first bytes. */
public enum ImageFormat {
    JPEG("JPEG", "jpg", "jpeg"),
    PNG("PNG", "png", ""),
    GIF("GIF", "gif", ""),
    WEBP("WebP", "webp", ""),
    AVIF("AVIF", "avif", ""),
    HEIC("HEIC", "heic", "heif"),
    TIFF("TIFF", "tif", "tiff"),
    BMP("BMP", "bmp", ""),
    PSD("Photoshop", "psd", ""),
    JPEG_XL("JPEG XL", "jxl", "");

    private static final Set<ImageFormat> FOR_BROWSERS = Set.of(JPEG, PNG, GIF, WEBP, AVIF);

    private static final List<String> HEIF_BRANDS =
            List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private final String label;
    private final String ending;
    /** Empty if there is only one. */
    private final String otherEnding;

    ImageFormat(String label, String ending, String otherEnding) {
        this.label = label;
        this.ending = ending;
        this.otherEnding = otherEnding;
    }

    /** As people write it. */
    public String label() {
        return label;
    }

    /** The extensions of its files, the usual one first. */
    public List<String> endings() {
        return otherEnding.isEmpty() ? List.of(ending) : List.of(ending, otherEnding);
    }

    /** Whether all current browsers show it. */
    public boolean isForBrowsers() {
        return FOR_BROWSERS.contains(this);
    }

    /** The format with a given extension. */
    public static Optional<ImageFormat> named(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.endings().contains(ending))
                .findFirst();
    }

    /** The format of a file with these first bytes, 32 of which are enough. */
    static Optional<ImageFormat> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (text.startsWith("ftyp", 4)) {
            return ofBrands(text);
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return Optional.of(TIFF);
        }
        if (text.startsWith("8BPS")) {
            return Optional.of(PSD);
        }
        if (text.startsWith("\u00FF\n") || text.startsWith("\0\0\0\u000CJXL ")) {
            return Optional.of(JPEG_XL);
        }
        boolean isBitmap = text.startsWith("BM") && text.length() > 18 && text.startsWith("\0\0\0\0", 6);
        return isBitmap ? Optional.of(BMP) : Optional.empty();
    }

    /** The main brand, and those with which the file is compatible (ISO/IEC 14496-12, section 4.3). */
    private static Optional<ImageFormat> ofBrands(String head) {
        int end = Math.min(head.length(), head.charAt(3));
        String brands = head.substring(8, Math.max(8, end));
        if (brands.contains("avif") || brands.contains("avis")) {
            return Optional.of(AVIF);
        }
        return HEIF_BRANDS.stream().anyMatch(brands::contains) ? Optional.of(HEIC) : Optional.empty();
    }
}

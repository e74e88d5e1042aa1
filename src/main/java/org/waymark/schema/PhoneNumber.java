package org.waymark.schema;

/**
 * A phone number.
 *
 * @param text as people of the directory's country dial it, or with the country code if it is in another
 * @param international with the country code, as people everywhere dial it; the same as the text for a short number
 * @param url that dials it (RFC 3966)
 */
public record PhoneNumber(String text, String international, String url) {
    @Override
    public String toString() {
        return text;
    }
}

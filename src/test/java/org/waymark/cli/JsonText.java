package org.waymark.cli;

/** Lends tests the JSON of the commands. */
public final class JsonText {
    private JsonText() {}

    public static String of(Object value) {
        return Json.text(value);
    }
}

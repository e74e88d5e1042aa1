package org.waymark.directory;

import java.util.LinkedHashMap;
import java.util.Map;

/** How well the sources of a case study support it. */
public enum Confidence {
    /** The sources clearly support what the entry says. */
    HIGH,
    /** The sources leave something open, and the text says what. */
    MEDIUM;

    public String word() {
        return this == HIGH ? "high" : "medium";
    }

    static Map<String, Confidence> byWord() {
        var words = new LinkedHashMap<String, Confidence>();
        for (Confidence confidence : values()) {
            words.put(confidence.word(), confidence);
        }
        return words;
    }
}

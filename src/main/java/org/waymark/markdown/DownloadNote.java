package org.waymark.markdown;

import java.util.regex.Pattern;

/**
 * What readers are told about a file before they download it.
 *
 * @param format such as {@code PDF}
 * @param ending the extension of its name
 * @param size such as {@code 120 kB}
 */
public record DownloadNote(String format, String ending, String size) {
    private static final Pattern SIZE = Pattern.compile("\\d\\s?(?:[kKMG]i?[Bo]|bytes?)\\b");

    /** The note to add to the text of a link, unless it already says so. */
    String after(String text, ProseLabels labels) {
        String stripped = text.stripTrailing();
        boolean hasFormat = hasWord(stripped, format) || hasWord(stripped, ending);
        boolean hasSize = SIZE.matcher(stripped).find();
        if (hasFormat && hasSize) {
            return "";
        }
        String note = hasFormat ? size : hasSize ? format : format + labels.separator() + size;
        return stripped.endsWith(")") && hasFormat != hasSize ? labels.separator() + note : labels.note(note);
    }

    private static boolean hasWord(String text, String word) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}

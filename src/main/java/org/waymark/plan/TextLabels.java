package org.waymark.plan;

import java.util.Map;
import java.util.OptionalInt;
import org.waymark.markdown.ProseLabels;
import org.waymark.schema.Labels;

/** The words added around a text, from the labels of the site. */
public record TextLabels(Labels labels) implements ProseLabels {
    @Override
    public String footnotes() {
        return labels.text("footnotes");
    }

    @Override
    public String footnote(int number) {
        return labels.text("footnote", Map.of("number", number));
    }

    @Override
    public String backToText(int number, OptionalInt use) {
        return use.isPresent()
                ? labels.text("back-to-text-use", Map.of("number", number, "use", use.getAsInt()))
                : labels.text("back-to-text", Map.of("number", number));
    }

    @Override
    public String table(int number, String columns) {
        return columns.isEmpty()
                ? labels.text("table", Map.of("number", number))
                : labels.text("table-of", Map.of("number", number, "columns", columns));
    }

    @Override
    public String separator() {
        return labels.text("separator");
    }

    @Override
    public String note(String note) {
        return labels.text("note-after-text", Map.of("note", note));
    }
}

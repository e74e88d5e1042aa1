package org.waymark.plan;

import java.util.List;
import java.util.Map;
import org.waymark.schema.Labels;
import org.waymark.schema.NumberStyle;
import org.waymark.source.Json;

/**
 * The labels of scripts, as JSON for an attribute: scripts contain no words themselves. Templates escape it like any
 * text.
 */
final class ScriptLabels {
    private ScriptLabels() {}

    /**
     * Some labels.
     *
     * @param values of those placeholders that are the same on the whole page
     */
    static String of(Labels labels, List<String> keys, Map<String, ?> values) {
        Map<String, Object> said = labels.forScript(keys, values);
        NumberStyle numbers = labels.numbers();
        said.put(
                "number",
                List.of(
                        Character.toString(numbers.zero()),
                        numbers.separator(),
                        numbers.last(),
                        numbers.others(),
                        numbers.shortest()));
        return Json.line(said);
    }
}

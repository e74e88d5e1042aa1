package org.waymark.plan;

import java.util.List;
import org.waymark.directory.PathValue;
import org.waymark.schema.Labels;
import org.waymark.schema.Vocabulary.Option;

/** A choice preceded by those above it, in one line. */
final class Trail {
    private Trail() {}

    static String of(Option option, Labels labels) {
        return of(option.trail(), labels);
    }

    static String of(PathValue value, Labels labels) {
        return of(value.trail(), labels);
    }

    private static String of(List<String> choices, Labels labels) {
        return String.join(labels.text("choices-separator"), choices);
    }
}

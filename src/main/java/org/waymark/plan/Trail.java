package org.waymark.plan;

import java.util.List;
import org.waymark.directory.PathValue;
import org.waymark.schema.Vocabulary.Option;

/** A choice preceded by those above it, in one line. */
final class Trail {
    private static final String BETWEEN = " › ";

    private Trail() {}

    static String of(Option option) {
        return of(option.trail());
    }

    static String of(PathValue value) {
        return of(value.trail());
    }

    private static String of(List<String> labels) {
        return String.join(BETWEEN, labels);
    }
}

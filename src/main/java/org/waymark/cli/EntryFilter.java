package org.waymark.cli;

import java.util.List;
import java.util.Locale;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Kind;

/**
 * A condition on the entries of a kind.
 *
 * @param value case-insensitive; empty if entries must have none
 */
record EntryFilter(EntryColumn column, String value) {
    /** Reads {@code level=Beginners}; ends the command if there is no such field, or no such choice. */
    static EntryFilter of(String condition, Kind kind, Directory directory, ProjectOptions options) {
        int equals = condition.indexOf('=');
        if (equals < 1) {
            throw options.usage("`--where " + condition + "` must have the form FIELD=VALUE");
        }
        var column = EntryColumn.of(condition.substring(0, equals).strip(), kind, directory, options);
        var filter = new EntryFilter(column, folded(condition.substring(equals + 1)));
        List<String> choices = column.path().last().itemType().choices();
        boolean isPossible = filter.value().isEmpty()
                || choices.isEmpty()
                || choices.stream().anyMatch(choice -> folded(choice).equals(filter.value()));
        if (!isPossible) {
            String typed = condition.substring(equals + 1).strip();
            throw options.usage("`" + column.name() + "` is never `" + typed + "`; "
                    + DidYouMean.question(typed, choices).orElse("its values are " + String.join(", ", choices)));
        }
        return filter;
    }

    boolean accepts(Entry entry, Directory directory) {
        return value.isEmpty()
                ? column.values(entry, directory).isEmpty()
                : column.names(entry, directory).anyMatch(name -> folded(name).equals(value));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

package org.waymark.schema;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.Kind.FieldOfKind;

/**
 * The entries that the page of an entry shows first, such as who offers a service.
 *
 * @param label what readers see above them: {@code Who does it}
 * @param through the kind and path by which other entries lead to the entry: {@code case-study.services}. Without it,
 *     the chain begins at the entry itself
 * @param show the kind and path from there to the entries to show: {@code case-study.organisation}. Without it, these are
 *     the entries that lead there
 * @param evidence what is shown about the entries that lead there, each by a path of their kind: {@code
 *     case-study.confidence}
 * @param none what readers see if there is none
 * @param property what they are in schema.org, such as {@code provider}
 * @param origin where it is declared
 */
public record ShownFirst(
        String label,
        Optional<FieldOfKind> through,
        Optional<FieldOfKind> show,
        List<FieldOfKind> evidence,
        Optional<String> none,
        Optional<String> property,
        Origin origin) {
    /** The keys in a kind file. */
    public static final String THROUGH = "through";

    public static final String SHOW = "show";
    public static final String EVIDENCE = "evidence";

    public ShownFirst {
        evidence = List.copyOf(evidence);
    }
}

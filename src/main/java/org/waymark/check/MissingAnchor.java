package org.waymark.check;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Entry;
import org.waymark.markdown.Prose;
import org.waymark.schema.Kind.YamlList;
import org.waymark.source.Span;

/** A link to a heading or glossary term that its file does not have. */
final class MissingAnchor {
    /** The maximum number of headings that the help lists. */
    private static final int MOST_LISTED = 12;

    private MissingAnchor() {}

    static Optional<Diagnostic> check(LinkTargets targets, Entry target, Prose.Link link, String fragment) {
        Optional<Set<String>> anchors = targets.anchors(target);
        if (anchors.isEmpty() || fragment.isEmpty() || anchors.get().contains(fragment)) {
            return Optional.empty();
        }
        String what = target.kind().place() instanceof YamlList ? "term" : "heading";
        String message =
                "`" + target.path().substring("content/".length()) + "` has no " + what + " `#" + fragment + "`";
        Optional<Suggestion> nearest = targets.nearAnchor(target, fragment);
        String help = nearest.map(anchor -> "did you mean `#" + anchor.name() + "`?")
                .orElseGet(() -> known(anchors.get(), fragment));
        Span span = fragmentOf(link);
        return Optional.of(Diagnostic.of(Codes.BROKEN_LINK, span, message, help)
                .withFix(nearest.filter(
                                anchor -> BrokenLink.written(link).isPresent() && BrokenLink.isPlain(anchor.name()))
                        .map(anchor -> Fix.change(span, "#" + anchor.name(), anchor.isCertain()))));
    }

    private static String known(Set<String> anchors, String fragment) {
        return anchors.isEmpty() || anchors.size() > MOST_LISTED
                ? "remove `#" + fragment + "` to link to the whole page"
                : anchors.stream().map(anchor -> "`#" + anchor + "`").collect(joining(", ", "it has ", ""));
    }

    /** The part of a link from its {@code #} on; the whole of one that is not written out in the text. */
    private static Span fragmentOf(Prose.Link link) {
        String destination = link.destination();
        return BrokenLink.written(link)
                .map(span -> span.part(destination.indexOf('#'), destination.length()))
                .orElse(link.span());
    }
}

package org.waymark.check;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.markdown.Prose;
import org.waymark.source.SourceFile;

/** A link's text does not say where it leads (WCAG 2.2, success criteria 2.4.4 and 2.4.9). */
final class VagueLinkText implements Rule {
    private static final Set<String> VAGUE = Set.of(
            "click",
            "click here",
            "details",
            "find out more",
            "follow this link",
            "go here",
            "here",
            "info",
            "information",
            "learn more",
            "link",
            "more",
            "more details",
            "more info",
            "more information",
            "page",
            "read",
            "read more",
            "read on",
            "see here",
            "see more",
            "site",
            "source",
            "this",
            "this link",
            "this page",
            "this site",
            "this website",
            "website");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N} ]");

    @Override
    public Code code() {
        return Codes.VAGUE_LINK_TEXT;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.body().stream()
                        .flatMap(body -> body.links().stream()
                                .filter(link -> isVague(link.text()) && !isImage(body, link))
                                .filter(link -> !isCode(entry.file(), link) && !isOfFragment(link))))
                .map(this::report);
    }

    private static boolean isVague(String text) {
        String words =
                NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("").strip();
        return words.isEmpty() || VAGUE.contains(words) || words.startsWith("click here ");
    }

    /** Whether the text names something in code, such as {@code .read} or text between backticks. */
    private static boolean isCode(SourceFile file, Prose.Link link) {
        return link.text().startsWith(".")
                || file.text().startsWith("`", file.offset(link.textSpan().start()));
    }

    /** Whether the text matches the address of the heading that it links to, as in a table of contents. */
    private static boolean isOfFragment(Prose.Link link) {
        String word = link.text().strip().toLowerCase(Locale.ROOT);
        return link.destination().startsWith("#") && link.destination().contains(word) && !word.isEmpty();
    }

    /** An image without a description is reported as such. */
    private static boolean isImage(Prose body, Prose.Link link) {
        return link.text().isBlank()
                && body.images().stream()
                        .map(Prose.Image::whole)
                        .anyMatch(
                                image -> image.start().compareTo(link.textSpan().start()) >= 0
                                        && image.end().compareTo(link.textSpan().end()) <= 0);
    }

    private Diagnostic report(Prose.Link link) {
        String message = link.text().isBlank()
                ? "the link has no text, so readers cannot see it"
                : "the link text `" + link.text().strip() + "` does not say where it leads";
        return Diagnostic.of(
                code(), link.textSpan(), message, "name the page it leads to, so that the link makes sense on its own");
    }
}

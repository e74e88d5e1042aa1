package org.waymark.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** An address in a field or a text leads to the editor's own machine or network, such as that of a preview. */
final class PrivateLink implements Rule {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?://(?:\\[[0-9a-f:.]{2,45}\\]|[^\\s/?#\"'<>()\\[\\],{}]{1,253})[^\\s\"'<>\\],}]*+(?=[\"'>\\],}]|\\s*$|\\s+#)");

    @Override
    public Code code() {
        return Codes.PRIVATE_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        Stream<Diagnostic> texts = directory.documents().stream()
                .flatMap(document -> document.body().stream())
                .flatMap(body -> body.links().stream())
                .flatMap(link -> check(link).stream())
                .distinct(); // a definition may be used by several links
        return Stream.concat(directory.files().stream().flatMap(this::checkFields), texts);
    }

    private Optional<Diagnostic> check(Prose.Link link) {
        return check(link.destination(), link.span());
    }

    private Optional<Diagnostic> check(String address, Span span) {
        return Addresses.host(address)
                .filter(host -> Addresses.isPrivate(host) && !host.matches("(?i)https?")) // the scheme typed twice
                .map(host -> Diagnostic.of(
                        code(),
                        span,
                        "readers cannot follow this address: `" + host + "` is not on the public web",
                        "copy the address of the page as everyone can reach it"));
    }

    /** The lines of a file that hold its fields, without comments. */
    private Stream<Diagnostic> checkFields(SourceFile file) {
        if (file.text().indexOf("://") < 0) {
            return Stream.empty();
        }
        var found = Stream.<Diagnostic>builder();
        boolean isMarkdown = file.path().endsWith(".md");
        for (int line = 1; line <= file.lineCount(); line++) {
            int start = file.offset(new Position(line, 1));
            if (isMarkdown && line > 1 && file.text().startsWith("---", start)) {
                break;
            }
            if (file.text().indexOf("://", start) < 0) {
                break;
            }
            String text = file.line(line);
            if (text.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher address = ADDRESS.matcher(text);
            while (address.find()) {
                check(address.group(), file.span(start + address.start(), start + address.end()))
                        .ifPresent(found);
            }
        }
        return found.build();
    }
}

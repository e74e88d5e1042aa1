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
import org.waymark.markdown.PlainText;
import org.waymark.markdown.Prose;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** An address in a field or a text leads to the editor's own machine or network, such as that of a preview. */
final class PrivateLink implements Rule {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?://(?:\\[[0-9a-f:.]{2,45}\\]|[^\\s/?#\"'<>()\\[\\],{}]{1,253})[^\\s\"'<>\\],}]*+(?=[\"'>\\],}]|\\s*$|\\s+#)");

    /**
     * A server and a folder on it, or a drive letter for both. Everyone has the drives before G, so of these only a
     * user's folder counts.
     */
    private static final Pattern OFFICE_PATH = Pattern.compile(
            "(?<![\\\\\\w])(?:\\\\\\\\(?:\\\\\\\\)?([A-Za-z0-9])[\\w.$-]{0,60}\\\\|([G-Z]):\\\\{1,2}|(C):\\\\{1,2}Users\\\\{1,2})[\\w$][^\\s\"<>|`]{0,200}(?<![.,;:!?)])");

    /** Pages of services that require signing in: personal folders, mailboxes, team meetings. */
    private static final Pattern SIGNED_IN = Pattern.compile(
            "(?i)https://(?:[\\w-]+-my\\.sharepoint\\.com/|[\\w-]+\\.sharepoint\\.com/(?:\\S*/_layouts/|:[a-z]:/r/)"
                    + "|teams\\.microsoft\\.com/(?:l/(?:channel|message|team|file)/|_#)|outlook\\.(?:office(?:365)?|live)\\.com/(?:mail|calendar)/"
                    + "|mail\\.google\\.com/mail/|drive\\.google\\.com/drive/(?:u/\\d+/)?(?:my-drive|shared-with-me|recent)"
                    + "|app\\.slack\\.com/client/)\\S*");

    @Override
    public Code code() {
        return Codes.PRIVATE_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        Stream<Diagnostic> texts = directory.entries().stream()
                .flatMap(entry -> entry.body().stream())
                .flatMap(body -> body.links().stream())
                .flatMap(link -> check(link).stream())
                .distinct(); // a definition may be used by several links
        Stream<Diagnostic> paths = directory.entries().stream()
                .flatMap(entry -> entry.body().stream())
                .flatMap(this::checkPaths);
        return Stream.of(directory.files().stream().flatMap(this::checkFields), texts, paths)
                .flatMap(found -> found);
    }

    /** The paths to office files that are written out in a text. */
    private Stream<Diagnostic> checkPaths(Prose body) {
        String text = body.file().text();
        if (!body.file().has('\\')) {
            return Stream.empty();
        }
        Matcher path = OFFICE_PATH.matcher(text).region(body.offset(), text.length());
        PlainText plain = body.plainText();
        var found = Stream.<Diagnostic>builder();
        while (path.find()) {
            int name = Math.max(path.start(1), Math.max(path.start(2), path.start(3)));
            if (plain.isAt(name)) {
                found.add(Diagnostic.of(
                        code(),
                        body.file().span(path.start(), path.end()),
                        "readers cannot open this path: it is on "
                                + (path.start(3) < 0 ? "the network of your office" : "your own computer"),
                        "put the file into `content/files`, and link to it: `[words](../files/name.pdf)`"));
            }
        }
        return found.build();
    }

    private Optional<Diagnostic> check(Prose.Link link) {
        return check(link.destination(), link.span());
    }

    private Optional<Diagnostic> check(String address, Span span) {
        if (SIGNED_IN.matcher(address).matches()) {
            return Optional.of(
                    Diagnostic.of(
                            code(),
                            span,
                            "readers cannot follow this address: it is for people who have signed in",
                            "link to a page that everyone can read, or put the file into `content/files` and link to it there"));
        }
        return Addresses.host(address)
                .filter(host -> Addresses.isPrivate(host) && !host.matches("(?i)https?")) // the scheme typed twice
                .map(host -> Diagnostic.of(
                        code(),
                        span,
                        "readers cannot follow this address: `" + host + "` is not on the public web",
                        "copy the public address of the page"));
    }

    /** Looks at the lines with an address among the fields of a file, except for comments. */
    private Stream<Diagnostic> checkFields(SourceFile file) {
        var found = Stream.<Diagnostic>builder();
        String text = file.text();
        Matcher address = ADDRESS.matcher(text);
        int end = endOfFields(file);
        int sign = text.indexOf("://");
        while (sign >= 0 && sign < end) {
            int start = text.lastIndexOf('\n', sign) + 1;
            int lineEnd = text.indexOf('\n', sign);
            address.region(Math.max(start, sign - "https".length()), lineEnd < 0 ? text.length() : lineEnd);
            while (!isComment(text, start) && address.find()) {
                check(address.group(), file.span(address.start(), address.end()))
                        .ifPresent(found);
            }
            sign = text.indexOf("://", address.regionEnd());
        }
        return found.build();
    }

    private static int endOfFields(SourceFile file) {
        int fence = file.path().endsWith(".md") ? file.text().indexOf("\n---") : -1;
        return fence < 0 ? file.text().length() : fence;
    }

    private static boolean isComment(String text, int line) {
        int at = line;
        while (at < text.length() && Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '\n') {
            at++;
        }
        return text.startsWith("#", at);
    }
}

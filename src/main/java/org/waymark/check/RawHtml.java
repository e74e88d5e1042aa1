package org.waymark.check;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;

/** A text contains HTML, which readers would see as typed. */
final class RawHtml implements Rule {
    /** A name with a prefix (Namespaces in XML, section 4), which Markdown parses as a link in angle brackets. */
    private static final Pattern TAG = Pattern.compile("\\p{L}[\\w.-]*:[\\p{L}_][\\w.-]*");

    /** Before a colon, these begin an address that may have no slashes. */
    private static final Set<String> SCHEMES = Set.of(
            "about",
            "blob",
            "callto",
            "chrome",
            "data",
            "facetime",
            "file",
            "ftp",
            "http",
            "https",
            "intent",
            "javascript",
            "mailto",
            "ms-word",
            "msteams",
            "sip",
            "sips",
            "skype",
            "sms",
            "tel",
            "urn",
            "vbscript",
            "view-source",
            "whatsapp",
            "xmpp");

    @Override
    public Code code() {
        return Codes.RAW_HTML;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.body().stream())
                .flatMap(body -> Stream.concat(
                        body.rawHtml().stream().map(span -> reportHtml(body, span)),
                        body.links().stream().filter(RawHtml::isTag).map(this::reportTag)));
    }

    /** Whether what Markdown parses as a link is an XML tag, such as {@code <ows:ServiceProvider>}. */
    static boolean isTag(Prose.Link link) {
        return link.text().equals(link.destination())
                && TAG.matcher(link.destination()).matches()
                && !Addresses.scheme(link.destination())
                        .filter(SCHEMES::contains)
                        .isPresent();
    }

    private Diagnostic reportHtml(Prose body, Span span) {
        if (body.file().text().startsWith("<!--", body.file().offset(span.start()))) {
            return Diagnostic.of(
                    code(),
                    span,
                    "this note for editors is not closed, or there is text after it on its line",
                    "end it with `-->`, and put what readers should see on another line");
        }
        HtmlReplacement cure = HtmlReplacement.of(body.file(), span);
        return Diagnostic.of(code(), span, "HTML is not allowed in text; readers would see the tags", cure.help())
                .withFix(cure.fix());
    }

    private Diagnostic reportTag(Prose.Link link) {
        String name = link.destination();
        return Diagnostic.of(
                code(),
                link.span(),
                "readers would see `" + name + "` without the angle brackets",
                "write it as code, with backticks around `<" + name + ">`");
    }
}

package org.waymark.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.HostFile;
import org.waymark.source.PortableName;
import org.waymark.source.Span;

/**
 * The files in {@code content/host}, from an allow-list: text that a browser neither runs nor shows as a page, and none that
 * configures a web server, since one of these could switch off the protection of the site.
 */
final class HostFiles {
    /** In UTF-16 units. Such files have some lines; an {@code ads.txt} may have a thousand. */
    private static final int LONGEST = 64 << 10;

    private static final int MOST = 100;

    private static final Set<String> CONFIGURATION = Set.of(
            "_headers",
            "_redirects",
            "_nginx.conf",
            "_routes.json",
            "_worker.js",
            "_config.yml",
            ".htaccess",
            ".nojekyll",
            "web.config",
            "netlify.toml",
            "vercel.json",
            "staticwebapp.config.json");

    /** What Waymark writes itself, with an extension that files for hosts may have. */
    private static final Set<String> OWN = Set.of("robots.txt");

    /** Extensions that text editors add to a name they do not recognise as text. */
    private static final Pattern ADDED_ENDING =
            Pattern.compile("(?i)(CNAME|BingSiteAuth\\.xml|[\\w.-]+\\.(?:txt|html))\\.(?:txt|md|rtf|docx?)");

    private static final Pattern WELL_KNOWN =
            Pattern.compile("\\.well-known/(?:[A-Za-z0-9_-]+/)*+[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*+");
    /** Files that a browser shows as a page, or runs. */
    private static final Pattern ACTIVE =
            Pattern.compile(".*\\.(?:[xs]?html?|xml|xslt?|svgz?|m?js|css|pdf|wasm)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_.-]+\\.txt");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.){1,127}[a-z][a-z0-9-]*[a-z0-9]\\s*");
    private static final Pattern VERIFICATION =
            Pattern.compile("(?:google[0-9a-f]{16}|yandex_[0-9a-f]{16}|pinterest-[0-9a-z]{5,40}|[0-9a-f]{32})\\.html");
    /** The tags around a code, without attributes that do anything. */
    private static final Pattern PLAIN_TAGS = Pattern.compile("(?i)<!doctype html>|</?(?:html|head|title|body)>"
            + "|<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"\\s*/?>");

    private static final Pattern BING = Pattern.compile(
            "(?s)\\s*(?:<\\?xml version=\"1.0\"(?: encoding=\"utf-8\")?\\?>)?\\s*<users>\\s*<user>[0-9A-F]{32}</user>\\s*</users>\\s*");

    private HostFiles() {}

    static Stream<Diagnostic> check(List<HostFile> files) {
        Stream<Diagnostic> each = files.stream().limit(MOST).flatMap(file -> check(file).stream());
        return files.size() <= MOST
                ? each
                : Stream.concat(
                        each,
                        Stream.of(Diagnostic.of(
                                Codes.HOST_FILE,
                                Span.startOf(files.get(MOST).path()),
                                "`content/host` contains more than " + MOST + " files",
                                "keep only what a web host or another service asks for")));
    }

    private static Optional<Diagnostic> check(HostFile file) {
        String name = file.published();
        String text = file.source().text();
        String lower = PortableName.folded(name);
        if (CONFIGURATION.contains(lower.substring(lower.lastIndexOf('/') + 1))) {
            return refused(
                    file,
                    "`" + name + "` configures the web server, and could switch off the protection of the site",
                    "configure the host elsewhere; Waymark writes `_headers` and `_redirects` itself");
        }
        Matcher twice = ADDED_ENDING.matcher(name);
        if (twice.matches()) {
            return refused(
                    file,
                    "`" + name + "` has an extension that a text editor added, so no host will read it",
                    "rename it to `" + twice.group(1) + "`");
        }
        if (OWN.contains(lower)) {
            return Optional.of(Diagnostic.of(
                            Codes.HOST_FILE,
                            Span.startOf(file.path()),
                            "Waymark writes `" + lower + "` itself, so two files would have the same address",
                            "remove this one")
                    .withNote(Span.startOf("content/site.yaml"), "the other is made from the settings here"));
        }
        if (text.length() > LONGEST
                || text.indexOf('\0') >= 0
                || !file.source().malformed().isEmpty()) {
            return refused(
                    file,
                    "files for the host are UTF-8 text of at most 64 kB",
                    "put images into `content/images`, and files to download into `content/files`");
        }
        if (name.equals("CNAME")) {
            return DOMAIN.matcher(text).matches()
                    ? Optional.empty()
                    : refused(
                            file,
                            "`CNAME` must contain one domain and nothing else",
                            "write it as in `www.example.org`");
        }
        if (VERIFICATION.matcher(name).matches()) {
            return PLAIN_TAGS.matcher(text).replaceAll("").indexOf('<') < 0
                    ? Optional.empty()
                    : refused(
                            file,
                            "a file that proves ownership may contain only text between the tags of an empty page",
                            "download it again, or prove ownership by a DNS record");
        }
        if (name.equals("BingSiteAuth.xml")) {
            return BING.matcher(text).matches()
                    ? Optional.empty()
                    : refused(file, "this is not the file of Bing Webmaster Tools", "download it again");
        }
        boolean isAllowed = TEXT.matcher(name).matches()
                || (WELL_KNOWN.matcher(name).matches() && !ACTIVE.matcher(name).matches());
        return isAllowed
                ? Optional.empty()
                : refused(
                        file,
                        "this is not a file that web hosts or other services ask for",
                        "`content/host` is for `CNAME`, text files such as `ads.txt`, files in `.well-known`, and those that prove"
                                + " ownership, such as `google0123456789abcdef.html`");
    }

    private static Optional<Diagnostic> refused(HostFile file, String message, String help) {
        return Optional.of(Diagnostic.of(Codes.HOST_FILE, Span.startOf(file.path()), message, help));
    }
}

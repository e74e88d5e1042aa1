package org.waymark.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.Routes;
import org.waymark.directory.Site;
import org.waymark.directory.SitePath;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Noun;

/** Links for suggestions and questions, as configured in {@code site.yaml}; none if nothing is configured. */
final class ReaderLinks {
    private static final String BRANCH = "main";

    private final Site site;
    private final Labels labels;
    private final Optional<String> editFolder;

    ReaderLinks(Site site, Labels labels) {
        this.site = site;
        this.labels = labels;
        editFolder = site.repository().flatMap(ReaderLinks::editFolder);
    }

    /** What readers can do about the page of an entry. */
    List<Frame.Web> about(Entry entry) {
        Optional<Frame.Web> question =
                entry.kind().presentation().ask().flatMap(text -> link(text, write("question-subject", entry)));
        Optional<Frame.Web> feedback = link(labels.text("feedback"), write("feedback-subject", entry));
        return Stream.of(change(entry.label(), Routes.of(entry), entry.path()), question, feedback)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A link to edit the file in the repository; otherwise to the contact. */
    Optional<Frame.Web> change(String title, SitePath page, String file) {
        return link(
                labels.text("suggest-change-to-page"),
                site.repository()
                        .map(repository -> edit(repository, editFolder, file))
                        .or(() -> write(labels.text("change-subject", Map.of("title", title)), pageInMessage(page))));
    }

    /** By which readers can say that something is missing on the page of an entry. */
    Optional<Frame.Web> tell(Entry entry, Noun missing) {
        return link(
                labels.text("tell-us", Map.of("kind", missing)),
                write(labels.text("change-subject", Map.of("title", entry.label())), pageInMessage(Routes.of(entry)))
                        .or(() -> site.repository().map(repository -> edit(repository, editFolder, entry.path()))));
    }

    /** What readers can do to propose a new entry of a kind. */
    Optional<Frame.Web> add(Kind kind) {
        return kind.presentation()
                .add()
                .flatMap(text -> link(
                        text,
                        write(labels.text("new-subject", Map.of("kind", kind.noun(), "site", site.title())), "")));
    }

    private Optional<String> write(String subjectLabel, Entry entry) {
        return write(labels.text(subjectLabel, Map.of("title", entry.label())), pageInMessage(Routes.of(entry)));
    }

    private String pageInMessage(SitePath page) {
        return labels.text("page-in-message", Map.of("address", site.baseUrl() + page));
    }

    private static Optional<Frame.Web> link(String text, Optional<String> url) {
        return url.map(u -> new Frame.Web(text, u));
    }

    private Optional<String> write(String subject, String body) {
        return site.contact()
                .email()
                .map(address -> mailto(address, subject, body))
                .or(() -> site.contact().url());
    }

    /** RFC 6068. */
    static String mailto(String address, String subject, String body) {
        String link = "mailto:" + encoded(address, "@.-_~!$'*+") + "?subject=" + encoded(subject, "-._~");
        return body.isEmpty() ? link : link + "&body=" + encoded(body, "-._~");
    }

    /** The page on which a code host offers to edit a file; the repository itself if the host is unknown. */
    static String edit(String repository, String file) {
        return edit(repository, editFolder(repository), file);
    }

    private static String edit(String repository, Optional<String> folder, String file) {
        return folder.isPresent() ? folder.get() + encoded(file, "/-._~") : repository;
    }

    /** The prefix of the addresses of such pages. */
    private static Optional<String> editFolder(String repository) {
        String base = repository.endsWith("/") ? repository.substring(0, repository.length() - 1) : repository;
        if (base.endsWith(".git")) {
            base = base.substring(0, base.length() - ".git".length());
        }
        String host = host(repository);
        if (host.equals("github.com")) {
            return Optional.of(base + "/edit/" + BRANCH + "/");
        }
        boolean gitlab = Stream.of(host.split("\\.")).anyMatch("gitlab"::equals);
        return gitlab ? Optional.of(base + "/-/edit/" + BRANCH + "/") : Optional.empty();
    }

    private static String host(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String encoded(String text, String plain) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || plain.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return encoded.toString();
    }
}

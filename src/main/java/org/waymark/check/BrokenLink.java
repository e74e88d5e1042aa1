package org.waymark.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Fix;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.model.Directory;
import org.waymark.model.Document;
import org.waymark.model.Kinds;
import org.waymark.model.LinkPath;
import org.waymark.schema.Id;
import org.waymark.schema.Kind.YamlList;
import org.waymark.source.Span;

/** A link leads to no file of the project, or to a heading that is not there. */
final class BrokenLink implements Rule {
    @Override
    public Code code() {
        return Codes.BROKEN_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        var near = new NearPaths(directory);
        Stream<Diagnostic> unread = directory.documents().stream()
                .flatMap(document -> document.body().stream())
                .flatMap(body -> body.unreadLinks().stream())
                .map(this::unread);
        Stream<Diagnostic> broken = directory.documents().stream()
                .flatMap(document -> document.body().stream()
                        .flatMap(body -> body.links().stream())
                        .filter(link -> !Addresses.isExternal(link.destination()))
                        .filter(link -> !Addresses.isUnreadable(link.destination()))
                        .flatMap(link -> check(near, directory, document, link).stream()))
                .distinct(); // a definition may be used by several links
        return Stream.concat(unread, broken);
    }

    private Diagnostic unread(Span span) {
        return Diagnostic.of(
                code(),
                span,
                "this is not read as a link, so readers would see the brackets",
                "write `%20` for a space in an address, and a line `[name]: address` for a name in brackets");
    }

    private Optional<Diagnostic> check(NearPaths near, Directory directory, Document from, Prose.Link link) {
        String destination = link.destination();
        if (destination.isBlank()) {
            return Optional.of(Diagnostic.of(
                    code(),
                    link.span(),
                    "the link leads nowhere",
                    "write the file it leads to within the brackets ( )"));
        }
        Optional<LinkPath> target = LinkPath.resolve(from.path(), destination);
        if (target.isEmpty()) {
            return Optional.of(noFile(
                    near, directory, from, link, "`" + destination + "` is not a path to a file of this directory"));
        }
        String path = target.get().path();
        if (directory.hasImage(path) || LinkPath.INDEXED_FOLDERS.contains(path)) {
            return Optional.empty();
        }
        Optional<Document> document = directory.documentAt(path).filter(d -> Kinds.isForReaders(d.kind()));
        if (document.isEmpty()) {
            return Optional.of(noFile(
                    near,
                    directory,
                    from,
                    link,
                    "there is no file `" + withoutFragment(destination) + "` seen from here"));
        }
        return target.get().fragment().flatMap(fragment -> checkFragment(directory, document.get(), link, fragment));
    }

    private Diagnostic noFile(NearPaths paths, Directory directory, Document from, Prose.Link link, String message) {
        String path = withoutFragment(link.destination());
        Optional<Span> place = written(link).map(span -> span.part(0, path.length()));
        if (path.startsWith("www.")) {
            return Diagnostic.of(code(), link.span(), message, "did you mean `https://" + path + "`?")
                    .withFix(place.map(span -> Fix.change(span, "https://" + path, true)));
        }
        Optional<String> current = currentFile(directory, from, link);
        if (current.isPresent()) {
            return Diagnostic.of(code(), link.span(), message, "it is called `" + current.get() + "` now")
                    .withFix(place.map(span -> Fix.change(span, current.get(), true)));
        }
        Optional<String> gone = LinkPath.resolve(from.path(), link.destination())
                .flatMap(target -> directory.goneFrom(target.path()))
                .map(entry -> Gone.since(directory, entry));
        Optional<Suggestion> near = gone.isPresent() ? Optional.empty() : paths.suggest(from.path(), path);
        String help = gone.or(() -> near.map(Suggestion::question))
                .orElse("write the path from this file to the other, such as `../services/extended-access.md`");
        return Diagnostic.of(code(), link.span(), message, help)
                .withFix(near.filter(file -> isPlain(file.name())).flatMap(file -> file.fix(place)));
    }

    /** The file of an entry that had the link's file name once. */
    private static Optional<String> currentFile(Directory directory, Document from, Prose.Link link) {
        Optional<LinkPath> target = LinkPath.resolve(from.path(), link.destination());
        return directory.formerIds().entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .map(former -> entry.getKey().kind().fileOf(former.value()))
                        .anyMatch(file ->
                                target.filter(path -> path.path().equals(file)).isPresent()))
                .map(entry -> LinkPath.relative(from.path(), entry.getKey().path()))
                .filter(BrokenLink::isPlain)
                .findFirst();
    }

    /** Whether a path can stand in Markdown as it is. */
    static boolean isPlain(String path) {
        return path.chars().noneMatch(c -> c <= ' ' || "()<>#%\\".indexOf(c) >= 0);
    }

    private static String withoutFragment(String destination) {
        int hash = destination.indexOf('#');
        return hash < 0 ? destination : destination.substring(0, hash);
    }

    private Optional<Diagnostic> checkFragment(Directory directory, Document target, Prose.Link link, String fragment) {
        if (!isReadable(directory, target)) {
            return Optional.empty();
        }
        List<String> anchors = target.kind().place() instanceof YamlList
                ? directory
                        .documents(target.kind())
                        .map(Document::id)
                        .map(Id::value)
                        .toList()
                : target.body().stream()
                        .flatMap(body -> body.headings().stream())
                        .map(Prose.Heading::anchor)
                        .toList();
        if (fragment.isEmpty() || anchors.contains(fragment)) {
            return Optional.empty();
        }
        String what = target.kind().place() instanceof YamlList ? "term" : "heading";
        String message =
                "`" + target.path().substring("content/".length()) + "` has no " + what + " `#" + fragment + "`";
        Optional<Suggestion> nearest = DidYouMean.suggest(fragment, anchors);
        String known = anchors.isEmpty() || anchors.size() > 12
                ? "remove `#" + fragment + "` to link to the whole page"
                : "it has "
                        + String.join(
                                ", ", anchors.stream().map(a -> "`#" + a + "`").toList());
        String help =
                nearest.map(anchor -> "did you mean `#" + anchor.name() + "`?").orElse(known);
        Span place = fragmentOf(link);
        return Optional.of(Diagnostic.of(code(), place, message, help)
                .withFix(nearest.filter(anchor -> written(link).isPresent() && isPlain(anchor.name()))
                        .map(anchor -> Fix.change(place, "#" + anchor.name(), anchor.isCertain()))));
    }

    /** The part of a link from its {@code #} on; the whole of one that is not written out in the text. */
    private static Span fragmentOf(Prose.Link link) {
        String destination = link.destination();
        return written(link)
                .map(span -> span.part(destination.indexOf('#'), destination.length()))
                .orElse(link.span());
    }

    /** The place of the destination, where it stands there letter by letter. */
    private static Optional<Span> written(Prose.Link link) {
        return Optional.of(link.span()).filter(span -> span.isAsLongAs(link.destination()));
    }

    /** Whether it can be told which headings or terms are there. */
    private static boolean isReadable(Directory directory, Document target) {
        return target.kind().place() instanceof YamlList
                ? directory.documents(target.kind()).allMatch(Document::isNamed)
                : target.body().isPresent() || !target.kind().place().hasBody();
    }

    /** Remembers what was probably meant, since many pages may have the same broken links. For one run and one thread. */
    private static final class NearPaths {
        private final Directory directory;
        private final Map<String, List<String>> known = new HashMap<>();
        private final Map<String, Map<String, Optional<Suggestion>>> suggested = new HashMap<>();

        NearPaths(Directory directory) {
            this.directory = directory;
        }

        Optional<Suggestion> suggest(String from, String path) {
            String folder = from.substring(0, from.lastIndexOf('/') + 1); // all its files have the same paths to others
            return suggested
                    .computeIfAbsent(folder, each -> new HashMap<>())
                    .computeIfAbsent(
                            path,
                            typed -> DidYouMean.suggest(typed, known.computeIfAbsent(folder, each -> pathsFrom(from))));
        }

        private List<String> pathsFrom(String from) {
            return directory.documents().stream()
                    .filter(document -> Kinds.isForReaders(document.kind()))
                    .map(document -> LinkPath.relative(from, document.path()))
                    .distinct()
                    .toList();
        }
    }
}

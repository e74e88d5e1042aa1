package org.waymark.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.LinkPath;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.schema.Kind.YamlList;
import org.waymark.source.Edit;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** A link leads to no file of the project, or to a heading that is not there. */
final class BrokenLink implements Rule {
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@/?:]+@[^\\s@/?:]+\\.[^\\s@/?:]+");

    /** An address of a mailbox or telephone, perhaps with spaces. */
    private static final Pattern CONTACT = Pattern.compile("\\]\\(((?:mailto|tel):[^()]*)\\)$");

    private static final Pattern PLAIN_CONTACT =
            Pattern.compile("mailto:" + MAILBOX + "(?:\\?[^\\s\"<>]*)?|tel:\\+?[0-9][0-9.-]*");

    /** The size of an image in the notation of some editors, after its address and perhaps a title. */
    private static final Pattern SIZE = Pattern.compile(
            "\\]\\((\\S+)(?:\\s+\"[^\"]*\")?(\\s+=(?:\\d+(?:%|px)?)?(?:[x*](?:\\d+(?:%|px)?)?)?\\s*)\\)$");

    /** The scheme of a web address without its colon or with a semicolon. */
    private static final Pattern SCHEME_SLIP =
            Pattern.compile("(?i)(https?);?/{1,3}([\\w-]+(?:\\.[\\w-]+)+(?:/\\S*)?)");

    /** A link with its words and its address swapped, which another rule reports. */
    private static final Pattern SWAPPED = Pattern.compile("\\[(?:https?://|www\\.)\\S+\\]\\(");

    private static final Pattern TWICE = Pattern.compile("(?i)(https?:/+)https?:/");

    @Override
    public Code code() {
        return Codes.BROKEN_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        var targets = new LinkTargets(directory);
        Stream<Diagnostic> unread = directory.documents().stream()
                .flatMap(document -> document.body().stream()
                        .flatMap(body -> body.unreadLinks().stream())
                        .filter(link -> !SWAPPED.matcher(typed(document, link)).lookingAt())
                        .map(link -> unread(directory, document, link)));
        Stream<Diagnostic> broken = directory.documents().stream()
                .flatMap(document -> document.body().stream()
                        .flatMap(body -> body.links().stream())
                        .filter(link -> !Addresses.isExternal(link.destination()))
                        .filter(link -> !Addresses.isUnreadable(link.destination()))
                        .flatMap(link -> check(targets, directory, document, link).stream()))
                .distinct(); // a definition may be used by several links
        Stream<Diagnostic> doubled = directory.documents().stream()
                .flatMap(document -> document.body().stream())
                .flatMap(body -> body.links().stream())
                .flatMap(link -> doubled(link).stream())
                .distinct();
        return Stream.of(unread, broken, doubled).flatMap(found -> found);
    }

    private static String typed(Document document, Span span) {
        SourceFile file = document.file();
        return file.text().substring(file.offset(span.start()), file.offset(span.end()));
    }

    private Optional<Diagnostic> doubled(Prose.Link link) {
        Matcher twice = TWICE.matcher(link.destination());
        if (!twice.lookingAt()) {
            return Optional.empty();
        }
        String address = link.destination().substring(twice.end(1));
        return Optional.of(Diagnostic.of(
                        code(), link.span(), "the address begins with `https://` twice", "write `" + address + "`")
                .withFix(Optional.of(Fix.change(link.span(), address, true))));
    }

    private Diagnostic unread(Directory directory, Document from, Span span) {
        SourceFile file = from.file();
        int start = file.offset(span.start());
        String typed = typed(from, span);
        Matcher contact = CONTACT.matcher(typed);
        if (contact.find()) {
            String address = withoutSpaces(contact.group(1));
            if (PLAIN_CONTACT.matcher(address).matches()) {
                Span place = file.span(start + contact.start(1), start + contact.end(1));
                return Diagnostic.of(
                                code(),
                                span,
                                "there is a space in the address, so this is not read as a link",
                                "write `" + address + "`")
                        .withFix(Optional.of(Fix.change(place, address, true)));
            }
        }
        Matcher size = SIZE.matcher(typed);
        if (start > 0 && file.text().charAt(start - 1) == '!' && size.find()) {
            Span place = file.span(start + size.start(2), start + size.end(2));
            boolean isImage = !typed.startsWith("[]")
                    && LinkPath.resolve(from.path(), size.group(1))
                            .filter(target -> directory.hasImage(target.path()))
                            .isPresent();
            String sign = size.group(2).strip();
            return Diagnostic.of(
                            code(),
                            span,
                            "Markdown has no sizes for images, so this is not read as an image",
                            "remove `" + sign + "`")
                    .withFix(Optional.of(new Fix("Remove `" + sign + "`", isImage, List.of(new Edit(place, "")))));
        }
        return Diagnostic.of(
                code(),
                span,
                "this is not read as a link, so readers would see the brackets",
                "write `%20` for a space in an address, and a line `[name]: address` for a name in brackets");
    }

    /** In the subject of a mail, spaces are meant. */
    private static String withoutSpaces(String address) {
        int query = address.indexOf('?');
        int end = query < 0 ? address.length() : query;
        return address.substring(0, end).replaceAll("\\s", "")
                + address.substring(end).strip().replaceAll("\\s", "%20");
    }

    private Optional<Diagnostic> check(LinkTargets targets, Directory directory, Document from, Prose.Link link) {
        String destination = link.destination();
        if (destination.isBlank()) {
            return Optional.of(Diagnostic.of(
                    code(),
                    link.span(),
                    "the link has no address",
                    "write the path to a file between the brackets ( )"));
        }
        Optional<LinkPath> target = LinkPath.resolve(from.path(), destination);
        if (target.isEmpty()) {
            return Optional.of(
                    noFile(targets, from, link, "`" + destination + "` is not a path to a file of this directory"));
        }
        String path = target.get().path();
        boolean isFile =
                directory.hasImage(path) || directory.attachment(path).isPresent() || directory.isUnusable(path);
        if (isFile || directory.kinds().listIn(path).isPresent()) {
            return Optional.empty();
        }
        Optional<Document> document =
                directory.documentAt(path).filter(d -> directory.kinds().isForReaders(d.kind()));
        if (document.isEmpty()) {
            return Optional.of(noFile(
                    targets,
                    from,
                    link,
                    "there is no file `" + withoutFragment(destination) + "` relative to this one"));
        }
        return target.get().fragment().flatMap(fragment -> checkFragment(targets, document.get(), link, fragment));
    }

    private Diagnostic noFile(LinkTargets targets, Document from, Prose.Link link, String message) {
        String path = withoutFragment(link.destination());
        Optional<Span> place = written(link).map(span -> span.part(0, path.length()));
        if (MAILBOX.matcher(path).matches()) {
            return Diagnostic.of(code(), link.span(), message, "did you mean `mailto:" + path + "`?")
                    .withFix(place.map(span -> Fix.change(span, "mailto:" + path, true)));
        }
        Matcher scheme = SCHEME_SLIP.matcher(path);
        if (scheme.matches()) {
            String address = scheme.group(1).toLowerCase(Locale.ROOT) + "://" + scheme.group(2);
            return Diagnostic.of(code(), link.span(), message, "did you mean `" + address + "`?")
                    .withFix(place.map(span -> Fix.change(span, address, true)));
        }
        if (path.startsWith("www.")) {
            return Diagnostic.of(code(), link.span(), message, "did you mean `https://" + path + "`?")
                    .withFix(place.map(span -> Fix.change(span, "https://" + path, true)));
        }
        Optional<LinkPath> target = LinkPath.resolve(from.path(), link.destination());
        Optional<String> current = target.flatMap(file -> targets.formerly(file.path()))
                .map(document -> LinkPath.relative(from.path(), document.path()))
                .filter(BrokenLink::isPlain);
        if (current.isPresent()) {
            return Diagnostic.of(code(), link.span(), message, "it is called `" + current.get() + "` now")
                    .withFix(place.map(span -> Fix.change(span, current.get(), true)));
        }
        Optional<String> gone = target.flatMap(file -> targets.goneFrom(file.path()));
        Optional<Suggestion> near = gone.isPresent() ? Optional.empty() : targets.near(from.path(), path);
        String help = gone.or(() -> near.map(Suggestion::question))
                .orElse("write the path from this file to the other, such as `../services/extended-access.md`");
        return Diagnostic.of(code(), link.span(), message, help)
                .withFix(near.filter(file -> isPlain(file.name())).flatMap(file -> file.fix(place)));
    }

    /** Whether a path can be in Markdown as it is. */
    static boolean isPlain(String path) {
        return path.chars().noneMatch(c -> c <= ' ' || "()<>#%\\".indexOf(c) >= 0);
    }

    private static String withoutFragment(String destination) {
        int hash = destination.indexOf('#');
        return hash < 0 ? destination : destination.substring(0, hash);
    }

    private Optional<Diagnostic> checkFragment(LinkTargets targets, Document target, Prose.Link link, String fragment) {
        Optional<Set<String>> anchors = targets.anchors(target);
        if (anchors.isEmpty() || fragment.isEmpty() || anchors.get().contains(fragment)) {
            return Optional.empty();
        }
        String what = target.kind().place() instanceof YamlList ? "term" : "heading";
        String message =
                "`" + target.path().substring("content/".length()) + "` has no " + what + " `#" + fragment + "`";
        Optional<Suggestion> nearest = targets.nearAnchor(target, fragment);
        Set<String> known = anchors.get();
        String list = known.isEmpty() || known.size() > 12
                ? "remove `#" + fragment + "` to link to the whole page"
                : "it has "
                        + String.join(
                                ", ", known.stream().map(a -> "`#" + a + "`").toList());
        String help =
                nearest.map(anchor -> "did you mean `#" + anchor.name() + "`?").orElse(list);
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

    /** The place of the destination, where it is written there letter by letter. */
    private static Optional<Span> written(Prose.Link link) {
        return Optional.of(link.span()).filter(span -> span.isAsLongAs(link.destination()));
    }
}

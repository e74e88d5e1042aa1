package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;

/** A link leads to a file or heading that does not exist, or is not parsed as a link. */
final class BrokenLink implements Rule {
    @Override
    public Code code() {
        return Codes.BROKEN_LINK;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        var targets = new LinkTargets(directory);
        return directory.entries().stream()
                .flatMap(entry -> Stream.concat(UnreadLink.check(directory, entry), links(targets, directory, entry)))
                .distinct(); // a definition may be used by several links
    }

    private Stream<Diagnostic> links(LinkTargets targets, Directory directory, Entry entry) {
        return entry.body().stream()
                .flatMap(body -> body.links().stream())
                .flatMap(link -> (Addresses.isExternal(link.destination())
                                ? DoubledScheme.check(link)
                                : check(targets, directory, entry, link))
                        .stream());
    }

    private Optional<Diagnostic> check(LinkTargets targets, Directory directory, Entry from, Prose.Link link) {
        String destination = link.destination();
        if (Addresses.isUnreadable(destination)) {
            return Optional.empty();
        }
        if (destination.isBlank()) {
            return Optional.of(Diagnostic.of(
                    code(),
                    link.span(),
                    "the link has no address",
                    "write the path to a file between the brackets ( )"));
        }
        Optional<LinkPath> target = LinkPath.resolve(from.path(), destination);
        if (target.filter(file -> isFileOrList(directory, file.path())).isPresent()) {
            return Optional.empty();
        }
        Optional<Entry> entry = target.flatMap(file -> directory.entryAt(file.path()))
                .filter(found -> directory.kinds().isForReaders(found.kind()));
        if (entry.isEmpty()) {
            return Optional.of(new MissingFile(targets, from, link).report());
        }
        return target.flatMap(LinkPath::fragment)
                .flatMap(fragment -> MissingAnchor.check(targets, entry.get(), link, fragment));
    }

    private static boolean isFileOrList(Directory directory, String path) {
        return directory.hasImage(path)
                || directory.attachment(path).isPresent()
                || directory.isUnusable(path)
                || directory.kinds().listIn(path).isPresent();
    }

    /** Whether a path needs no escaping in Markdown. */
    static boolean isPlain(String path) {
        return path.chars().noneMatch(c -> c <= ' ' || "()<>#%\\".indexOf(c) >= 0);
    }

    /** The span of the destination, if it is written out in the text. */
    static Optional<Span> written(Prose.Link link) {
        return Optional.of(link.span()).filter(span -> span.isAsLongAs(link.destination()));
    }
}

package org.waymark.check;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.Prose;
import org.waymark.schema.ImageName;
import org.waymark.schema.Picture;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;

/** An image is not one of the pictures in {@code content/images}. */
final class MissingImage implements Rule {
    /** An absolute path or a Windows path. */
    private static final Pattern ON_A_DISK =
            Pattern.compile("(?i)[a-z]:(?:[\\\\/]|%5C)|file:|\\\\\\\\|/(?:Users|home)/");

    /** Temporary addresses that editors give to the pictures of an open document: they stop working once it is closed. */
    private static final Pattern EXPIRING = Pattern.compile(
            "(?i)https?://(?:[\\w.-]+\\.googleusercontent\\.com/|[\\w.-]+\\.(?:fbcdn\\.net|cdninstagram\\.com)/|files\\.slack\\.com/|(?:www\\.)?notion\\.so/image/"
                    + "|\\S*[?&](?:X-Amz-(?:Expires|Signature)|X-Goog-Expires|Key-Pair-Id)=)\\S*");

    @Override
    public Code code() {
        return Codes.MISSING_IMAGE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        var suggestions = new Suggestions();
        return directory.entries().stream()
                .flatMap(entry -> Stream.concat(
                        entry.pictures().flatMap(picture -> check(directory, suggestions, picture).stream()),
                        entry.body().stream()
                                .flatMap(body -> body.images().stream())
                                .filter(image -> !Addresses.isUnreadable(image.destination()))
                                .flatMap(image -> check(directory, suggestions, entry, image).stream())))
                .distinct(); // a definition may be used by several images
    }

    private Optional<Diagnostic> check(Directory directory, Suggestions suggestions, Picture picture) {
        if (directory.hasImage(picture.path()) || directory.isUnusable(picture.path())) {
            return Optional.empty();
        }
        Optional<Suggestion> nearest = suggestions.of(
                picture.file(),
                "",
                () -> directory.images().stream().map(ImageName::of).sorted().toList());
        return Optional.of(Diagnostic.of(
                        code(),
                        picture.fileSpan(),
                        "there is no picture `" + picture.file() + "`",
                        nearest.map(Suggestion::question).orElse("put it in `content/images`"))
                .withFix(nearest.flatMap(file -> file.fix(new Scalar(picture.file(), picture.fileSpan()).written()))));
    }

    private Optional<Diagnostic> check(Directory directory, Suggestions suggestions, Entry from, Prose.Image image) {
        String destination = image.destination();
        if (destination.isBlank()) {
            return Optional.of(Diagnostic.of(
                    code(), image.span(), "the image has no address", "write the path to it: `(../images/bus.svg)`"));
        }
        if (destination.startsWith("data:")) {
            return Optional.of(Diagnostic.of(
                    code(),
                    image.span(),
                    "the picture is embedded in the text, and is not published",
                    "save it as a file in `content/images`, and write `../images/` and its name here"));
        }
        if (ON_A_DISK.matcher(destination).lookingAt()) {
            return Optional.of(Diagnostic.of(
                    code(),
                    image.span(),
                    "the picture is on your own computer or network, where readers cannot see it",
                    "put a copy in `content/images`, and write `../images/` and its name here"));
        }
        if (EXPIRING.matcher(destination).matches()) {
            return Optional.of(
                    Diagnostic.of(
                            code(),
                            image.span(),
                            "the image is on a server that keeps it only for a while, such as that of an online document",
                            "save the picture from the document as a file in `content/images`, and write `../images/` and its name here"));
        }
        if (Addresses.isExternal(destination)) {
            return Optional.of(Diagnostic.of(
                    code(),
                    image.span(),
                    "the image is on another website, which would learn who reads the page",
                    "put a copy that you may use in `content/images` and link to that"));
        }
        boolean isDownload = LinkPath.resolve(from.path(), destination)
                .flatMap(target -> directory.attachment(target.path()))
                .isPresent();
        if (isDownload) {
            return Optional.of(Diagnostic.of(
                    code(),
                    image.span(),
                    "`" + destination + "` is a file to download, which cannot be shown as an image",
                    "write it as a link, without the `!`"));
        }
        boolean known = LinkPath.resolve(from.path(), destination)
                .filter(target -> directory.hasImage(target.path()) || directory.isUnusable(target.path()))
                .isPresent();
        if (known) {
            return Optional.empty();
        }
        Optional<Suggestion> nearest = suggestions.of(
                destination,
                from.path().substring(0, from.path().lastIndexOf('/') + 1),
                () -> directory.images().stream()
                        .map(path -> LinkPath.relative(from.path(), path))
                        .sorted()
                        .toList());
        Optional<Span> place = Optional.of(image.span()).filter(span -> span.isAsLongAs(destination));
        String help = nearest.map(Suggestion::question)
                .orElse("put it in `content/images` and write `../images/` before its name");
        return Optional.of(Diagnostic.of(code(), image.span(), "there is no picture `" + destination + "`", help)
                .withFix(nearest.filter(file -> BrokenLink.isPlain(file.name())).flatMap(file -> file.fix(place))));
    }
}

package org.waymark.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Entry;
import org.waymark.directory.Kinds;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.AttachmentFormat;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Files that no kind claims: what to do about them, and which entry they were probably meant to be. */
final class MisplacedFile {
    private static final String ROOT = "content/";
    private static final String IMAGES = "content/images/";

    private final Kinds kinds;

    MisplacedFile(Kinds kinds) {
        this.kinds = kinds;
    }

    /** Reports a file. What stands for its entry has an id, but no name, no fields and no text. */
    Outcome<List<Entry>> report(String path) {
        Diagnostic finding = Diagnostic.of(
                Codes.UNKNOWN_FILE,
                Span.startOf(path),
                "this file is read neither as an entry nor as a picture",
                cure(path));
        return Outcome.of(standIns(path), List.of(finding));
    }

    /** What stands for the entry of a file that is not read, so that references to it lead somewhere. */
    List<Entry> standIns(String path) {
        if (!path.startsWith(ROOT)) {
            return List.of();
        }
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        return meantKind(path).filter(kind -> Id.isValid(name)).stream()
                .map(kind -> standIn(kind, path, new Id(name)))
                .toList();
    }

    boolean isMeantFor(String path, Kind kind) {
        return !kind.claims(path) && meantKind(path).filter(kind::equals).isPresent();
    }

    private static Entry standIn(Kind kind, String path, Id id) {
        SourceFile unread = SourceFile.of(path, "");
        return new Entry(kind, "", unread, Fields.none(kind, id, Optional.empty(), Span.startOf(path)), false);
    }

    private String cure(String path) {
        if (path.startsWith(IMAGES)) {
            Optional<String> conversion = ProjectReader.conversion(path);
            if (conversion.isPresent()) {
                return conversion.get();
            }
            return "pictures end with one of: "
                    + String.join(
                            ", ", ProjectReader.IMAGE_TYPES.stream().sorted().toList());
        }
        if (path.startsWith(ProjectReader.FILES)) {
            return AttachmentFormat.help(
                    path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        }
        Optional<Kind> kind = meantKind(path);
        if (kind.isEmpty()) {
            return "`content` holds " + String.join(", ", places())
                    + ", images, files and host; move or remove this file";
        }
        String place = kind.get().place().path();
        if (!path.startsWith(place + "/")) {
            return "did you mean `" + place
                    + path.substring(ROOT.length() + top(path).length()) + "`?";
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = kind.get().place().hasBody() ? ".md" : ".yaml";
        return path.indexOf('/', place.length() + 1) > 0
                ? "move it to `" + place + "/" + name + "`; folders within it are not read"
                : "files in `" + place + "` end with `" + ending + "`; rename or remove it";
    }

    /** The kind in whose folder, or under whose name, a file is; or one that is called nearly so. */
    private Optional<Kind> meantKind(String path) {
        if (path.startsWith(IMAGES) || path.startsWith(ProjectReader.FILES)) {
            return Optional.empty();
        }
        boolean inFolder = path.indexOf('/', ROOT.length()) > 0;
        return DidYouMean.nearest(top(path), places())
                .flatMap(place -> kinds.all().stream()
                        .filter(kind -> kind.place().path().equals(ROOT + place)
                                && inFolder == kind.place().isFolder())
                        .findFirst());
    }

    /** The name of the file or folder in {@code content}. */
    private static String top(String path) {
        int slash = path.indexOf('/', ROOT.length());
        return path.substring(ROOT.length(), slash < 0 ? path.length() : slash);
    }

    private List<String> places() {
        return kinds.all().stream()
                .map(kind -> kind.place().path().substring(ROOT.length()))
                .toList();
    }
}

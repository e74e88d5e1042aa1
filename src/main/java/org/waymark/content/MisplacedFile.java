package org.waymark.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Files that no kind claims: what to do about them, and which entry each was probably meant to be. */
final class MisplacedFile {
    private static final String ROOT = "content/";
    private static final String IMAGES = "content/images/";

    /** A name to which text editors and other programs add extensions of their own. */
    private static final Pattern TEXT =
            Pattern.compile("(?i)([a-z0-9]+(?:-[a-z0-9]+)*+)(?:\\.(?:md|mdx?|markdown|mdown|ya?ml)(?:\\.txt)?|\\.txt)");

    private static final Pattern FOR_EDITORS = Pattern.compile("/(?:README|CONTRIBUTING|CHANGELOG|LICEN[CS]E)\\.md$");

    private final Kinds kinds;

    MisplacedFile(Kinds kinds) {
        this.kinds = kinds;
    }

    /** Reports a file. Its placeholder entry has an id, but no name, fields or text. */
    Outcome<List<Entry>> report(String path) {
        Diagnostic finding = Diagnostic.of(
                Codes.UNKNOWN_FILE, Span.startOf(path), "this file is neither an entry nor a picture", cure(path));
        return Outcome.of(standIns(path), List.of(finding));
    }

    /** A placeholder for the entry of an unread file, so references to it resolve. */
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

    /**
     * Whether a file describes a folder to programmers, such as a README. No entry has such a name, since it has
     * capital letters.
     */
    static boolean isOnlyForEditors(String path) {
        return FOR_EDITORS.matcher(path).find();
    }

    private String cure(String path) {
        if (isOnlyForEditors(path)) {
            return "move it out of `content`, whose files are all for readers; a note for editors within a text goes between"
                    + " `<!--` and `-->`";
        }
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
        Optional<String> ofShape = ProjectShape.meantPath(path);
        if (ofShape.isPresent()) {
            return "move it to `" + ofShape.get() + "`";
        }
        Optional<Kind> kind = meantKind(path);
        if (kind.isEmpty()) {
            return "`content` is for " + String.join(", ", places())
                    + ", images, files and host; move or remove this file";
        }
        String place = kind.get().place().path();
        if (!path.startsWith(place + "/")) {
            return "did you mean `" + place
                    + path.substring(ROOT.length() + top(path).length()) + "`?";
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = kind.get().place().hasBody() ? ".md" : ".yaml";
        return elsewhere(name)
                .or(() -> renamed(place, name, ending))
                .orElseGet(() -> path.indexOf('/', place.length() + 1) > 0
                        ? "move it to `" + place + "/" + name + "`; folders within it are not read"
                        : "files in `" + place + "` end with `" + ending + "`; rename or remove it");
    }

    /** What to do about a picture or a document, which renaming cannot turn into an entry. */
    private static Optional<String> elsewhere(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ProjectReader.IMAGE_TYPES.contains(ending)) {
            return Optional.of(
                    "move the picture to `content/images`, and write `../images/" + name + "` where it is shown");
        }
        return AttachmentFormat.isDocument(ending)
                ? Optional.of(
                        "copy its text into a file that `waymark new` makes; or move it to `content/files`, for readers to"
                                + " download")
                : Optional.empty();
    }

    /** The intended name of a text file to which a program has added an extension. */
    private static Optional<String> renamed(String place, String name, String ending) {
        Matcher text = TEXT.matcher(name);
        return text.matches()
                ? Optional.of("rename it to `" + place + "/" + text.group(1) + ending
                        + "` if it is an entry; otherwise remove it")
                : Optional.empty();
    }

    /** The kind with the file's folder or name, or with nearly that name. */
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

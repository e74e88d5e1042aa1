package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.model.Document;
import org.waymark.model.Kinds;
import org.waymark.model.Site;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Reads the entries of a project's content, file by file. */
public final class ContentReader {
    private ContentReader() {}

    /** Reads one text file. Pure, so that files can be read in parallel and results be remembered. */
    public static Outcome<List<Document>> read(SourceFile file) {
        Optional<Kind<?>> kind =
                Kinds.WITH_SITE.stream().filter(k -> k.claims(file.path())).findFirst();
        return kind.isPresent()
                ? EntryReader.read(file, kind.get())
                : Outcome.of(List.of(), List.of(unknownFile(file.path())));
    }

    /** What is wrong with the set of files as such: unknown ones, and one that must be there. */
    public static List<Diagnostic> checkFiles(Project project) {
        var found = new ArrayList<Diagnostic>();
        project.others().forEach(path -> found.add(unknownFile(path)));
        project.links().forEach(path -> found.add(link(path)));
        String site = Site.KIND.place().path();
        if (project.content().stream().noneMatch(file -> file.path().equals(site))) {
            found.add(Diagnostic.of(
                    Codes.MISSING_FILE,
                    Span.startOf(site),
                    "there is no `" + site + "`, which gives the site its title and address",
                    "create the file; `waymark schema site` lists its fields"));
        }
        return found;
    }

    private static Diagnostic unknownFile(String path) {
        return Diagnostic.of(
                Codes.UNKNOWN_FILE,
                Span.startOf(path),
                "this file is read neither as an entry nor as a picture",
                cure(path));
    }

    private static Diagnostic link(String path) {
        return Diagnostic.of(
                Codes.UNKNOWN_FILE,
                Span.startOf(path),
                "this is a link to another place, and links are not followed",
                "put the file or folder itself here");
    }

    private static String cure(String path) {
        if (path.startsWith("content/images/")) {
            return "names of pictures hold no control characters and end with one of: "
                    + String.join(
                            ", ", ProjectReader.IMAGE_TYPES.stream().sorted().toList());
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (Kind<?> kind : Kinds.WITH_SITE) {
            String place = kind.place().path();
            if (path.startsWith(place + "/")) {
                String ending = kind.place().hasBody() ? ".md" : ".yaml";
                return path.indexOf('/', place.length() + 1) > 0
                        ? "move it to `" + place + "/" + name + "`; folders within it are not read"
                        : "files in `" + place + "` end with `" + ending + "`; rename or remove it";
            }
        }
        List<String> places =
                Kinds.WITH_SITE.stream().map(kind -> kind.place().path()).toList();
        int slash = path.indexOf('/', "content/".length());
        String top = slash < 0 ? path : path.substring(0, slash);
        return DidYouMean.nearest(top, places)
                .map(place -> "did you mean `" + place + path.substring(top.length()) + "`?")
                .orElse("`content` holds " + String.join(", ", places)
                        + " and content/images; move or remove this file");
    }
}

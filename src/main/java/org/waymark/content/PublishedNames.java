package org.waymark.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.AssetFile;
import org.waymark.source.Attachment;
import org.waymark.source.ContentImage;
import org.waymark.source.HostFile;
import org.waymark.source.PortableName;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.Span;

/**
 * The names of files that are published under their own name: each must be valid on every system, and unique on each.
 */
final class PublishedNames {
    private static final List<String> FOLDERS =
            List.of("content/images/", ProjectReader.FILES, HostFile.FOLDER, "templates/assets/");

    private PublishedNames() {}

    static List<Diagnostic> check(Project project) {
        var found = new ArrayList<Diagnostic>();
        Map<String, String> first = new HashMap<>();
        Stream.of(
                        project.images().stream().map(ContentImage::path),
                        project.attachments().stream().map(Attachment::path),
                        project.hostFiles().stream().map(HostFile::path),
                        project.assets().stream().map(AssetFile::path))
                .flatMap(paths -> paths)
                .forEach(path -> {
                    Optional<Diagnostic> fault = check(path);
                    fault.ifPresent(found::add);
                    String other = first.putIfAbsent(PortableName.folded(path), path);
                    if (other != null && fault.isEmpty()) {
                        found.add(twin(path, other));
                    }
                });
        return found;
    }

    private static Optional<Diagnostic> check(String path) {
        String name = FOLDERS.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(folder -> path.substring(folder.length()))
                .orElse(path);
        Span place = Span.startOf(path);
        if (PortableName.isTooLong(name)) {
            return Optional.of(Diagnostic.of(
                    Codes.TOO_LONG,
                    place,
                    "the file name has " + name.length() + " characters, but at most " + PortableName.LONGEST
                            + " (of plain letters) fit in an address",
                    "give the file a shorter name"));
        }
        return PortableName.fault(name)
                .map(fault -> Diagnostic.of(
                        Codes.INVALID_ID,
                        place,
                        "a file with this name cannot be published everywhere: " + fault,
                        "give the file a name of plain letters, digits and hyphens"));
    }

    private static Diagnostic twin(String path, String other) {
        return Diagnostic.of(
                        Codes.INVALID_ID,
                        Span.startOf(path),
                        "another file has the same name except for letter case or how an accent is encoded, so some systems keep only one of them",
                        "give one of the two another name")
                .withNote(Span.startOf(other), "the other one is here");
    }
}

package org.waymark.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Kinds whose folder or file does not exist, while a folder or file of nearly that name belongs to no kind. This is one
 * mistake, not one in each entry.
 */
final class MissingPlaces {
    private static final String ROOT = "content/";
    private static final String YAML = ".yaml";
    private static final Set<String> OTHER_FOLDERS = Set.of("images", "files", "host", "shape");

    private final Set<String> present;
    private final Set<String> unclaimed;

    private MissingPlaces(Set<String> present, Set<String> unclaimed) {
        this.present = present;
        this.unclaimed = unclaimed;
    }

    /**
     * Looks for such kinds among those that the project declares itself.
     *
     * @param own the paths of the project's kind files
     */
    static Map<Kind, Diagnostic> of(Project project, List<Kind> kinds, Set<String> own) {
        List<Kind> declared = kinds.stream()
                .filter(kind -> kind.isSound() && own.contains(kind.origin().path()))
                .toList();
        if (declared.isEmpty()) {
            return Map.of();
        }
        Set<String> present = Stream.concat(project.content().stream().map(SourceFile::path), project.others().stream())
                .filter(path -> path.startsWith(ROOT))
                .map(MissingPlaces::top)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unclaimed = new TreeSet<>(present);
        unclaimed.removeAll(OTHER_FOLDERS);
        kinds.forEach(kind -> unclaimed.remove(place(kind)));
        if (unclaimed.isEmpty()) {
            return Map.of();
        }
        var places = new MissingPlaces(present, unclaimed);
        Map<Kind, Diagnostic> found = new LinkedHashMap<>();
        declared.forEach(kind -> places.missing(kind).ifPresent(finding -> found.put(kind, finding)));
        return found;
    }

    /** The name of the file or folder in {@code content}. */
    private static String top(String path) {
        int slash = path.indexOf('/', ROOT.length());
        return path.substring(ROOT.length(), slash < 0 ? path.length() : slash);
    }

    private static String place(Kind kind) {
        return kind.place().path().substring(ROOT.length());
    }

    private Optional<Diagnostic> missing(Kind kind) {
        boolean isFolder = kind.place().isFolder();
        String word = isFolder ? KindFile.FOLDER_OF_ENTRIES : KindFile.FILE_OF_ENTRIES;
        Span written = kind.placeOf(word);
        if (present.contains(place(kind)) || written.equals(kind.origin().whole())) {
            return Optional.empty();
        }
        String name = kind.plural();
        String otherForm = isFolder ? name + YAML : name;
        if (unclaimed.contains(otherForm)) {
            return Optional.of(Diagnostic.of(
                    Codes.INVALID_VALUE,
                    written,
                    isFolder
                            ? "`content/" + otherForm + "` is a file, not a folder"
                            : "`content/" + otherForm + "` is a folder, not a file",
                    "write `" + (isFolder ? KindFile.FILE_OF_ENTRIES : KindFile.FOLDER_OF_ENTRIES) + ": " + name
                            + "`"));
        }
        List<String> others = unclaimed.stream()
                .filter(each -> each.endsWith(YAML) != isFolder)
                .map(each -> isFolder ? each : each.substring(0, each.length() - YAML.length()))
                .toList();
        return DidYouMean.suggest(name, others)
                .map(near -> Diagnostic.of(
                                Codes.INVALID_VALUE,
                                written,
                                "there is no " + word + " `" + kind.place().path() + "`",
                                near.question())
                        .withFix(near.fix(Optional.of(written))));
    }
}

package org.waymark.tool.lsp;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.waymark.source.ProjectReader;

/** The client's projects: those of its folders and those of open files. */
final class Projects {
    private final Map<Path, OpenProject> open = new ConcurrentHashMap<>();
    /** Roots of the client's folders, which stay open without an open file. */
    private final Set<Path> kept = ConcurrentHashMap.newKeySet();

    private final Documents documents;
    private final Function<Path, OpenProject> create;

    Projects(Documents documents, Function<Path, OpenProject> create) {
        this.documents = documents;
        this.create = create;
    }

    /** A file and its project. */
    record Located(OpenProject project, String path) {}

    Collection<OpenProject> all() {
        return open.values();
    }

    /** Opens the project at or above a folder of the client. */
    void addFolder(Path folder) {
        rootOfFolder(folder).ifPresent(root -> {
            kept.add(root);
            project(root).changedOnDisk();
        });
    }

    /** Closes a folder of the client. */
    List<OpenProject> removeFolder(Path folder) {
        rootOfFolder(folder).ifPresent(kept::remove);
        return closeUnused();
    }

    /** Opens the project of a file, if it has one. */
    Optional<Located> openFor(Path file) {
        root(file).ifPresent(this::project);
        return locate(file);
    }

    /** The innermost project that contains a file. */
    Optional<Located> locate(Path file) {
        return open.values().stream()
                .sorted(Comparator.comparing(
                                (OpenProject project) -> project.root().getNameCount())
                        .reversed())
                .flatMap(project -> project.path(file).map(path -> new Located(project, path)).stream())
                .findFirst();
    }

    /** Closes projects without a client folder or an open file. */
    List<OpenProject> closeUnused() {
        List<OpenProject> unused = open.values().stream()
                .filter(project -> !kept.contains(project.root()))
                .filter(project -> documents.below(project.root()).isEmpty())
                .toList();
        unused.forEach(project -> {
            open.remove(project.root());
            project.close();
        });
        return unused;
    }

    private OpenProject project(Path root) {
        return open.computeIfAbsent(root, create);
    }

    private static Optional<Path> rootOfFolder(Path folder) {
        return ProjectReader.isProject(folder) ? Optional.of(folder) : root(folder.resolve("any"));
    }

    /**
     * The folder above a file that contains content. If there are several, the innermost that is certainly a project, since
     * any folder may be called content.
     */
    private static Optional<Path> root(Path file) {
        Path first = null;
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            Path root = folder.getParent();
            Path name = folder.getFileName();
            boolean isPart = name != null
                    && (name.toString().equals("content") || name.toString().equals("templates"));
            if (!isPart || root == null || !ProjectReader.isProject(root)) {
                continue;
            }
            if (ProjectReader.isCertainlyProject(root)) {
                return Optional.of(root);
            }
            first = first == null ? root : first;
        }
        return Optional.ofNullable(first);
    }
}

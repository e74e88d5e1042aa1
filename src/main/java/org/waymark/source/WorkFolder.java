package org.waymark.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Waymark's own folder within a project or a published site: a lock, staged files, and caches. The folder and
 * everything in it must be real, never links.
 */
public final class WorkFolder {
    public static final String NAME = ".waymark";

    private WorkFolder() {}

    /**
     * Creates the folder in a project, ignored by Git.
     *
     * @throws WriteFailure if it is a link, or cannot be written
     */
    public static RealFolder in(Path project) {
        Repository.refuseLinks(project, project);
        var folder = new RealFolder(project);
        try {
            boolean isNew = !folder.hasFolder(NAME);
            folder.makeFolder(NAME);
            try {
                ignore(folder);
            } catch (IOException e) {
                // A full disk may have space for a folder, but not for a file in it.
                if (isNew) {
                    folder.removeTree(NAME);
                }
                throw e;
            }
            return folder;
        } catch (IOException e) {
            throw WriteFailure.of(project.resolve(NAME), e);
        }
    }

    private static void ignore(RealFolder folder) throws IOException {
        String path = NAME + "/.gitignore";
        if (folder.attributes(path).isEmpty()) {
            folder.replace(path, "*\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}

package org.waymark.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Waymark's own folder within a project or a published site: a lock, staged files, and what would only have to be found out
 * again. It and everything in it must be real, never links.
 */
public final class WorkFolder {
    /** The name of the folder. */
    public static final String NAME = ".waymark";

    private WorkFolder() {}

    /**
     * Makes the folder in a project, where Git is to ignore it.
     *
     * @throws WriteFailure when it is a link, or cannot be written
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
                // A full disk may have room for a folder, but not for a file in it.
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

package org.waymark.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a project in which Waymark keeps what it would only have to find out again. Git does not see it. */
public final class WorkFolder {
    private static final String NAME = ".waymark";

    private WorkFolder() {}

    /** Where a file of it lies, whether or not it is there. */
    public static Path file(Path project, String name) {
        return project.resolve(NAME).resolve(name).normalize();
    }

    /**
     * Makes the folder if it is not there.
     *
     * @throws PublishFailure when the machine does not let it
     */
    public static void make(Path project) {
        Path folder = project.resolve(NAME);
        Path ignored = folder.resolve(".gitignore");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(ignored)) {
                WholeFile.write(ignored, "*\n");
            }
        } catch (IOException e) {
            throw PublishFailure.of(folder, e);
        }
    }
}

package org.waymark.source;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The folder of a project that is read again and again. It gives what {@link ProjectReader} gives, but takes from memory
 * what has not changed on the disk, so that it can be asked often. For one thread.
 */
public final class ProjectFolder {
    private final Path root;
    private final InstantSource clock;
    private final FileMemory memory = new FileMemory(true);

    /** @param clock tells which files were changed a moment ago, and may change again unnoticed */
    public ProjectFolder(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /**
     * Everything as it is on disk now.
     *
     * @throws ReadFailure when a folder or file cannot be read, such as one that was removed a moment ago
     */
    public Project read() {
        memory.begin(clock.instant());
        Project project = ProjectReader.read(root, memory);
        memory.end();
        return project;
    }
}

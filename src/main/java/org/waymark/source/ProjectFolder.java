package org.waymark.source;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * A project folder that is read repeatedly. Gives the same as {@link ProjectReader}, but reuses what has not changed
 * on disk. For one thread.
 */
public final class ProjectFolder {
    private final Path root;
    private final InstantSource clock;
    private final FileMemory memory = new FileMemory(true);

    /**
     * @param clock shows which files were changed just now, and so may change again without a new timestamp
     */
    public ProjectFolder(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /**
     * Reads everything as it is on disk now.
     *
     * @throws ReadFailure if a folder or file cannot be read, for example because it has just been removed
     */
    public Project read() {
        memory.begin(clock.instant());
        Project project = ProjectReader.read(root, memory);
        memory.end();
        return project;
    }
}

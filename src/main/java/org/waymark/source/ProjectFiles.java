package org.waymark.source;

import java.util.List;

/** Where the files of a project come from: a folder on disk, or an earlier revision. */
public interface ProjectFiles {
    /**
     * Every file below a folder of the project, in path order (code units); none if there is no such folder. Skips
     * files and folders whose name starts with a dot.
     *
     * @throws ReadFailure if a folder cannot be read
     */
    List<ProjectFile> below(String folder);
}

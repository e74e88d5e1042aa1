package org.waymark.source;

import java.util.List;

/** Where the files of a project come from: a folder on the disk, or an older state of one. */
public interface ProjectFiles {
    /**
     * Every file below a folder of the project, in path order (code units); none where there is no such folder. Files and
     * folders whose name starts with a dot are left out.
     *
     * @throws ReadFailure when a folder cannot be read
     */
    List<ProjectFile> below(String folder);
}

package org.waymark.tool.serve;

import java.util.List;
import org.waymark.Edition;
import org.waymark.source.Project;

/**
 * A build that the preview has made.
 *
 * @param changed the paths of the files that triggered it, in order; none for the first
 * @param pages how many pages it has changed
 * @param millis how long it took, from the poll that noticed the change
 */
public record Rebuild(List<String> changed, Project project, Edition edition, long pages, long millis) {
    public Rebuild {
        changed = List.copyOf(changed);
    }
}

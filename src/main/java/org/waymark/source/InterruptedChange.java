package org.waymark.source;

import java.util.List;

/**
 * A change to several files that was interrupted, such as by a crash, and has now been completed.
 *
 * @param completed the files that were changed just now, by path
 * @param left those that are left as they are, since somebody has changed them after the interruption
 */
public record InterruptedChange(List<String> completed, List<String> left) {
    public InterruptedChange {
        completed = List.copyOf(completed);
        left = List.copyOf(left);
    }
}

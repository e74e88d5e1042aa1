package org.waymark.source;

import java.util.List;

/**
 * A change to several files that was interrupted, for example by a crash, and has now been completed.
 *
 * @param completed the files just changed, by path
 * @param left files left unchanged, since they were modified after the interruption
 */
public record InterruptedChange(List<String> completed, List<String> left) {
    public InterruptedChange {
        completed = List.copyOf(completed);
        left = List.copyOf(left);
    }
}

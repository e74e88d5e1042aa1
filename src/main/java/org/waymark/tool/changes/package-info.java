/**
 * The differences between two snapshots of a directory, by entry rather than by line, as a reader or reviewer would
 * describe them. Takes two checked directories and returns {@link org.waymark.tool.changes.DirectoryChanges}, as
 * text, Markdown or data. {@link org.waymark.tool.changes.History} reads earlier revisions from the Git repository
 * that contains the project: it is read-only, starts no program, and ignores the Git settings of users and machines.
 * Imports the pipeline; uses JGit, and java-diff-utils to compare texts word by word.
 */
@NullMarked
package org.waymark.tool.changes;

import org.jspecify.annotations.NullMarked;

/**
 * What differs between two states of a directory, by entry and not by line, as a reader or reviewer would describe it. Two
 * checked directories come in, {@link org.waymark.tool.changes.DirectoryChanges} go out, as text, Markdown or data.
 * {@link org.waymark.tool.changes.History} reads older states from the Git repository that holds the project: it only reads,
 * starts no program, and ignores the Git settings of users and machines. Imports the pipeline; uses JGit, and java-diff-utils
 * to compare texts word by word.
 */
@NullMarked
package org.waymark.tool.changes;

import org.jspecify.annotations.NullMarked;

/**
 * What is different between two states of a directory, by entry and not by line, as a reader or reviewer would tell it. Two
 * checked directories come in, {@link org.waymark.changes.Changes} go out, and what they are as text, Markdown or data.
 * Pure: it reads no files. Imports the rooms up to {@code report}; uses java-diff-utils to compare texts word by word.
 */
@NullMarked
package org.waymark.changes;

import org.jspecify.annotations.NullMarked;

/**
 * Older states of a project, from the Git repository in which it lies. A folder and the name of a revision come in, a
 * {@link org.waymark.source.Project} goes out. It only reads: no program is started, nothing is written, and the settings
 * that users and machines have for Git are not looked at. Imports {@code source} and {@code diagnostic}; uses JGit.
 */
@NullMarked
package org.waymark.history;

import org.jspecify.annotations.NullMarked;

/**
 * The files of a project on disk: reading them, and changing them by position; their text, pictures by reference, and the
 * format-neutral {@link org.waymark.source.Value} tree. Paths come in, a {@link org.waymark.source.Project} goes out.
 * {@link org.waymark.source.Memo} keeps results from one build to the next. {@link org.waymark.source.Json}
 * writes JSON for all. Imports no other package, and of libraries only Jackson's JSON.
 */
@NullMarked
package org.waymark.source;

import org.jspecify.annotations.NullMarked;

/**
 * The files of a project on disk: reading them, and changing them by position; their text, images by reference, and
 * the format-neutral {@link org.waymark.source.Value} tree. Takes paths and returns a {@link
 * org.waymark.source.Project}. {@link org.waymark.source.Memo} keeps results from one build to the next. {@link
 * org.waymark.source.Json} writes all JSON. Imports no other package, and of libraries only Jackson's JSON.
 */
@NullMarked
package org.waymark.source;

import org.jspecify.annotations.NullMarked;

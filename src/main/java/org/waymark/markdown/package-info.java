/**
 * Markdown bodies. A file's text comes in, {@link org.waymark.markdown.Prose} goes out: parsed once, with its links,
 * images, headings and raw HTML at their places, and ready to become HTML. Imports {@code source}, and alone uses
 * commonmark.
 */
@NullMarked
package org.waymark.markdown;

import org.jspecify.annotations.NullMarked;

/**
 * Markdown bodies. Takes the text of a file and returns {@link org.waymark.markdown.Prose}: parsed once, with the
 * spans of its links, images, headings and raw HTML, and ready to be rendered as HTML. Imports {@code source}, and is
 * the only package that uses commonmark and autolink.
 */
@NullMarked
package org.waymark.markdown;

import org.jspecify.annotations.NullMarked;

/**
 * Finds words in the site's texts. What can be found comes in, a {@link org.waymark.plan.SearchContent} that names no kind
 * of entry; the files of an index go out, which {@code templates/assets/search.js} reads in the browser. Analysis and codes
 * here and there are the same, and tests hold them together. Imports {@code plan}.
 */
@NullMarked
package org.waymark.search;

import org.jspecify.annotations.NullMarked;

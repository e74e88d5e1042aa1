/**
 * The search index. A {@link org.waymark.plan.SearchContent} comes in; the files of an index go out, which
 * {@code templates/assets/search.js} reads in the browser. Text analysis and encoding are the same in both, which tests
 * verify. Imports {@code plan}.
 */
@NullMarked
package org.waymark.search;

import org.jspecify.annotations.NullMarked;

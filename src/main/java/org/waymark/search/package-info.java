/**
 * The search index. Takes a {@link org.waymark.plan.SearchContent} and returns the files of an index, which {@code
 * templates/assets/search.js} reads in the browser. Text analysis and encoding are the same in both, which tests
 * verify. Imports {@code plan}.
 */
@NullMarked
package org.waymark.search;

import org.jspecify.annotations.NullMarked;

/**
 * {@link org.waymark.Build} calls the stages in order: start reading there. A project comes in, an
 * {@link org.waymark.Edition} of the site goes out. Imports every stage; only the tools and {@code cli} import it.
 */
@NullMarked
package org.waymark;

import org.jspecify.annotations.NullMarked;

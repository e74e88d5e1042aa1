/**
 * {@link org.waymark.Build} calls the stages in order: start reading there. Takes a project and returns an {@link
 * org.waymark.Edition} of the site. Imports every stage; only the tools and {@code cli} import it.
 */
@NullMarked
package org.waymark;

import org.jspecify.annotations.NullMarked;

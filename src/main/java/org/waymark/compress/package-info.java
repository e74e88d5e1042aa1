/**
 * Smaller forms of files for their way to readers: bytes come in, fewer bytes go out, always the same for the same. Imports
 * {@code publish} for {@link org.waymark.publish.Encoding} only.
 */
@NullMarked
package org.waymark.compress;

import org.jspecify.annotations.NullMarked;

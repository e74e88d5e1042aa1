/**
 * Output files to disk, safely. Files of a finished site come in, a folder that holds exactly these comes out. Imports
 * {@code render} for {@link org.waymark.render.OutputFile} only.
 */
@NullMarked
package org.waymark.publish;

import org.jspecify.annotations.NullMarked;

/**
 * Output files to disk, safely. The files of a site come in as they are made; when all are there, a folder that holds
 * exactly these comes out, with a manifest that proves it; {@link org.waymark.publish.Comparison} checks a folder against one.
 * Single files that users ask for are written here too. Imports {@code render} for {@link org.waymark.render.OutputFile},
 * and {@code source} for {@link org.waymark.source.Reason}, only.
 */
@NullMarked
package org.waymark.publish;

import org.jspecify.annotations.NullMarked;

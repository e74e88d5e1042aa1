/**
 * Writes output files to disk, safely. Takes the files of a site as they are made; once all are staged, the folder
 * contains exactly these, with a manifest to verify it. {@link org.waymark.publish.Comparison} checks a folder
 * against a manifest. Single files that users ask for are also written here. Imports only {@code render} for {@link
 * org.waymark.render.OutputFile}, and {@code source} for {@link org.waymark.source.Reason}.
 */
@NullMarked
package org.waymark.publish;

import org.jspecify.annotations.NullMarked;

/**
 * Checks the spelling and grammar of texts. Takes a directory and returns findings. Optional: no other package needs
 * it. Imports everything up to {@code check}; the only package that uses LanguageTool.
 */
@NullMarked
package org.waymark.tool.proofread;

import org.jspecify.annotations.NullMarked;

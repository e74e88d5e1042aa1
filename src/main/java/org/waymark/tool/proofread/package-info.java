/**
 * Spelling and grammar of the texts. A directory comes in, findings go out. It is an optional part, which no other part
 * needs. Imports everything up to {@code check}; alone uses LanguageTool.
 */
@NullMarked
package org.waymark.tool.proofread;

import org.jspecify.annotations.NullMarked;

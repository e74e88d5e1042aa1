/**
 * The rules, one small class each, and {@link org.waymark.check.Checker}, which applies them. Takes the whole {@link
 * org.waymark.directory.Directory} and returns findings. Rules read no files, no clock and no settings. Imports
 * everything up to {@code content}.
 */
@NullMarked
package org.waymark.check;

import org.jspecify.annotations.NullMarked;

/**
 * The command line: one class for each command, with its arguments, output and exit code. Imports every package; the
 * only one that prints, reads the clock and exits.
 */
@NullMarked
package org.waymark.cli;

import org.jspecify.annotations.NullMarked;

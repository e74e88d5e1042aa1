/**
 * The command line: one class for each command, with its arguments, output and exit code. Imports every package; it alone
 * prints, reads the clock and exits.
 */
@NullMarked
package org.waymark.cli;

import org.jspecify.annotations.NullMarked;

/**
 * The command line: one class for each command, its arguments, what it prints and how it exits. Imports every stage; it
 * alone prints, reads the clock and ends the program.
 */
@NullMarked
package org.waymark.cli;

import org.jspecify.annotations.NullMarked;

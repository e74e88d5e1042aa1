/**
 * Findings as text for people, as data for tools, and in the forms that CI servers read. Diagnostics come in, a text goes
 * out. Imports {@code source} and {@code diagnostic}; uses Jackson to write JSON.
 */
@NullMarked
package org.waymark.report;

import org.jspecify.annotations.NullMarked;

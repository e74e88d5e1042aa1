/**
 * Findings as text for people and as data for tools. Diagnostics come in, a text goes out. Imports {@code source} and
 * {@code diagnostic}; uses Jackson to write JSON.
 */
@NullMarked
package org.waymark.report;

import org.jspecify.annotations.NullMarked;

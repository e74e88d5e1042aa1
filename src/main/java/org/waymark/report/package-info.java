/**
 * Reports findings as text for people, as data for tools, and in the formats of CI servers; and the baseline, the
 * file of findings that a project tolerates for now. Takes diagnostics and returns text. Imports {@code content} and
 * {@code schema} to read a baseline, {@code source} and {@code diagnostic}; uses Jackson to write JSON and YAML.
 */
@NullMarked
package org.waymark.report;

import org.jspecify.annotations.NullMarked;

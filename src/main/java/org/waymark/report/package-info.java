/**
 * Findings as text for people, as data for tools, and in the forms that CI servers read; and the baseline, the file of
 * findings that a project tolerates for now. Diagnostics come in, text goes out. Imports {@code content} and {@code schema},
 * with which it reads a baseline, {@code source} and {@code diagnostic}; uses Jackson to write JSON and YAML.
 */
@NullMarked
package org.waymark.report;

import org.jspecify.annotations.NullMarked;

/**
 * Findings that are tolerated until someone mends them: the file that lists them, and what it means for the findings of a
 * run. Findings come in, those that count go out. Imports {@code content} to read YAML, {@code schema} for its fields, and
 * {@code diagnostic}; uses Jackson to write YAML.
 */
@NullMarked
package org.waymark.baseline;

import org.jspecify.annotations.NullMarked;

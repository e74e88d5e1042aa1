/**
 * Entries as tables, for people who work in a spreadsheet: export writes the entries of a kind as they are typed, and
 * import turns the rows of a table into {@link org.waymark.tool.edit.EntryUpdates changes}. Reads and writes bytes, not
 * files. Imports everything up to {@code check}, and {@code tool.edit}; uses Jackson for CSV. Only this package uses
 * fastexcel, which is optional.
 */
@NullMarked
package org.waymark.tool.data;

import org.jspecify.annotations.NullMarked;

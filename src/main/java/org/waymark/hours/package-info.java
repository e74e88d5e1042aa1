/**
 * Opening hours as people keep them: weekdays, weeks of a month, seasons, bank holidays and single days. Takes a date and
 * returns the times at which something is open on it, in local time. Imports nothing of Waymark.
 */
@NullMarked
package org.waymark.hours;

import org.jspecify.annotations.NullMarked;

/**
 * Decides which pages exist, and with which data. Takes a {@link org.waymark.directory.Directory} without errors and
 * returns a {@link org.waymark.plan.SitePlan}: records that hold exactly what their templates show, with nothing left to look
 * up or to format. Imports everything up to {@code check}.
 */
@NullMarked
package org.waymark.plan;

import org.jspecify.annotations.NullMarked;

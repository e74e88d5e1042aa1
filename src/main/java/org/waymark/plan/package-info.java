/**
 * Which pages exist, and with which data. A {@link org.waymark.directory.Directory} without errors comes in, a
 * {@link org.waymark.plan.SitePlan} goes out: records that hold exactly what their templates show, with nothing left to
 * look up or to format. Imports everything up to {@code check}.
 */
@NullMarked
package org.waymark.plan;

import org.jspecify.annotations.NullMarked;

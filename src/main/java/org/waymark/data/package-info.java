/**
 * The directory as data for other programs. Takes a {@link org.waymark.plan.SitePlan} and returns files: tables of
 * entries as CSV and JSON, and descriptions of these in standard vocabularies. Everything follows from the declarations
 * of kinds; what readers may not see is not in the plan. Imports {@code plan}.
 */
@NullMarked
package org.waymark.data;

import org.jspecify.annotations.NullMarked;

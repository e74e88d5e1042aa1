/**
 * From a {@link org.waymark.plan.SitePlan} to output files: pages by FreeMarker, sitemap, feeds, search index, assets. HTML is one
 * renderer among peers; none of them writes to the disk. Imports everything up to {@code search}, and
 * alone uses FreeMarker.
 */
@NullMarked
package org.waymark.render;

import org.jspecify.annotations.NullMarked;

/**
 * Renders a {@link org.waymark.plan.SitePlan} to output files: pages by FreeMarker, sitemap, feeds, search index,
 * assets, pictures for previews. HTML is one renderer among peers; none of them writes to disk. Imports everything up to {@code search}, and
 * is the only package that uses FreeMarker.
 */
@NullMarked
package org.waymark.render;

import org.jspecify.annotations.NullMarked;

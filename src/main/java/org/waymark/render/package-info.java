/**
 * Renders a {@link org.waymark.plan.SitePlan} to output files: pages by FreeMarker, sitemap, feeds, search index,
 * assets, pictures for previews, rules for hosts. HTML is one renderer among peers; none of them writes to disk. Imports
 * everything above it in {@code ArchitectureTest}, and is the only package that uses FreeMarker.
 */
@NullMarked
package org.waymark.render;

import org.jspecify.annotations.NullMarked;

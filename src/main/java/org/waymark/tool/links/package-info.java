/**
 * Checks links to other sites. Takes a directory and the cached results of earlier runs, and returns findings and new
 * results. The only package that opens connections; no build or check uses it. The policy (which requests to send,
 * when and how often) is separate from HTTP.
 */
@NullMarked
package org.waymark.tool.links;

import org.jspecify.annotations.NullMarked;

/**
 * The preview: a server on this machine that shows the site from memory, watches the project, builds it again after each
 * change and tells the browser. Imports everything up to the root; uses the HTTP server of the JDK.
 */
@NullMarked
package org.waymark.tool.serve;

import org.jspecify.annotations.NullMarked;

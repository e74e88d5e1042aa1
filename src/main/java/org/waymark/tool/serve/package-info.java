/**
 * The preview: a server on this machine that shows the site from memory, watches the project, rebuilds it after each
 * change and notifies the browser. Imports everything up to the root; uses the JDK's HTTP server.
 */
@NullMarked
package org.waymark.tool.serve;

import org.jspecify.annotations.NullMarked;

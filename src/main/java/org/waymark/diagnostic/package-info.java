/**
 * What Waymark reports to editors: findings with their location, message, help and fix, and the list of all codes.
 * Content problems are data, never exceptions. Imports only {@code source}.
 */
@NullMarked
package org.waymark.diagnostic;

import org.jspecify.annotations.NullMarked;

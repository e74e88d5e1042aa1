/**
 * What Waymark tells editors: findings with their place, message and cure, and the list of all kinds of them. Faults of
 * content are such data and never exceptions. Imports only {@code source}.
 */
@NullMarked
package org.waymark.diagnostic;

import org.jspecify.annotations.NullMarked;

/**
 * Memory of pure results, from one build to the next. Imports no other room and no library.
 */
@NullMarked
package org.waymark.memo;

import org.jspecify.annotations.NullMarked;

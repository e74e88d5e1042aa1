/**
 * How a kind of entry is declared: its fields and their types. From a {@link org.waymark.schema.Kind} come decoding, the
 * findings about missing, unknown and ill-typed fields, and the JSON Schema for editors' tools. Imports {@code source},
 * {@code diagnostic} and {@code markdown}.
 */
@NullMarked
package org.waymark.schema;

import org.jspecify.annotations.NullMarked;

/**
 * Declares the kinds of entry: their fields, the types and roles of these, and the vocabularies of choices; together a {@link
 * org.waymark.schema.Shape}. A {@link org.waymark.schema.Kind} drives decoding, findings about missing, unknown and
 * invalid fields, and the JSON Schema for text editors. Imports {@code source}, {@code diagnostic}, {@code
 * markdown} and {@code hours}, and for phone numbers and check digits one library each, which only {@code PhoneNumbers} and {@code CheckDigits} load.
 */
@NullMarked
package org.waymark.schema;

import org.jspecify.annotations.NullMarked;

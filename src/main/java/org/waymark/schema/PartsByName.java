package org.waymark.schema;

/** A type of values whose names the author of the file chooses, such as the fields of a kind. */
public interface PartsByName<T> extends FieldType.CustomType<T> {
    /** The type of each of these values. */
    FieldType<?> part();
}

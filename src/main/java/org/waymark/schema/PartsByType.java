package org.waymark.schema;

import java.util.List;
import java.util.Optional;

/** A group in which one field determines which others there are, such as the declaration of a field. */
public interface PartsByType<T> extends FieldType.CustomType<T> {
    /** The name of that field. */
    String decider();

    /**
     * Its fields.
     *
     * @param said the value of that field, which may be wrong; empty if there is none yet
     */
    List<Field<?>> parts(Optional<String> said);
}

package org.waymark.schema;

import java.util.List;
import java.util.Optional;

/** A group of which one field says which others there are, such as the declaration of a field. */
public interface PartsByType<T> extends FieldType.CustomType<T> {
    /** The name of the field that decides. */
    String decider();

    /**
     * Its fields.
     *
     * @param said the value of the field that decides, which may be wrong; empty if there is none yet
     */
    List<Field<?>> parts(Optional<String> said);
}

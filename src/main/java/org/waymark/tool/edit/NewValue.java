package org.waymark.tool.edit;

import java.util.Optional;
import org.waymark.schema.Field;
import org.waymark.source.Value;

/**
 * A field and its new value.
 *
 * @param value empty to remove the field
 */
public record NewValue(Field<?> field, Optional<Value> value) {}

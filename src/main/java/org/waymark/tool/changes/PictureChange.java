package org.waymark.tool.changes;

import java.util.Optional;

/**
 * A changed image.
 *
 * @param path its path, or its last one
 * @param from its old path, if it was renamed
 */
public record PictureChange(ChangeType type, String path, Optional<String> from) {}

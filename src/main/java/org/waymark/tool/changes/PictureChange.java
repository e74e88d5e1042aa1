package org.waymark.tool.changes;

import java.util.Optional;

/**
 * A picture that is not as it was.
 *
 * @param path where it is, or was
 * @param from where it was, if it was renamed
 */
public record PictureChange(ChangeType type, String path, Optional<String> from) {}

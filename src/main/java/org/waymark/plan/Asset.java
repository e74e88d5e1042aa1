package org.waymark.plan;

import org.waymark.directory.Routes;
import org.waymark.source.AssetFile;

/**
 * A style sheet, script or drawing of the look, under a name that changes with its content, so that browsers may keep it
 * for ever.
 *
 * @param name below {@code templates/assets}
 * @param path where it is published
 */
public record Asset(String name, String path, AssetFile file) {
    private static final String FOLDER = "templates/assets/";

    static Asset of(AssetFile file) {
        String name = file.path().substring(FOLDER.length());
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        return new Asset(name, Routes.ASSETS + stem + "." + ContentHash.of(file.bytes()) + ending, file);
    }
}

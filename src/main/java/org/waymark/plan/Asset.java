package org.waymark.plan;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.waymark.directory.Routes;
import org.waymark.source.AssetFile;

/**
 * A style sheet, script or image of the templates. Its published name changes with its content, so browsers may
 * cache it indefinitely.
 *
 * @param name below {@code templates/assets}
 * @param path its published path
 * @param file as its authors wrote it
 * @param published the same as it is published
 */
public record Asset(String name, String path, AssetFile file, AssetFile published) {
    private static final String FOLDER = "templates/assets/";

    static Asset of(AssetFile file) {
        String name = file.path().substring(FOLDER.length());
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        var published = new AssetFile(file.path(), CompactSource.of(name, file.bytes()));
        String path = Routes.ASSETS + stem + "." + ContentHash.of(published.bytes()) + ending;
        return new Asset(name, path, file, published);
    }

    /** A file that contains others, in this order. */
    static Asset joined(String name, List<String> names, List<Asset> assets) {
        var bytes = new ByteArrayOutputStream();
        for (String part : names) {
            assets.stream()
                    .filter(asset -> asset.name().equals(part))
                    .forEach(asset -> bytes.writeBytes(asset.file().bytes()));
        }
        return of(new AssetFile(FOLDER + name, bytes.toByteArray()));
    }
}

package org.waymark.packages;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes an image for container engines from a folder, which becomes its only layer; needs no engine and no network. */
public final class Image {
    private static final String HOME = "/usr/lib/waymark";

    private Image() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        Path file = Path.of(args[1]);
        String version = args[2];
        Instant time = Instant.parse(args[3]);
        Path cache = root.resolveSibling("image-cache");
        Jib.fromScratch()
                .setFormat(ImageFormat.OCI)
                .setPlatforms(Set.of(new Platform(args[4], "linux")))
                .addFileEntriesLayer(layer(root, time))
                .setCreationTime(time)
                .setWorkingDirectory(AbsoluteUnixPath.get("/directory"))
                .setEnvironment(Map.of("LC_ALL", "C.UTF-8", "HOME", "/tmp"))
                .setEntrypoint(entrypoint())
                .containerize(Containerizer.to(TarImage.at(file).named("waymark:" + version))
                        .setOfflineMode(true)
                        .setBaseImageLayersCache(cache)
                        .setApplicationLayersCache(cache));
    }

    private static FileEntriesLayer layer(Path root, Instant time) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("waymark");
        try (Stream<Path> children = Files.list(root)) {
            for (Path child : children.sorted().toList()) {
                layer.addEntryRecursive(
                        child,
                        AbsoluteUnixPath.get("/" + child.getFileName()),
                        (source, target) -> permissions(source),
                        (source, target) -> time);
            }
        }
        return layer.build();
    }

    /** What the launcher runs; there is no shell in the image. */
    private static List<String> entrypoint() {
        return List.of(
                HOME + "/runtime/bin/java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-XX:AOTCache=" + HOME + "/archive/own.aot",
                "-cp",
                HOME + "/lib/waymark.jar:" + HOME + "/lib/spreadsheets/*",
                "org.waymark.cli.Main");
    }

    private static FilePermissions permissions(Path source) {
        try {
            return FilePermissions.fromPosixFilePermissions(Files.getPosixFilePermissions(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

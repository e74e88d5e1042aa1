package org.waymark.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.schema.Picture;

/** The images and files for download of the site: all but those used only by unpublished entries or in fields for editors. */
final class PublishedFiles {
    private PublishedFiles() {}

    static <F> List<F> of(Directory directory, List<F> all, Function<F, String> path) {
        List<Entry> keptBack = directory.entries().stream()
                .filter(entry -> !directory.isShown(entry))
                .toList();
        Set<String> hidden = new HashSet<>(shownBy(keptBack.stream()));
        directory.entries().stream().flatMap(entry -> entry.pictures()).forEach(picture -> hidden.add(picture.path()));
        if (hidden.isEmpty()) {
            return all;
        }
        hidden.removeAll(shownBy(directory.entries().stream().filter(directory::isShown)));
        return all.stream().filter(file -> !hidden.contains(path.apply(file))).toList();
    }

    private static Set<String> shownBy(Stream<Entry> entries) {
        return entries.flatMap(entry -> Stream.concat(
                        entry.picturesForReaders().map(Picture::path),
                        entry.body().stream()
                                .flatMap(body -> Stream.concat(
                                        body.images().stream().map(image -> image.destination()),
                                        body.links().stream().map(link -> link.destination())))
                                .flatMap(destination -> LinkPath.resolve(entry.path(), destination).stream())
                                .map(LinkPath::path)))
                .collect(Collectors.toSet());
    }
}

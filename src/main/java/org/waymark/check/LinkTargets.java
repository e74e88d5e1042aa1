package org.waymark.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.directory.Routes;
import org.waymark.markdown.Prose;
import org.waymark.schema.Id;
import org.waymark.schema.Kind.YamlList;

/** The possible targets of links, with each list created once for all links of a run. For one thread. */
final class LinkTargets {
    private final Directory directory;
    private final Gone gone;
    private final Suggestions suggestions = new Suggestions();
    private final Map<String, Optional<Set<String>>> anchors = new HashMap<>();
    private final Map<String, Entry> byFormerFile = new HashMap<>();
    private final Map<String, Entry> byAddress = new HashMap<>();
    private final Map<String, Entry> byName = new HashMap<>();

    LinkTargets(Directory directory) {
        this.directory = directory;
        gone = new Gone(directory);
        directory
                .byFormerName()
                .forEach((name, entry) -> byFormerFile.put(name.kind().fileOf(name.id()), entry));
        directory.entries().stream()
                .filter(entry -> directory.kinds().isForReaders(entry.kind())
                        && entry.kind().place().isFolder())
                .forEach(entry -> {
                    byAddress.put(Routes.of(entry.kind(), entry.id()).value(), entry);
                    byName.put(withoutEnding(entry.path()), entry);
                });
    }

    /** The entry that has a page at an address, which is relative to the root of the site and ends with a slash. */
    Optional<Entry> atAddress(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /**
     * The entry that a link names by its address on the site instead of its file, as other programs expect: {@code
     * /services/extended-access/}, {@code introduction}, {@code ../introduction/index.html}.
     *
     * @param path without a fragment
     */
    Optional<Entry> addressed(Entry from, String path) {
        String plain = withoutEnding(path.replaceFirst("(?:(?<=/)index\\.html?)?$", ""))
                .replaceFirst("/$", "");
        if (plain.endsWith(".")) { // a folder
            return Optional.empty();
        }
        if (plain.startsWith("/")) {
            return atAddress(plain.substring(1) + "/").or(() -> named(plain.substring(1)));
        }
        Optional<Entry> beside = LinkPath.resolve(from.path(), plain).flatMap(file -> named(file.path()));
        return beside.or(() -> from.kind().place().isFolder()
                ? LinkPath.resolve(Routes.of(from.kind(), from.id()).value(), plain)
                        .flatMap(page -> atAddress(page.path() + "/"))
                : Optional.empty());
    }

    /** The only entry with an id that a link gives in place of a path, as fields do. */
    Optional<Suggestion> withId(String from, String id) {
        List<Entry> found = byAddress.values().stream()
                .filter(entry -> entry.id().value().equals(withoutEnding(id)))
                .limit(2)
                .toList();
        return found.size() == 1
                ? Optional.of(
                        new Suggestion(LinkPath.relative(from, found.get(0).path()), false))
                : Optional.empty();
    }

    private Optional<Entry> named(String path) {
        return Optional.ofNullable(byName.get(path.toLowerCase(Locale.ROOT)));
    }

    /** The path of a file without its extension, whatever it is published as. */
    private static String withoutEnding(String path) {
        return path.replaceFirst("(?i)\\.(?:md|yaml|html?)$", "");
    }

    /** The form of a link from a file to another. */
    Optional<String> example(String from) {
        return byAddress.values().stream()
                .map(Entry::path)
                .filter(path -> !path.equals(from))
                .min(Comparator.naturalOrder())
                .map(path -> LinkPath.relative(from, path));
    }

    /** The entry that once had a file of that name. */
    Optional<Entry> formerly(String file) {
        return Optional.ofNullable(byFormerFile.get(file));
    }

    /** What became of the entry that a file contained, if a notice says so. */
    Optional<String> goneFrom(String file) {
        return directory.goneFrom(file).map(gone::since);
    }

    /** The path that was probably meant in a link from a file. */
    Optional<Suggestion> near(String from, String path) {
        String folder =
                from.substring(0, from.lastIndexOf('/') + 1); // all files in a folder have the same relative paths
        return suggestions.of(
                path,
                folder,
                () -> Stream.concat(
                                directory.entries().stream()
                                        .filter(entry -> directory.kinds().isForReaders(entry.kind()))
                                        .map(Entry::path),
                                Stream.concat(directory.attachments().stream(), directory.images().stream())
                                        .sorted())
                        .map(target -> LinkPath.relative(from, target))
                        .distinct()
                        .toList());
    }

    /** The headings or terms of a file, in order; empty if they cannot be determined. */
    Optional<Set<String>> anchors(Entry target) {
        return anchors.computeIfAbsent(target.path(), path -> read(target));
    }

    /** The heading or term that was probably meant in a link. */
    Optional<Suggestion> nearAnchor(Entry target, String fragment) {
        return suggestions.of(
                fragment,
                target.path() + "#",
                () -> anchors(target).stream().flatMap(Set::stream).toList());
    }

    private Optional<Set<String>> read(Entry target) {
        if (target.kind().place() instanceof YamlList) {
            List<Entry> entries = directory.entries(target.kind()).toList();
            return entries.stream().allMatch(Entry::isNamed)
                    ? Optional.of(inOrder(entries.stream().map(Entry::id).map(Id::value)))
                    : Optional.empty();
        }
        return target.body().isPresent() || !target.kind().place().hasBody()
                ? Optional.of(inOrder(target.body().stream()
                        .flatMap(body -> body.headings().stream())
                        .map(Prose.Heading::anchor)))
                : Optional.empty();
    }

    private static Set<String> inOrder(Stream<String> names) {
        return names.collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

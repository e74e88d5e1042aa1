package org.waymark.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.Kinds;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Site;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;

/** The preview pictures: one for the site, and one for each entry of the kinds that declare it. */
final class PreviewPictures {
    private final PublishedEntries entries;
    private final Map<Kind, List<FieldPath>> paths = new HashMap<>();
    private final Map<Entry, PreviewPicture> ofEntries = new HashMap<>();
    private final PreviewPicture ofSite;

    PreviewPictures(PublishedEntries entries, Site site, Labels labels, ThemeColours look) {
        this.entries = entries;
        ofSite = PreviewPicture.of(
                "preview",
                site.title(),
                site.publisher().name(),
                site.title(),
                site.subtitle().orElse(site.summary()),
                look);
        List<Kind> kinds = entries.kinds().withPages().stream()
                .filter(kind -> kind.presentation().hasPreviewPicture())
                .toList();
        for (Kind kind : kinds) {
            for (Entry entry : entries.of(kind)) {
                String alt = labels.text("page-title", Map.of("page", entry.label(), "site", site.title()));
                ofEntries.put(
                        entry,
                        PreviewPicture.of(
                                "preview-" + kind.name() + "-" + entry.id(),
                                alt,
                                site.title(),
                                entry.label(),
                                entry.summary().orElse(""),
                                look));
            }
        }
        if (!ofEntries.isEmpty()) {
            entries.kinds().withPages().forEach(kind -> paths.put(kind, paths(kind, kinds)));
        }
    }

    /** The fields of a kind, then the facets, that refer to entries with a picture. */
    private List<FieldPath> paths(Kind kind, List<Kind> withPicture) {
        Kinds kinds = entries.kinds();
        return Stream.concat(
                        kind.fields().stream().map(field -> new FieldPath(kind, List.<Field<?>>of(field))),
                        kind.listing().facets().stream().map(facet -> entries.path(kind, facet.path())))
                .filter(FieldPath::isForReaders)
                .filter(path -> path.targets(kinds).stream().anyMatch(withPicture::contains))
                .toList();
    }

    PreviewPicture ofSite() {
        return ofSite;
    }

    /** The picture of an entry, or of the first entry it refers to that has one; empty if it is that of the site. */
    Optional<PreviewPicture> of(Entry entry) {
        return Optional.ofNullable(ofEntries.get(entry))
                .or(() -> paths.getOrDefault(entry.kind(), List.of()).stream()
                        .flatMap(path -> entries.values(entry, path).stream())
                        .flatMap(value -> value instanceof PathValue.OfEntry of
                                ? Stream.ofNullable(ofEntries.get(of.entry()))
                                : Stream.of())
                        .findFirst());
    }

    /** Those of entries. */
    Stream<PreviewPicture> ofEntries() {
        return ofEntries.values().stream();
    }
}

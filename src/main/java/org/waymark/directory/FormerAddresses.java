package org.waymark.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Vocabulary;

/**
 * Where pages were before the folder of their kind, or the id of a choice, was changed. An address begins with the folder of
 * a kind or the name of a vocabulary; in an address of a choice, its id comes next, or after the word of a facet.
 * Immutable and thread-safe.
 */
public final class FormerAddresses {
    /** The kind that had a folder, by that folder with a slash. */
    private final Map<String, Kind> kinds = new HashMap<>();

    /** For each part of an address that the id of a choice can follow, the present ids by former ones. */
    private final Map<String, Map<String, String>> choices = new HashMap<>();

    private final Optional<Kind> atTop;

    private final Kinds all;

    FormerAddresses(Kinds all) {
        this.all = all;
        for (Kind kind : all.forReaders()) {
            kind.formerFolders().forEach(folder -> kinds.putIfAbsent(folder.value() + "/", kind));
        }
        atTop = all.withPages().stream()
                .filter(kind ->
                        kind.address().isEmpty() && !kind.formerFolders().isEmpty())
                .findFirst();
        for (Vocabulary vocabulary : all.shape().vocabularies().values()) {
            var ids = new LinkedHashMap<String, String>();
            for (Vocabulary.Option option : vocabulary.options()) {
                option.formerIds()
                        .forEach(id ->
                                ids.putIfAbsent(id.value().value(), option.id().value()));
            }
            if (!ids.isEmpty()) {
                placesOf(vocabulary).forEach(place -> choices.put(place, ids));
            }
        }
    }

    /** The parts of addresses that the id of a choice can follow. */
    public List<String> placesOf(Vocabulary vocabulary) {
        var places = new ArrayList<String>();
        if (vocabulary.hasPages()) {
            places.add(vocabulary.address());
        }
        for (Kind kind : all.withPages()) {
            for (Listing.Facet facet : kind.listing().facets()) {
                FieldPath.of(all, kind, facet.path())
                        .flatMap(FieldPath::vocabulary)
                        .filter(vocabulary::equals)
                        .ifPresent(found -> places.add(Routes.ofFacet(kind, facet)));
            }
        }
        return places;
    }

    /** Whether nothing has another address than before. */
    public boolean isEmpty() {
        return kinds.isEmpty() && choices.isEmpty();
    }

    /** The kind that had a folder of this name. */
    public Optional<Kind> kindIn(String folder) {
        return Optional.ofNullable(kinds.get(folder + "/"));
    }

    /** The address that a page at a former address has now. Any other address is returned as it is. */
    public SitePath current(SitePath path) {
        if (isEmpty()) {
            return path;
        }
        String address = path.value();
        String folder = firstSegments(address, 1);
        Kind kind = kinds.get(folder);
        String moved = kind == null ? address : kind.address() + address.substring(folder.length());
        for (int depth = 1; depth <= 2; depth++) {
            String place = firstSegments(moved, depth);
            Map<String, String> ids = choices.getOrDefault(place, Map.of());
            String id = segmentAfter(place, moved);
            if (ids.containsKey(id)) {
                return new SitePath(place + ids.get(id) + moved.substring(place.length() + id.length()));
            }
        }
        return new SitePath(moved);
    }

    /** The former addresses of a page, or of anything below one. */
    public List<SitePath> of(SitePath path) {
        if (isEmpty()) {
            return List.of();
        }
        List<String> addresses = withFormerIds(path.value());
        var former = new ArrayList<>(addresses.subList(1, addresses.size()));
        kindOf(path.value())
                .ifPresent(kind -> addresses.forEach(address -> kind.formerFolders()
                        .forEach(folder -> former.add(folder.value() + "/"
                                + address.substring(kind.address().length())))));
        return former.stream().map(SitePath::new).toList();
    }

    /** An address, and the same with each former id of the choice in it. */
    private List<String> withFormerIds(String address) {
        var addresses = new ArrayList<>(List.of(address));
        for (int depth = 1; depth <= 2; depth++) {
            String place = firstSegments(address, depth);
            String id = segmentAfter(place, address);
            choices.getOrDefault(place, Map.of()).forEach((former, present) -> {
                if (present.equals(id)) {
                    addresses.add(place + former + address.substring(place.length() + id.length()));
                }
            });
        }
        return addresses;
    }

    /** The kind whose folder an address begins with; that at the top of the site has a page, but no folder, for each entry. */
    private Optional<Kind> kindOf(String address) {
        String folder = firstSegments(address, 1);
        Optional<Kind> inFolder = all.forReaders().stream()
                .filter(kind -> !kind.formerFolders().isEmpty())
                .filter(kind -> !folder.isEmpty() && kind.address().equals(folder))
                .findFirst();
        String id = folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
        return inFolder.or(() -> atTop.filter(kind -> Id.isValid(id) && !Routes.isTaken(all, kind, new Id(id))));
    }

    /** The first so many segments of an address with their slashes; empty if it has fewer. */
    private static String firstSegments(String address, int count) {
        int end = 0;
        for (int i = 0; i < count; i++) {
            end = address.indexOf('/', end) + 1;
            if (end == 0) {
                return "";
            }
        }
        return address.substring(0, end);
    }

    private static String segmentAfter(String place, String address) {
        int end = address.indexOf('/', place.length());
        return place.isEmpty() || end < 0 ? "" : address.substring(place.length(), end);
    }
}

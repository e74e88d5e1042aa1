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
 * Where pages were before the folder of their kind, the name of a vocabulary, the word of a facet or the id of a choice was
 * changed. An address begins with the folder of a kind or the name of a vocabulary; in an address of a choice, its id comes
 * next, or after the word of a facet.
 * Immutable and thread-safe.
 */
public final class FormerAddresses {
    /** Current prefixes of addresses, by former ones. */
    private final Map<String, String> beginnings = new LinkedHashMap<>();

    /** Current prefixes of the addresses of lists by a facet, by former ones. */
    private final Map<String, String> facets = new LinkedHashMap<>();

    /** For each part of an address that the id of a choice can follow, the present ids by former ones. */
    private final Map<String, Map<String, String>> choices = new HashMap<>();

    private final Optional<Kind> atTop;

    private final Kinds all;

    FormerAddresses(Kinds all) {
        this.all = all;
        for (Kind kind : all.forReaders()) {
            kind.formerFolders().forEach(folder -> beginnings.putIfAbsent(folder.value() + "/", kind.address()));
            for (Listing.Facet facet : kind.listing().facets()) {
                facet.formerWords()
                        .forEach(word -> facets.putIfAbsent(
                                Routes.ofFacet(kind, word.value().value()), Routes.ofFacet(kind, facet)));
            }
        }
        atTop = all.withPages().stream()
                .filter(kind ->
                        kind.address().isEmpty() && !kind.formerFolders().isEmpty())
                .findFirst();
        for (Vocabulary vocabulary : all.shape().vocabularies().values()) {
            if (vocabulary.hasPages()) {
                vocabulary
                        .formerNames()
                        .forEach(name -> beginnings.putIfAbsent(name.value() + "/", vocabulary.address()));
            }
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

    /** Whether no address has changed. */
    public boolean isEmpty() {
        return beginnings.isEmpty() && facets.isEmpty() && choices.isEmpty();
    }

    /** Whether former addresses begin with this. */
    public boolean beginsWith(String segment) {
        return beginnings.containsKey(segment + "/");
    }

    /** The address that a page at a former address has now. Any other address is returned as it is. */
    public SitePath current(SitePath path) {
        if (isEmpty()) {
            return path;
        }
        String moved = moved(beginnings, path.value(), 1);
        for (int depth = 1; depth <= 2; depth++) {
            moved = moved(facets, moved, depth);
        }
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

    /** An address with a current prefix in place of a former one that has this many segments. */
    private static String moved(Map<String, String> present, String address, int segments) {
        String former = firstSegments(address, segments);
        return present.getOrDefault(former, former) + address.substring(former.length());
    }

    /** The former addresses of a page, or of anything below one. */
    public List<SitePath> of(SitePath path) {
        if (isEmpty()) {
            return List.of();
        }
        List<String> addresses = withFormerIds(path.value());
        for (int depth = 1; depth <= 2; depth++) {
            String place = firstSegments(path.value(), depth);
            addresses.addAll(withFormer(facets, place, addresses));
        }
        beginningOf(path.value())
                .ifPresent(beginning -> addresses.addAll(withFormer(beginnings, beginning, addresses)));
        return addresses.subList(1, addresses.size()).stream()
                .map(SitePath::new)
                .toList();
    }

    /** An address with each former prefix in place of its current one. */
    private static List<String> withFormer(Map<String, String> present, String beginning, List<String> addresses) {
        return present.entrySet().stream()
                .filter(each -> each.getValue().equals(beginning))
                .flatMap(each -> addresses.stream()
                        .filter(address -> address.startsWith(beginning))
                        .map(address -> each.getKey() + address.substring(beginning.length())))
                .toList();
    }

    /** An address, then the same with each former id of the choice in it. */
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

    /**
     * The prefix of an address that may have had a different name. It is empty for an entry at the top of the site,
     * which has a page but no folder.
     */
    private Optional<String> beginningOf(String address) {
        String folder = firstSegments(address, 1);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        if (beginnings.containsValue(folder)) {
            return Optional.of(folder);
        }
        String id = folder.substring(0, folder.length() - 1);
        return atTop.filter(kind -> Id.isValid(id) && !Routes.isTaken(all, kind, new Id(id)))
                .map(Kind::address);
    }

    /** This many leading segments of an address, with their slashes; empty if it has fewer. */
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

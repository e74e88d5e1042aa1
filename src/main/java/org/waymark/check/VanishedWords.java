package org.waymark.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.FieldPath;
import org.waymark.directory.Kinds;
import org.waymark.directory.RouteLedger.Route;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Vocabulary;

/**
 * Published addresses that would be lost because a vocabulary or a facet has been renamed. Each name is reported once,
 * and only if something new may have taken its place: pages of one that was removed redirect to the page above them.
 */
final class VanishedWords {
    private final Kinds kinds;

    /** The published addresses, with current names in place of former ones. */
    private final Map<Route, String> promised = new LinkedHashMap<>();

    /** What is published below a name. */
    private static final class Below {
        private final Set<String> values = new HashSet<>();
        private final Set<Kind> owners = new HashSet<>();
        private Route first;

        Below(Route first) {
            this.first = first;
        }

        void add(Route route) {
            first = VanishedRoute.main(first, route);
            route.owner().ifPresent(owner -> owners.add(owner.kind()));
        }
    }

    /** A facet by its former word. */
    private record FormerFacet(Kind kind, String word) {}

    VanishedWords(Kinds kinds, List<Route> promised) {
        this.kinds = kinds;
        for (Route route : promised) {
            var path = new SitePath(route.address().substring(1));
            this.promised.put(route, kinds.formerAddresses().current(path).value());
        }
    }

    Stream<Diagnostic> find() {
        return Stream.concat(vocabularies(), facets());
    }

    private Stream<Diagnostic> vocabularies() {
        Map<String, Below> byName = new LinkedHashMap<>();
        promised.forEach((route, address) -> {
            String[] parts = address.split("/", -1);
            if (route.owner().isEmpty() && parts.length >= 2 && Id.isValid(parts[0])) {
                Below below = byName.computeIfAbsent(parts[0], name -> new Below(route));
                below.add(route);
                if (parts.length == 3) {
                    below.values.add(parts[1]);
                }
            }
        });
        Set<String> known = Stream.concat(
                        Stream.concat(kinds.shape().vocabularies().keySet().stream(), Routes.ofEverySite().stream()),
                        kinds.forReaders().stream().map(kind -> kind.address().replace("/", "")))
                .collect(Collectors.toSet());
        return byName.entrySet().stream()
                .filter(each -> !known.contains(each.getKey()))
                .flatMap(each -> kinds.shape().vocabularies().values().stream()
                        .filter(vocabulary -> vocabulary.hasPages() && !byName.containsKey(vocabulary.name()))
                        .filter(vocabulary -> hasAny(vocabulary, each.getValue().values))
                        .findFirst()
                        .map(heir -> report(heir, each.getKey(), each.getValue().first))
                        .stream());
    }

    private static boolean hasAny(Vocabulary vocabulary, Set<String> ids) {
        return vocabulary.options().stream()
                .anyMatch(option -> ids.contains(option.id().value())
                        || option.formerIds().stream()
                                .anyMatch(id -> ids.contains(id.value().value())));
    }

    private static Diagnostic report(Vocabulary heir, String name, Route route) {
        return VanishedPlaces.vanished(
                route,
                "there is no vocabulary `" + name + "` any longer",
                "if it is called `" + heir.name() + "` now, add `former-names: [" + name + "]` to its file");
    }

    private Stream<Diagnostic> facets() {
        Map<FormerFacet, Below> missing = new LinkedHashMap<>();
        Map<Kind, Set<String>> published = new HashMap<>();
        for (Kind kind : kinds.withPages()) {
            promised.forEach((route, address) -> {
                if (!address.startsWith(kind.address())) {
                    return;
                }
                String[] parts = address.substring(kind.address().length()).split("/", -1);
                Optional<String> word = Routes.wordOfFacet(parts[0]).filter(name -> parts.length >= 3);
                // The pages of an entry have addresses of the same form.
                if (word.isEmpty() || isOwn(route, kind, parts[0])) {
                    return;
                }
                if (kind.listing().facet(word.get()).isPresent()) {
                    published.computeIfAbsent(kind, each -> new HashSet<>()).add(word.get());
                } else {
                    Below below = missing.computeIfAbsent(new FormerFacet(kind, word.get()), facet -> new Below(route));
                    below.add(route);
                    below.values.add(parts[1]);
                }
            });
        }
        return missing.entrySet().stream()
                .flatMap(
                        each -> report(
                                each.getKey(),
                                each.getValue(),
                                published.getOrDefault(each.getKey().kind(), Set.of()))
                                .stream());
    }

    private static boolean isOwn(Route route, Kind kind, String id) {
        return route.owner()
                .filter(owner -> owner.kind().equals(kind) && owner.id().value().equals(id))
                .isPresent();
    }

    private Optional<Diagnostic> report(FormerFacet former, Below below, Set<String> published) {
        Kind kind = former.kind();
        List<String> heirs = kind.listing().facets().stream()
                .filter(facet -> !published.contains(facet.word()))
                .filter(facet -> canBe(kind, facet, below))
                .map(Listing.Facet::word)
                .toList();
        if (heirs.isEmpty()) {
            return Optional.empty();
        }
        String line = "`former-words: [" + former.word() + "]`";
        String help = (heirs.size() == 1 ? Optional.of(heirs.get(0)) : DidYouMean.nearest(former.word(), heirs))
                .map(heir -> "if its word is `" + heir + "` now, add " + line + " to that facet")
                .orElse("add " + line + " to the facet that takes its place");
        String fact = "the list of " + kind.noun().many() + " has no facet `" + former.word() + "` any longer";
        return Optional.of(VanishedPlaces.vanished(below.first, fact, help));
    }

    /** Whether some of the published ids could be values of a facet. */
    private boolean canBe(Kind kind, Listing.Facet facet, Below below) {
        Optional<FieldPath> path = FieldPath.of(kinds, kind, facet.path());
        Optional<Vocabulary> vocabulary = path.flatMap(FieldPath::vocabulary);
        if (vocabulary.isPresent()) {
            return hasAny(vocabulary.get(), below.values);
        }
        // The values of a facet over words are not known here, so such a facet is never mistaken for another.
        return path.stream().flatMap(found -> found.targets(kinds).stream()).anyMatch(below.owners::contains);
    }
}

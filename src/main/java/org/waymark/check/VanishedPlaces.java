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
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.FormerAddresses;
import org.waymark.directory.Kinds;
import org.waymark.directory.RouteLedger.Route;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Vocabulary;

/**
 * Published addresses that a change to the shape would lose: those of a choice with a changed id, and that of a list in
 * another folder. Each is reported once, at the first of its addresses.
 */
final class VanishedPlaces {
    private final Kinds kinds;
    private final FormerAddresses moves;
    private final List<Route> promised;

    /** A choice that no longer exists. */
    private record Missing(Vocabulary vocabulary, String id) {}

    VanishedPlaces(Kinds kinds, List<Route> promised) {
        this.kinds = kinds;
        this.promised = promised;
        moves = kinds.formerAddresses();
    }

    Stream<Diagnostic> find() {
        return Stream.concat(choices(), folders());
    }

    private Stream<Diagnostic> choices() {
        Map<String, Vocabulary> byPlace = new HashMap<>();
        Map<Vocabulary, Set<String>> known = new HashMap<>();
        for (Vocabulary vocabulary : kinds.shape().vocabularies().values()) {
            moves.placesOf(vocabulary).forEach(place -> byPlace.put(place, vocabulary));
            known.put(
                    vocabulary,
                    vocabulary.options().stream()
                            .map(option -> option.id().value())
                            .collect(Collectors.toSet()));
        }
        Map<Missing, Route> missing = new LinkedHashMap<>();
        Map<Vocabulary, Set<String>> published = new HashMap<>();
        for (Route route : promised) {
            String address =
                    moves.current(new SitePath(route.address().substring(1))).value();
            // A choice follows a vocabulary, or a kind and a facet.
            int first = address.indexOf('/') + 1;
            for (int end : new int[] {first, address.indexOf('/', first) + 1}) {
                Vocabulary vocabulary = byPlace.get(address.substring(0, end));
                int next = address.indexOf('/', end);
                if (vocabulary == null || next < 0 || route.owner().isPresent()) {
                    continue;
                }
                String id = address.substring(end, next);
                published.computeIfAbsent(vocabulary, each -> new HashSet<>()).add(id);
                if (Id.isValid(id)
                        && !Optional.ofNullable(known.get(vocabulary))
                                .orElse(Set.of())
                                .contains(id)) {
                    missing.merge(new Missing(vocabulary, id), route, VanishedRoute::main);
                }
            }
        }
        return missing.entrySet().stream()
                .map(each -> report(
                        each.getKey(),
                        each.getValue(),
                        published.getOrDefault(each.getKey().vocabulary(), Set.of())));
    }

    private static Diagnostic report(Missing missing, Route route, Set<String> published) {
        String line = "`former-ids: [" + missing.id() + "]`";
        List<String> added = missing.vocabulary().options().stream()
                .filter(option -> option.formerIds().isEmpty())
                .map(option -> option.id().value())
                .filter(id -> !published.contains(id))
                .toList();
        String help = (added.size() == 1 ? Optional.of(added.get(0)) : DidYouMean.nearest(missing.id(), added))
                .map(heir -> "if the id is `" + heir + "` now, add " + line + " to that choice")
                .orElse("add " + line + " to the choice that takes its place, or restore it");
        return vanished(
                route,
                "there is no choice `" + missing.id() + "` in `"
                        + missing.vocabulary().name() + "` any longer",
                help);
    }

    /**
     * Lists whose kind now has a different folder. The addresses of its entries, which are also in the ledger, show
     * which.
     */
    private Stream<Diagnostic> folders() {
        Set<String> known = Routes.named(kinds).values().stream()
                .map(path -> segment(path.value()))
                .collect(Collectors.toSet());
        Map<String, Kind> owners = new HashMap<>();
        for (Route route : promised) {
            String folder = segment(route.address().substring(1));
            route.owner()
                    .filter(name -> route.address().equals("/" + folder + "/" + name.id() + "/"))
                    .ifPresent(name -> owners.putIfAbsent(folder, name.kind()));
        }
        return promised.stream()
                .filter(route -> route.owner().isEmpty()
                        && route.address().indexOf('/', 1) == route.address().length() - 1)
                .filter(route -> !known.contains(segment(route.address().substring(1))))
                .flatMap(route ->
                        Optional.ofNullable(owners.get(segment(route.address().substring(1))))
                                .filter(kind -> isElsewhere(kind, route))
                                .map(kind -> report(kind, route))
                                .stream());
    }

    private boolean isElsewhere(Kind kind, Route route) {
        String folder = segment(route.address().substring(1));
        return !kind.address().isEmpty()
                && !kind.address().equals(folder + "/")
                && !moves.beginsWith(folder)
                && kinds.listedWith(kind).isPresent();
    }

    private static Diagnostic report(Kind kind, Route route) {
        String folder = segment(route.address().substring(1));
        return vanished(
                route,
                "the pages of " + kind.phrase() + " are below `/" + kind.address() + "` now",
                "add `former-folders: [" + folder + "]` to the file of the kind `" + kind.name() + "`");
    }

    static Diagnostic vanished(Route route, String fact, String help) {
        return Diagnostic.of(
                Codes.VANISHED_ROUTE,
                route.place(),
                "`" + route.address() + "` was published, but would now lead nowhere: " + fact,
                help);
    }

    /** The first part of an address. */
    private static String segment(String address) {
        int end = address.indexOf('/');
        return end < 0 ? address : address.substring(0, end);
    }
}

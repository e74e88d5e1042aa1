package org.waymark.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.RouteLedger.Route;
import org.waymark.schema.CommonFields;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;

/**
 * A published address would stop working: the entry that it belonged to exists neither under that name nor under a
 * former one, and no notice explains what became of it. It is reported once for each entry, at the first of its
 * addresses. {@link VanishedPlaces} finds addresses that belonged to a choice or a folder, {@link VanishedWords} those of
 * a vocabulary or a facet.
 */
final class VanishedRoute implements Rule {
    /** If more than this vanished at once, they were not misspelt one by one, and looking for each would take long. */
    private static final int MOST_GUESSES = 50;

    @Override
    public Code code() {
        return Codes.VANISHED_ROUTE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        List<Route> promised = directory.promised();
        if (promised.isEmpty()) {
            return Stream.empty();
        }
        Set<EntryName> former = directory.byFormerName().keySet();
        var vanished = new LinkedHashMap<EntryName, Route>();
        promised.forEach(route -> route.owner()
                .filter(name -> !directory.isDeclared(name.kind().name(), name.id()))
                .filter(name -> !former.contains(name))
                .filter(name -> directory.gone(name.kind(), name.id()).isEmpty())
                .ifPresent(name -> vanished.merge(name, route, VanishedRoute::main)));
        Set<EntryName> listed =
                promised.stream().flatMap(route -> route.owner().stream()).collect(Collectors.toSet());
        Stream<Diagnostic> ofEntries = vanished.entrySet().stream().map(entry -> {
            EntryName name = entry.getKey();
            Optional<Entry> heir =
                    vanished.size() > MOST_GUESSES ? Optional.empty() : heir(directory, name, vanished, listed);
            return report(directory, name, entry.getValue(), heir);
        });
        Stream<Diagnostic> ofShape = Stream.concat(
                new VanishedPlaces(directory.kinds(), promised).find(),
                new VanishedWords(directory.kinds(), promised).find());
        return Stream.concat(ofEntries, ofShape);
    }

    /** The address of the entry itself, not of a list related to it: the shorter one, or else the first. */
    static Route main(Route one, Route other) {
        return other.address().length() < one.address().length() ? other : one;
    }

    /**
     * The entry that this one may have become: the only new one of the kind, if only this is missing; otherwise one
     * with a similar name.
     */
    private static Optional<Entry> heir(
            Directory directory, EntryName name, Map<EntryName, Route> vanished, Set<EntryName> listed) {
        Kind kind = name.kind();
        // An entry with former ids has already replaced another.
        List<String> added = directory
                .entries(kind)
                .filter(entry -> !listed.contains(new EntryName(kind, entry.id())))
                .filter(entry ->
                        entry.find(CommonFields.FORMER_IDS).orElse(List.of()).isEmpty())
                .map(entry -> entry.id().value())
                .sorted()
                .toList();
        boolean isOnly = vanished.keySet().stream()
                        .filter(other -> other.kind().equals(kind))
                        .count()
                == 1;
        List<String> all = directory.declaredIds(kind.name()).stream()
                .map(Id::value)
                .sorted()
                .toList();
        return (added.size() == 1 && isOnly
                        ? Optional.of(added.get(0))
                        : DidYouMean.nearest(name.id().value(), added)
                                .or(() -> DidYouMean.nearest(name.id().value(), all)))
                .flatMap(id -> directory.entryOf(new EntryName(kind, new Id(id))));
    }

    private Diagnostic report(Directory directory, EntryName name, Route route, Optional<Entry> heir) {
        String message = "`" + route.address() + "` was published, but would now lead nowhere: there is no `" + name
                + "` any longer";
        String notice = Notice.line(name, directory.asOf());
        String help = heir.map(entry -> "if it is called `" + entry.id() + "` now, add `" + name.id()
                        + "` to the `former-ids` of " + entry.path()
                        + ", as `waymark rename` does; if it is gone, add `"
                        + notice + "` to content/gone.yaml")
                .orElseGet(() -> "restore its file and use `waymark rename "
                        + name.kind().name() + " " + name.id()
                        + " NEW` or `waymark retire " + name.kind().name() + " " + name.id()
                        + " --gone \"REASON\"`, or add `" + notice + "` to content/gone.yaml");
        Optional<Fix> fix = heir.isPresent()
                ? heir.flatMap(entry -> FormerId.addTo(entry, name.id()))
                : Notice.addTo(directory, name);
        return Diagnostic.of(code(), route.place(), message, help).withFix(fix);
    }
}

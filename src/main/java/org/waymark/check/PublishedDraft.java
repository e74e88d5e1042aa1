package org.waymark.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.RouteLedger.Route;
import org.waymark.schema.CommonFields;
import org.waymark.schema.EntryName;

/** A published entry is a draft again, so readers find nothing at its address. */
final class PublishedDraft implements Rule {
    @Override
    public Code code() {
        return Codes.PUBLISHED_DRAFT;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        if (directory.promised().isEmpty()) {
            return Stream.empty();
        }
        Map<EntryName, Entry> former = directory.byFormerName();
        var drafts = new LinkedHashMap<Entry, Route>();
        for (Route route : directory.promised()) {
            route.owner()
                    .flatMap(name -> directory.entryOf(name).or(() -> Optional.ofNullable(former.get(name))))
                    .filter(entry -> entry.visibility().draft())
                    .ifPresent(entry -> drafts.putIfAbsent(entry, route));
        }
        return drafts.entrySet().stream().map(draft -> report(draft.getKey(), draft.getValue()));
    }

    private Diagnostic report(Entry entry, Route route) {
        return Diagnostic.of(
                        code(),
                        entry.origin().of(CommonFields.DRAFT),
                        "this was published; readers who come back would learn only that it is not available at present",
                        "remove `draft` when it is ready; if it will not come back, use `waymark retire "
                                + entry.kind().name() + " " + entry.id() + " --gone \"REASON\"`")
                .withNote(route.place(), "its address is listed here");
    }
}

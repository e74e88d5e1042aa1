package org.waymark.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.ReservedIds;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Placed;

/**
 * A former id belongs to an entry again, or two entries claim it, so its address cannot redirect. The ids of removed
 * entries are former ids as well.
 */
final class FormerIdInUse implements Rule {
    /**
     * An id that something claims as a former one.
     *
     * @param kind of the entry that had it
     */
    private record Claim(Entry entry, Kind kind, Placed<Id> id) {
        boolean isGone() {
            return GoneEntry.isKind(entry.kind());
        }
    }

    @Override
    public Code code() {
        return Codes.FORMER_ID_IN_USE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        Map<EntryName, Claim> claimed = new HashMap<>();
        return claims(directory).flatMap(claim -> {
            Id id = claim.id().value();
            if (directory.isDeclared(claim.kind().name(), id)) {
                Entry holder = holder(directory, claim.kind(), id);
                return Stream.of(report(claim, ", but an entry has it now")
                        .withNote(holder.origin().whole(), "that entry is here"));
            }
            Optional<String> reserved = ReservedIds.reason(directory.kinds(), claim.kind(), id);
            if (reserved.isPresent()) {
                return Stream.of(report(claim, ", but " + reserved.get()));
            }
            Claim other = claimed.putIfAbsent(new EntryName(claim.kind(), id), claim);
            return other == null
                    ? Stream.empty()
                    : Stream.of(secondClaim(claim, other).withNote(other.id().span(), "the other one is here"));
        });
    }

    private static Stream<Claim> claims(Directory directory) {
        Stream<Claim> former = directory.formerIds().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(id -> new Claim(entry.getKey(), entry.getKey().kind(), id)));
        Stream<Claim> gone = directory
                .entries(directory.kinds().notices())
                .flatMap(entry -> entry.find(GoneEntry.WAS).stream()
                        .flatMap(was -> GoneEntry.ids(entry).stream().map(id -> new Claim(entry, was.kind(), id))));
        return Stream.concat(former, gone);
    }

    private static Entry holder(Directory directory, Kind kind, Id id) {
        return directory
                .entries(kind)
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Diagnostic secondClaim(Claim claim, Claim other) {
        return report(
                claim,
                other.isGone()
                        ? " and of another removed entry"
                        : " and of `" + other.entry().id() + "`");
    }

    private Diagnostic report(Claim claim, String fact) {
        String message = claim.isGone()
                ? "`" + claim.id().value() + "` is the id of a removed entry here" + fact
                : "`" + claim.id().value() + "` is a former id here" + fact;
        return Diagnostic.of(
                code(),
                claim.id().span(),
                message,
                claim.isGone()
                        ? "remove this notice or id, so that its address leads to one page only"
                        : "remove it from `former-ids`, so that its address leads to one page only");
    }
}

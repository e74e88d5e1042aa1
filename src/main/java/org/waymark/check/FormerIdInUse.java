package org.waymark.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.model.Directory;
import org.waymark.model.Document;
import org.waymark.model.ReservedIds;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Placed;

/** A former id belongs to an entry again, or two entries claim it, so that its address cannot redirect. */
final class FormerIdInUse implements Rule {
    @Override
    public Code code() {
        return Codes.FORMER_ID_IN_USE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        record Key(Kind<?> kind, Id id) {}
        record Claim(Document document, Placed<Id> id) {}
        Map<Key, Claim> claimed = new HashMap<>();
        Stream.Builder<Diagnostic> found = Stream.builder();
        directory.formerIds().forEach((document, ids) -> {
            for (Placed<Id> former : ids) {
                Id id = former.value();
                if (directory.isDeclared(document.kind().type(), id)) {
                    Document holder = holder(directory, document.kind(), id);
                    found.add(report(former, "is a former id here, but an entry has it now")
                            .withNote(holder.fields().origin().whole(), "that entry is here"));
                } else if (ReservedIds.contains(document.kind(), id)) {
                    found.add(report(former, "is a former id here, but the site itself uses its address"));
                } else {
                    Claim other = claimed.putIfAbsent(new Key(document.kind(), id), new Claim(document, former));
                    if (other != null) {
                        found.add(report(
                                        former,
                                        "is a former id here and of `"
                                                + other.document().id() + "`")
                                .withNote(other.id().span(), "the other one is here"));
                    }
                }
            }
        });
        return found.build();
    }

    private static Document holder(Directory directory, Kind<?> kind, Id id) {
        return directory
                .documents(kind)
                .filter(document -> document.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Diagnostic report(Placed<Id> former, String fact) {
        return Diagnostic.of(
                code(),
                former.span(),
                "`" + former.value() + "` " + fact,
                "remove it from `former-ids`, so that it leads to one place only");
    }
}

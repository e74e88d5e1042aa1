package org.waymark.check;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.model.Common;
import org.waymark.model.Directory;
import org.waymark.model.Document;
import org.waymark.model.ReservedIds;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;

/** A former id belongs to an entry again, or two entries claim it, so that its address cannot redirect. */
final class FormerIdInUse implements Rule {
    @Override
    public Code code() {
        return Codes.FORMER_ID_IN_USE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        record Key(Kind<?> kind, Id id) {}
        Map<Key, Document> claimed = new HashMap<>();
        Stream.Builder<Diagnostic> found = Stream.builder();
        directory.formerIds().forEach((document, ids) -> {
            for (Id id : ids) {
                boolean reserved = ReservedIds.contains(document.kind(), id);
                if (reserved || directory.isDeclared(document.kind().type(), id)) {
                    found.add(report(document, "`" + id + "` is a former id here, but its address is in use"));
                } else {
                    Document other = claimed.putIfAbsent(new Key(document.kind(), id), document);
                    if (other != null) {
                        found.add(report(document, "`" + id + "` is a former id here and of `" + other.id() + "`")
                                .withNote(other.fields().origin().of(Common.FORMER_IDS), "the other one is here"));
                    }
                }
            }
        });
        return found.build();
    }

    private Diagnostic report(Document document, String message) {
        return Diagnostic.of(
                code(),
                document.fields().origin().of(Common.FORMER_IDS),
                message,
                "remove it from `former-ids`, so that it leads to one place only");
    }
}

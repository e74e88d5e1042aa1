package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/** An entry refers to itself among other entries that readers may need. */
final class SelfReference implements Rule {
    @Override
    public Code code() {
        return Codes.SELF_REFERENCE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .flatMap(entry -> entry.fields()
                        .references()
                        .filter(ref -> ref.names(entry.kind(), entry.id()))
                        .map(ref -> Diagnostic.of(
                                code(), ref.span(), "`" + ref.id() + "` is this entry itself", "remove it")));
    }
}

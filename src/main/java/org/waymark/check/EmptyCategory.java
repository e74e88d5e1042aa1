package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.schema.Role;
import org.waymark.source.Span;

/** A category has no services, so that its page leads nowhere. */
final class EmptyCategory implements Rule {
    @Override
    public Code code() {
        return Codes.EMPTY_CATEGORY;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.unreferenced("service", "category", "category").entrySet().stream()
                .filter(entry -> entry.getKey().isNamed())
                .map(entry -> report(entry.getKey(), entry.getValue()));
    }

    private Diagnostic report(Document category, boolean hasServices) {
        Span name = category.fields().origin().of(Role.LABEL, category.kind());
        return hasServices
                ? Diagnostic.of(
                        code(),
                        name,
                        "no service of the category `" + category.id() + "` is published",
                        "until one is, readers find nothing there; `allow: [empty-category]` says that this is intended")
                : Diagnostic.of(
                        code(),
                        name,
                        "no service belongs to the category `" + category.id() + "`",
                        "write `category: " + category.id() + "` in its services, or remove the file");
    }
}

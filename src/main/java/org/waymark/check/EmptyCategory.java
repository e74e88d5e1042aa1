package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Category;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.Service;
import org.waymark.source.Span;

/** A category has no services, so that its page leads nowhere. */
final class EmptyCategory implements Rule {
    @Override
    public Code code() {
        return Codes.EMPTY_CATEGORY;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.idsNamedBy(Service.KIND, Service.CATEGORY).stream()
                .flatMap(named -> directory.idsNamedByPublished(Service.KIND, Service.CATEGORY).stream()
                        .flatMap(used ->
                                directory.documents(Category.KIND).filter(category -> !used.contains(category.id())))
                        .filter(Document::isNamed)
                        .map(category -> report(category, named.contains(category.id()))));
    }

    private Diagnostic report(Document category, boolean hasServices) {
        Span name = category.fields().origin().of(Category.NAME);
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

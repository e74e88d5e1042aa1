package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.schema.Role;
import org.waymark.source.Span;

/** An organisation has no case study, so that nobody learns from its page what it does. */
final class UnusedOrganisation implements Rule {
    @Override
    public Code code() {
        return Codes.UNUSED_ORGANISATION;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.unreferenced("case-study", "organisation", "organisation").entrySet().stream()
                .filter(entry -> entry.getKey().isNamed())
                .map(entry -> report(entry.getKey(), entry.getValue()));
    }

    private Diagnostic report(Document organisation, boolean hasCaseStudies) {
        Span name = organisation.fields().origin().of(Role.LABEL, organisation.kind());
        return hasCaseStudies
                ? Diagnostic.of(
                        code(),
                        name,
                        "no case study about `" + organisation.id() + "` is published",
                        "until one is, readers find nothing there; `allow: [unused-organisation]` says that this is intended")
                : Diagnostic.of(
                        code(),
                        name,
                        "no case study is about `" + organisation.id() + "`",
                        "add a case study with `organisation: " + organisation.id() + "`, or remove the file");
    }
}

package org.waymark.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.model.CaseStudy;
import org.waymark.model.Directory;
import org.waymark.model.Organisation;
import org.waymark.schema.Id;
import org.waymark.schema.Ref;

/** An organisation has no case study, so that nobody learns from its page what it does. */
final class UnusedOrganisation implements Rule {
    @Override
    public Code code() {
        return Codes.UNUSED_ORGANISATION;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        Set<Id> used = directory
                .documents(CaseStudy.KIND)
                .flatMap(study -> study.fields().find(CaseStudy.ORGANISATION).stream())
                .map(Ref::id)
                .collect(Collectors.toSet());
        return directory
                .documents(Organisation.KIND)
                .filter(organisation -> !used.contains(organisation.id()))
                .map(organisation -> Diagnostic.of(
                        code(),
                        organisation.fields().origin().of(Organisation.NAME),
                        "no case study is about `" + organisation.id() + "`",
                        "add a case study with `organisation: " + organisation.id() + "`, or remove the file"));
    }
}

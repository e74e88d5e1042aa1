package org.waymark.check;

import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Site;

/** The site is in a language for which there are no labels, so that its pages mix that language with English. */
final class MissingLabels implements Rule {
    @Override
    public Code code() {
        return Codes.MISSING_LABELS;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory
                .entries(Site.KIND)
                .flatMap(site -> site.fields().find(Site.LANGUAGE).stream()
                        .filter(language -> !language.equals("en") && !language.startsWith("en-"))
                        .map(language -> Diagnostic.of(
                                code(),
                                site.fields().origin().of(Site.LANGUAGE),
                                "there are no labels in `" + language
                                        + "`; headings, buttons and dates of the site are in English",
                                "write `en-GB`, or translate the words in templates of your own")));
    }
}

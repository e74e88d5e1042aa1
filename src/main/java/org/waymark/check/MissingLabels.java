package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.content.SiteLabels;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import org.waymark.schema.LabelFile;
import org.waymark.schema.Shape;

/** The site is in a language without labels, or with some missing, so its pages would mix that language with English. */
final class MissingLabels implements Rule {
    /** Any beyond these are only counted. */
    private static final int NAMED = 5;

    @Override
    public Code code() {
        return Codes.MISSING_LABELS;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        Shape shape = directory.kinds().shape();
        return directory
                .entries(Site.KIND)
                .flatMap(site ->
                        site.find(Site.LANGUAGE).stream().flatMap(language -> finding(site, shape, language).stream()));
    }

    private Optional<Diagnostic> finding(Entry site, Shape shape, String language) {
        List<String> missing = SiteLabels.missing(shape, language);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String file = "`content/shape/" + LabelFile.FOLDER + "/" + language + ".yaml`";
        boolean hasNone = missing.size() == SiteLabels.shipped(shape.name()).size();
        return Optional.of(Diagnostic.of(
                code(),
                site.origin().of(Site.LANGUAGE),
                hasNone
                        ? "there are no labels in `" + language + "`: headings, buttons and dates would be in English"
                        : "the labels in `" + language + "` lack " + some(missing),
                (hasNone ? "write all labels in " : "write these in ") + file + ", or change the language to `"
                        + LabelFile.COMPLETE + "`"));
    }

    private static String some(List<String> keys) {
        int more = keys.size() - NAMED;
        return keys.stream().limit(NAMED).map(key -> "`" + key + "`").collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}

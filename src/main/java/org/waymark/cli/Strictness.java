package org.waymark.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.waymark.Edition;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import picocli.CommandLine.Option;

/** How strictly to check: as the options say, or else as {@code site.yaml} does. */
final class Strictness {
    @Option(
            names = {"-s", "--strict"},
            negatable = true,
            description = "Count warnings as errors (default: as strict in site.yaml says).")
    private Optional<Boolean> strict = Optional.empty();

    boolean isOn(Edition edition) {
        return strict.orElseGet(() ->
                settings(edition).map(site -> Site.isStrict(site.fields())).orElse(false));
    }

    /** The baseline that the settings name. */
    static Optional<Path> baseline(Edition edition, ProjectOptions options) {
        return settings(edition).flatMap(site -> Site.baseline(site.fields())).map(options.folder()::resolve);
    }

    private static Optional<Entry> settings(Edition edition) {
        return edition.directory().entries(Site.KIND).findFirst();
    }
}

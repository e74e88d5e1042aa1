package org.waymark.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A common licence for data.
 *
 * @param id as in the Open Definition
 * @param url of its text
 * @param words that its name contains, in lower case
 */
record KnownLicence(String id, String url, List<String> words) {
    private static final List<KnownLicence> ALL = List.of(
            new KnownLicence(
                    "OGL-UK-3.0",
                    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
                    List.of("open government licence", "3.0")),
            new KnownLicence(
                    "OGL-UK-3.0",
                    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
                    List.of("ogl", "3.0")),
            creativeCommons("by-sa", List.of("cc", "by-sa", "4.0")),
            creativeCommons("by-sa", List.of("creative commons", "attribution", "share", "4.0")),
            new KnownLicence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", List.of("cc0")),
            new KnownLicence("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/", List.of("odbl")),
            new KnownLicence(
                    "ODbL-1.0",
                    "https://opendatacommons.org/licenses/odbl/1-0/",
                    List.of("open database licen", "1.0")));

    private static final List<KnownLicence> WITHOUT_LIMITS = List.of(
            creativeCommons("by", List.of("cc", "by", "4.0")),
            creativeCommons("by", List.of("creative commons", "attribution", "4.0")));

    /** Licences whose names begin in the same way, but which allow less. */
    private static final List<String> LIMITS =
            List.of("-nc", "-nd", "noncommercial", "non-commercial", "noderiv", "no deriv");

    private static KnownLicence creativeCommons(String terms, List<String> words) {
        return new KnownLicence(
                "CC-" + terms.toUpperCase(Locale.ROOT) + "-4.0",
                "https://creativecommons.org/licenses/" + terms + "/4.0/",
                words);
    }

    /** The licence that a site names in its own words, if it is one of these beyond doubt. */
    static Optional<KnownLicence> named(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        if (LIMITS.stream().anyMatch(words::contains)) {
            return Optional.empty();
        }
        return Stream.concat(ALL.stream(), WITHOUT_LIMITS.stream())
                .filter(licence -> licence.words().stream().allMatch(words::contains))
                .findFirst();
    }
}

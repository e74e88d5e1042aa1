package org.waymark.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.markdown.Prose;

/** Two headings of one section have the same words, as when two texts have been merged. */
final class RepeatedHeading implements EntryRule {
    @Override
    public Code code() {
        return Codes.REPEATED_HEADING;
    }

    @Override
    public Stream<Diagnostic> check(Entry entry) {
        return entry.body().stream().flatMap(this::check);
    }

    private Stream<Diagnostic> check(Prose body) {
        var words = new HashSet<String>();
        boolean isAnyRepeated = body.headings().stream().anyMatch(heading -> !words.add(words(heading)));
        return isAnyRepeated ? bySection(body) : Stream.empty();
    }

    private static String words(Prose.Heading heading) {
        return heading.text().strip().toLowerCase(Locale.ROOT);
    }

    private Stream<Diagnostic> bySection(Prose body) {
        Stream.Builder<Diagnostic> found = Stream.builder();
        // The headings seen at each level; a heading clears all deeper levels.
        var known = new TreeMap<Integer, Map<String, Prose.Heading>>();
        for (Prose.Heading heading : body.headings()) {
            known.tailMap(heading.level(), false).clear();
            String words = words(heading);
            Prose.Heading first = known.computeIfAbsent(heading.level(), level -> new HashMap<>())
                    .putIfAbsent(words, heading);
            if (first != null && !words.isEmpty()) {
                found.add(Diagnostic.of(
                                code(),
                                heading.span(),
                                "another heading has the same words",
                                "merge the two sections, or say in each heading how they differ")
                        .withNote(first.span(), "the first is here"));
            }
        }
        return found.build();
    }
}

package org.waymark.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Kind.YamlList;
import org.waymark.schema.Role;
import org.waymark.source.Span;

/**
 * Two entries of a kind have the same name, so readers cannot distinguish them in a list; or another name of one is the
 * name of the other.
 */
final class DuplicateName implements Rule {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    @Override
    public Code code() {
        return Codes.DUPLICATE_NAME;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        Map<String, Entry> first = new HashMap<>(); // by kind and name
        Stream.Builder<Diagnostic> found = Stream.builder();
        for (Entry entry : directory.entries()) {
            if (entry.isComplete()) {
                Entry earlier = first.putIfAbsent(key(entry, entry.label()), entry);
                if (earlier != null && isAnother(earlier, entry)) {
                    found.add(report(earlier, entry, entry.label()));
                }
            }
        }
        for (Entry entry : directory.entries()) {
            for (String name : entry.alternativeNames()) {
                // Services may share a short name; a word in a text is explained by one term only.
                boolean isOneOnly = entry.kind().place() instanceof YamlList;
                String key = key(entry, name);
                Entry other = isOneOnly ? first.putIfAbsent(key, entry) : first.get(key);
                if (other != null && isAnother(other, entry)) {
                    found.add(reportAlternative(other, entry, name));
                }
            }
        }
        return found.build();
    }

    private static String key(Entry entry, String name) {
        String single = SPACES.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return entry.kind().name() + " " + single;
    }

    private static boolean isAnother(Entry earlier, Entry entry) {
        return !earlier.id().equals(entry.id()) && !earlier.visibility().neverOverlaps(entry.visibility());
    }

    private Diagnostic report(Entry earlier, Entry entry, String name) {
        return Diagnostic.of(
                        code(),
                        nameOf(entry),
                        "another " + kind(entry) + " is also called `" + name + "`",
                        "say in the name how the two differ")
                .withNote(nameOf(earlier), "the other one is here");
    }

    private Diagnostic reportAlternative(Entry other, Entry entry, String name) {
        return Diagnostic.of(
                        code(),
                        placeOf(name, entry),
                        "`" + name + "` is a name of the " + kind(other) + " `" + other.label() + "` as well",
                        "remove it from one of the two, or merge the two")
                .withNote(nameOf(other), "the other one is here");
    }

    private static String kind(Entry entry) {
        return entry.kind().noun().one();
    }

    private static Span nameOf(Entry entry) {
        return entry.origin().of(entry.kind().labelField());
    }

    /** The span of another name; that of the whole list if the name is written differently there. */
    private static Span placeOf(String name, Entry entry) {
        Span list = entry.origin().of(Role.ALTERNATIVE_NAMES, entry.kind());
        int start = entry.file().offset(list.start());
        int at = entry.file().text().indexOf(name, start);
        return at >= 0 && at < entry.file().offset(list.end()) ? entry.file().span(at, at + name.length()) : list;
    }
}

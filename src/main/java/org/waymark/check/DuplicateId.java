package org.waymark.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Id;
import org.waymark.schema.Kind.YamlList;
import org.waymark.schema.Origin;
import org.waymark.source.Span;

/** Two entries of a kind have the same id, perhaps in different letter case, and so would have the same address. */
final class DuplicateId implements Rule {
    @Override
    public Code code() {
        return Codes.DUPLICATE_ID;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        Map<String, Entry> first = new HashMap<>(); // by kind and id
        Stream.Builder<Diagnostic> found = Stream.builder();
        // If one name is already a valid id, the other one is more likely to be wrong.
        directory.entries().stream()
                .filter(Entry::isNamed)
                .sorted(Comparator.comparing(DuplicateId::hasOddName))
                .forEach(entry -> {
                    Entry earlier = first.putIfAbsent(entry.kind().name() + " " + entry.id(), entry);
                    if (earlier != null) {
                        found.add(report(earlier, entry));
                    }
                });
        return found.build();
    }

    private static boolean hasOddName(Entry entry) {
        return entry.kind().place().isFolder() && !Id.isValid(entry.name());
    }

    private Diagnostic report(Entry earlier, Entry entry) {
        String what = entry.kind().noun().one();
        return Diagnostic.of(
                        code(),
                        place(entry),
                        "another " + what + " also has the id `" + entry.id() + "`",
                        "give one of the two another name; capital letters, accents and punctuation make no difference")
                .withNote(place(earlier), "the other one is here");
    }

    /** What the id was made from: the term in a list, otherwise the file name, which is not on any line of the file. */
    private static Span place(Entry entry) {
        Origin origin = entry.origin();
        return entry.kind().place() instanceof YamlList ? origin.of(entry.kind().labelField()) : origin.whole();
    }
}

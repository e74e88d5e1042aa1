package org.waymark.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
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
        Map<String, Document> first = new HashMap<>(); // by kind and id
        Stream.Builder<Diagnostic> found = Stream.builder();
        // Where a name is an id as it stands, the other one is the odd one out.
        directory.documents().stream()
                .filter(Document::isNamed)
                .sorted(Comparator.comparing(DuplicateId::hasOddName))
                .forEach(document -> {
                    Document earlier = first.putIfAbsent(document.kind().name() + " " + document.id(), document);
                    if (earlier != null) {
                        found.add(report(earlier, document));
                    }
                });
        return found.build();
    }

    private static boolean hasOddName(Document document) {
        return document.kind().place().isFolder() && !Id.isValid(document.name());
    }

    private Diagnostic report(Document earlier, Document document) {
        String what = document.kind().name().replace('-', ' ');
        return Diagnostic.of(
                        code(),
                        place(document),
                        "another " + what + " also has the id `" + document.id() + "`",
                        "give one of the two another name; capital letters, accents and punctuation make no difference")
                .withNote(place(earlier), "the other one is here");
    }

    /** What the id was made from: the term in a list, else the name of the file, which no line of it shows. */
    private static Span place(Document document) {
        Origin origin = document.fields().origin();
        return document.kind().place() instanceof YamlList
                ? origin.of(document.kind().labelField())
                : origin.whole();
    }
}

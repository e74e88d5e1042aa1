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
import org.waymark.directory.Document;
import org.waymark.source.Span;

/** Two entries of a kind have the same name, so that readers cannot tell them apart in a list. */
final class DuplicateName implements Rule {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    @Override
    public Code code() {
        return Codes.DUPLICATE_NAME;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        Map<String, Document> first = new HashMap<>(); // by kind and name

        Stream.Builder<Diagnostic> found = Stream.builder();
        for (Document document : directory.documents()) {
            if (document.isComplete()) {
                String name = document.label().toLowerCase(Locale.ROOT);
                String single = SPACES.matcher(name).replaceAll(" ");
                Document earlier = first.putIfAbsent(document.kind().name() + " " + single, document);
                if (earlier != null
                        && !earlier.id().equals(document.id())
                        && !earlier.visibility().isApartFrom(document.visibility())) {
                    found.add(report(earlier, document, document.label()));
                }
            }
        }
        return found.build();
    }

    private Diagnostic report(Document earlier, Document document, String name) {
        return Diagnostic.of(
                        code(),
                        nameOf(document),
                        "another " + document.kind().noun().one() + " is also called `" + name + "`",
                        "say in the name what sets the two apart")
                .withNote(nameOf(earlier), "the other one is here");
    }

    private static Span nameOf(Document document) {
        return document.fields().origin().of(document.kind().labelField());
    }
}

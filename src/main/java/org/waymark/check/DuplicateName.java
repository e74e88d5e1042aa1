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
import org.waymark.schema.Kind.YamlList;
import org.waymark.schema.Role;
import org.waymark.source.Span;

/**
 * Two entries of a kind have the same name, so that readers cannot tell them apart in a list; or another name of one is the
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
        Map<String, Document> first = new HashMap<>(); // by kind and name
        Stream.Builder<Diagnostic> found = Stream.builder();
        for (Document document : directory.documents()) {
            if (document.isComplete()) {
                Document earlier = first.putIfAbsent(key(document, document.label()), document);
                if (earlier != null && isAnother(earlier, document)) {
                    found.add(report(earlier, document, document.label()));
                }
            }
        }
        for (Document document : directory.documents()) {
            for (String name : document.alternativeNames()) {
                // Services may share a short name; a word of a text is explained by one term only.
                boolean isOneOnly = document.kind().place() instanceof YamlList;
                String key = key(document, name);
                Document other = isOneOnly ? first.putIfAbsent(key, document) : first.get(key);
                if (other != null && isAnother(other, document)) {
                    found.add(reportAlternative(other, document, name));
                }
            }
        }
        return found.build();
    }

    private static String key(Document document, String name) {
        String single = SPACES.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return document.kind().name() + " " + single;
    }

    private static boolean isAnother(Document earlier, Document document) {
        return !earlier.id().equals(document.id()) && !earlier.visibility().isApartFrom(document.visibility());
    }

    private Diagnostic report(Document earlier, Document document, String name) {
        return Diagnostic.of(
                        code(),
                        nameOf(document),
                        "another " + kind(document) + " is also called `" + name + "`",
                        "say in the name what sets the two apart")
                .withNote(nameOf(earlier), "the other one is here");
    }

    private Diagnostic reportAlternative(Document other, Document document, String name) {
        return Diagnostic.of(
                        code(),
                        placeOf(name, document),
                        "`" + name + "` is a name of the " + kind(other) + " `" + other.label() + "` as well",
                        "remove it from one of the two, or merge the two")
                .withNote(nameOf(other), "the other one is here");
    }

    private static String kind(Document document) {
        return document.kind().noun().one();
    }

    private static Span nameOf(Document document) {
        return document.fields().origin().of(document.kind().labelField());
    }

    /** Where another name is typed; the whole list where it is written in another way. */
    private static Span placeOf(String name, Document document) {
        Span list = document.fields().origin().of(Role.ALTERNATIVE_NAMES, document.kind());
        int start = document.file().offset(list.start());
        int at = document.file().text().indexOf(name, start);
        return at >= 0 && at < document.file().offset(list.end())
                ? document.file().span(at, at + name.length())
                : list;
    }
}

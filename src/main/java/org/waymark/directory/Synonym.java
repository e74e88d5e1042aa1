package org.waymark.directory;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.schema.Field;
import org.waymark.schema.Fields;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.ListOf;
import org.waymark.schema.Noun;

/**
 * Words with the same meaning for search: a term of the directory, and what readers may type instead. A query with any
 * of them finds texts with any other.
 */
public final class Synonym {
    /** The path of the file of a directory's own synonyms. */
    public static final String PATH = "content/synonyms.yaml";

    private static final int MAX = 60;

    public static final Field<String> TERM =
            Field.required("term", new Line(MAX, "vaccination"), "the word or words that the directory uses");
    public static final Field<List<String>> ALSO =
            Field.required("also", ListOf.nonEmpty(new Line(MAX, "jab")), "what readers may type instead");

    /** The kind of the items of the file. */
    public static final Kind KIND = Kind.ofSettings(
            "synonym",
            new Noun("synonym", "synonyms", "a synonym"),
            new Kind.YamlList(PATH, TERM.name()),
            List.of(TERM, ALSO),
            TERM);

    private Synonym() {}

    /** The term and the other words of a complete item. */
    public static List<String> phrases(Entry entry) {
        Fields fields = entry.fields();
        return Stream.concat(Stream.of(fields.get(TERM)), fields.get(ALSO).stream())
                .distinct()
                .toList();
    }
}

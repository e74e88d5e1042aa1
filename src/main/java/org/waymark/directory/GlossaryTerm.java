package org.waymark.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waymark.schema.Date;
import org.waymark.schema.Entry;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.Origin;
import org.waymark.schema.Text;
import org.waymark.schema.WebAddress;
import org.waymark.schema.YesNo;

/**
 * A word or abbreviation that readers may not know. Its id comes from the term.
 *
 * @param ordinaryWord whether the term is also an everyday word, so that it is not explained wherever it occurs
 * @param changed what has changed since the publication on which the directory is based
 * @param ended the first day on which the body, scheme or name no longer existed; not published
 */
public record GlossaryTerm(
        Id id,
        String term,
        Optional<String> expansion,
        String definition,
        List<String> also,
        boolean ordinaryWord,
        Optional<String> changed,
        Optional<LocalDate> ended,
        List<String> sources,
        Origin origin)
        implements Entry {
    public static final Field<String> TERM = Field.required("term", new Line(90, "PCN"), "the word or abbreviation");
    public static final Field<Optional<String>> EXPANSION =
            Field.optional("expansion", new Line(120, "primary care network"), "what an abbreviation stands for");
    public static final Field<String> DEFINITION =
            Field.required("definition", new Text("A group of neighbouring GP practices."), "what it means");
    public static final Field<List<String>> ALSO =
            Field.list("also", new Line(90, "surgery"), "other words for the same");
    public static final Field<Optional<Boolean>> ORDINARY_WORD = Field.optional(
            "ordinary-word",
            new YesNo(),
            "yes if texts also use the word in its everyday sense; then it is not marked in texts");
    public static final Field<Optional<String>> CHANGED =
            Field.optional("changed", new Text("Abolished on 1 July 2022."), "what is different today");
    public static final Field<Optional<LocalDate>> ENDED = Field.optional(
            "ended",
            new Date(),
            "the first day on which what it stands for no longer exists; texts are checked for it");
    public static final Field<List<String>> SOURCES =
            Field.list("sources", new WebAddress(), "where this can be looked up");

    public static final Kind<GlossaryTerm> KIND = new Kind<>(
            "glossary-term",
            "a glossary term",
            new Kind.YamlList("content/glossary.yaml", TERM.name()),
            GlossaryTerm.class,
            List.of(TERM, EXPANSION, DEFINITION, ALSO, ORDINARY_WORD, CHANGED, ENDED, SOURCES),
            f -> new GlossaryTerm(
                    f.id(),
                    f.get(TERM),
                    f.get(EXPANSION),
                    f.get(DEFINITION),
                    f.get(ALSO),
                    f.get(ORDINARY_WORD).orElse(false),
                    f.get(CHANGED),
                    f.get(ENDED),
                    f.get(SOURCES),
                    f.origin()));

    @Override
    public String label() {
        return term;
    }
}

package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.Entry;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.Origin;
import org.waymark.schema.WholeNumber;

/** A group of services. */
public record Category(
        Id id, String name, String summary, Optional<Integer> order, List<Id> formerIds, Prose body, Origin origin)
        implements Entry {
    public static final Field<String> NAME = Field.required("name", new Line(90, "Workforce"), "its name");
    public static final Field<String> SUMMARY = Field.required(
            "summary", new Line(160, "Recruiting, training and keeping staff."), "what it covers, in one sentence");
    public static final Field<Optional<Integer>> ORDER =
            Field.optional("order", new WholeNumber(0, "1"), "its position among the categories, lowest first");

    public static final Kind<Category> KIND = new Kind<>(
            "category",
            "a category",
            new Kind.MarkdownFolder("content/categories"),
            Category.class,
            List.of(NAME, SUMMARY, ORDER, Common.FORMER_IDS, Common.ALLOW),
            f -> new Category(
                    f.id(), f.get(NAME), f.get(SUMMARY), f.get(ORDER), Common.formerIds(f), f.prose(), f.origin()));

    @Override
    public String label() {
        return name;
    }
}

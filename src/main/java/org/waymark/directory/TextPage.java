package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.Origin;
import org.waymark.schema.WholeNumber;

/** A page of text, such as the introduction. Its address is just its id: {@code /introduction/}. */
public record TextPage(
        Id id,
        String title,
        String summary,
        Optional<Integer> order,
        List<Id> formerIds,
        Reviewed reviewed,
        Visibility visibility,
        Prose body,
        Origin origin)
        implements Publishable {
    public static final Field<String> TITLE = Field.required("title", new Line(90, "Introduction"), "its title");
    public static final Field<String> SUMMARY = Field.required(
            "summary", new Line(160, "What the directory is for."), "what readers find there, in one sentence");
    public static final Field<Optional<Integer>> ORDER =
            Field.optional("order", new WholeNumber(0, "1"), "its position among the pages, lowest first");

    public static final Kind<TextPage> KIND = new Kind<>(
            "page",
            "a page",
            new Kind.MarkdownFolder("content/pages"),
            TextPage.class,
            List.of(
                    TITLE,
                    SUMMARY,
                    ORDER,
                    Common.FORMER_IDS,
                    Reviewed.REVIEWED,
                    Reviewed.REVIEW_BY,
                    Reviewed.OWNER,
                    Visibility.DRAFT,
                    Visibility.PUBLISH_ON,
                    Visibility.EXPIRE_ON,
                    Common.ALLOW),
            f -> new TextPage(
                    f.id(),
                    f.get(TITLE),
                    f.get(SUMMARY),
                    f.get(ORDER),
                    Common.formerIds(f),
                    Reviewed.of(f),
                    Visibility.of(f),
                    f.prose(),
                    f.origin()));

    @Override
    public String label() {
        return title;
    }
}

package org.waymark;

import java.util.Objects;
import org.waymark.content.ContentReader;
import org.waymark.content.Shapes;
import org.waymark.directory.Kinds;
import org.waymark.schema.Kind;
import org.waymark.schema.Vocabulary;

/** The kinds of the default shape, by name. */
public final class TestKinds {
    public static final Kinds ALL = new Kinds(Shapes.builtIn());
    public static final ContentReader READER = new ContentReader(ALL);
    public static final Kind CASE_STUDY = of("case-study");
    public static final Kind CATEGORY = of("category");
    public static final Kind ORGANISATION = of("organisation");
    public static final Kind PAGE = of("page");
    public static final Kind SERVICE = of("service");
    public static final Kind TERM = of("glossary-term");

    public static final Vocabulary REGIONS =
            Objects.requireNonNull(ALL.shape().vocabularies().get("regions"));

    private TestKinds() {}

    public static Kind of(String name) {
        return ALL.named(name).orElseThrow();
    }
}

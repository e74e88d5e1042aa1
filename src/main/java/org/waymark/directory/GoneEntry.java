package org.waymark.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Date;
import org.waymark.schema.EntryName;
import org.waymark.schema.Field;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.Noun;
import org.waymark.schema.Origin;
import org.waymark.schema.Placed;
import org.waymark.schema.QualifiedId;
import org.waymark.schema.QualifiedReference;
import org.waymark.schema.Ref;
import org.waymark.schema.Text;

/**
 * The notice of a removed entry, which keeps its address working. With a reason, a page at the address gives it;
 * without one, the address redirects to {@code instead}.
 *
 * @param was the last name of the removed entry
 * @param since the date of removal
 * @param instead where readers find something similar
 */
public record GoneEntry(
        EntryName was,
        String name,
        LocalDate since,
        Optional<String> reason,
        Optional<Ref> instead,
        List<Id> formerIds,
        Origin origin) {
    private static final String KIND_NAME = "gone-entry";

    public static final Field<EntryName> WAS = was(List.of());
    public static final Field<String> NAME =
            Field.required("name", new Line(120, "Introduction"), "the name or title that it had");
    public static final Field<LocalDate> SINCE = Field.required("since", new Date(), "the date it was removed");
    public static final Field<Optional<String>> REASON =
            Field.optional("reason", new Text("The service ended."), "why it was removed, in a sentence for readers");
    public static final Field<Optional<Ref>> INSTEAD = instead(List.of());

    private static Field<EntryName> was(List<Kind> kinds) {
        return Field.required("was", new QualifiedId(kinds), "the kind and id that it had");
    }

    private static Field<Optional<Ref>> instead(List<Kind> kinds) {
        return Field.optional(
                "instead",
                new QualifiedReference(kinds),
                "the kind and id of the replacement; without a reason, the old address redirects there");
    }

    /** The kind of notices about entries of other kinds. */
    static Kind kind(List<Kind> kinds, List<Kind> noticed) {
        return Kind.ofSettings(
                KIND_NAME,
                new Noun("gone entry", "gone entries", "a gone entry"),
                new Kind.YamlList("content/gone.yaml", WAS.name()),
                List.of(was(noticed), NAME, SINCE, REASON, instead(kinds), CommonFields.FORMER_IDS),
                WAS);
    }

    /** The notice that a complete entry represents. */
    public static GoneEntry of(Entry entry) {
        Fields f = entry.fields();
        return new GoneEntry(
                f.get(WAS),
                f.get(NAME),
                f.get(SINCE),
                f.get(REASON),
                f.get(INSTEAD),
                CommonFields.formerIds(f),
                f.origin());
    }

    /** Whether removed entries of a kind get a notice: not if many share a page, which remains. */
    public static boolean isNoticed(Kind kind) {
        return kind.place().isFolder();
    }

    /** Whether a kind is that of notices. */
    public static boolean isKind(Kind kind) {
        return kind.name().equals(KIND_NAME);
    }

    /** Whether its address redirects. */
    public boolean isRedirect() {
        return reason.isEmpty() && instead.isPresent();
    }

    /** Every id that the entry had, with its span. */
    public static List<Placed<Id>> ids(Entry entry) {
        var was = entry.find(WAS).stream()
                .map(name -> new Placed<>(name.id(), entry.origin().of(WAS)));
        var former = entry.find(CommonFields.FORMER_IDS).stream().flatMap(List::stream);
        return Stream.concat(was, former).toList();
    }
}

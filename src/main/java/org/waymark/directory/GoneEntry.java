package org.waymark.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.Date;
import org.waymark.schema.Entry;
import org.waymark.schema.EntryName;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
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
        Id id,
        EntryName was,
        String name,
        LocalDate since,
        Optional<String> reason,
        Optional<Ref<?>> instead,
        List<Id> formerIds,
        Origin origin)
        implements Entry {
    public static final Field<EntryName> WAS = Field.required(
            "was", new QualifiedId(GoneEntry::withPages, "service/extended-access"), "the kind and id that it had");
    public static final Field<String> NAME =
            Field.required("name", new Line(120, "Extended access"), "the name or title that it had");
    public static final Field<LocalDate> SINCE = Field.required("since", new Date(), "the date it was removed");
    public static final Field<Optional<String>> REASON =
            Field.optional("reason", new Text("The service ended."), "why it was removed, in a sentence for readers");
    public static final Field<Optional<Ref<?>>> INSTEAD = Field.optional(
            "instead",
            new QualifiedReference(() -> Kinds.ALL, "service/extended-access"),
            "the kind and id of the replacement; without a reason, the old address redirects there");

    public static final Kind<GoneEntry> KIND = new Kind<>(
            "gone-entry",
            "a gone entry",
            new Kind.YamlList("content/gone.yaml", WAS.name()),
            GoneEntry.class,
            List.of(WAS, NAME, SINCE, REASON, INSTEAD, Common.FORMER_IDS),
            f -> new GoneEntry(
                    f.id(),
                    f.get(WAS),
                    f.get(NAME),
                    f.get(SINCE),
                    f.get(REASON),
                    f.get(INSTEAD),
                    Common.formerIds(f),
                    f.origin()));

    /** Whether removed entries of a kind get a notice. Glossary terms do not, since their shared page remains. */
    public static boolean isNoticed(Kind<?> kind) {
        return withPages().contains(kind);
    }

    /** The kinds whose entries each have their own page. */
    static List<Kind<?>> withPages() {
        return Kinds.ALL.stream().filter(kind -> kind.place().isFolder()).toList();
    }

    /** Whether its address redirects. */
    public boolean isRedirect() {
        return reason.isEmpty() && instead.isPresent();
    }

    /** Qualified, since two removed entries may have had the same name. */
    @Override
    public String label() {
        return name + " (" + was + ")";
    }

    /** Every id that the entry had, with its span. */
    public static List<Placed<Id>> ids(Document document) {
        var was = document.fields().find(WAS).stream()
                .map(name -> new Placed<>(name.id(), document.fields().origin().of(WAS)));
        var former = document.fields().find(Common.FORMER_IDS).stream().flatMap(List::stream);
        return Stream.concat(was, former).toList();
    }
}

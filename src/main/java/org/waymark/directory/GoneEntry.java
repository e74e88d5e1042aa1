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
 * The notice of an entry that the directory had once, so that its address still says something. With a reason, there is a
 * page which gives it; without one, the address leads at once to where readers are to look instead.
 *
 * @param was the entry as it was called last
 * @param since the day on which it went
 * @param instead where readers find something like it
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
    public static final Field<LocalDate> SINCE = Field.required("since", new Date(), "the day on which it went");
    public static final Field<Optional<String>> REASON =
            Field.optional("reason", new Text("The service ended."), "why it went, in a sentence for readers");
    public static final Field<Optional<Ref<?>>> INSTEAD = Field.optional(
            "instead",
            new QualifiedReference(() -> Kinds.ALL, "service/extended-access"),
            "kind and id of where to look instead; without a reason, the old address leads there at once");

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

    /** Whether an entry of a kind leaves an address behind. Glossary terms share a page, which stays. */
    public static boolean isNoticed(Kind<?> kind) {
        return withPages().contains(kind);
    }

    /** The kinds whose entries have a page each. */
    static List<Kind<?>> withPages() {
        return Kinds.ALL.stream().filter(kind -> kind.place().isFolder()).toList();
    }

    /** Whether its address leads elsewhere at once. */
    public boolean isRedirect() {
        return reason.isEmpty() && instead.isPresent();
    }

    /** Two entries that went may have had the same name. */
    @Override
    public String label() {
        return name + " (" + was + ")";
    }

    /** Every id that it had, with its place. */
    public static List<Placed<Id>> ids(Document document) {
        var was = document.fields().find(WAS).stream()
                .map(name -> new Placed<>(name.id(), document.fields().origin().of(WAS)));
        var former = document.fields().find(Common.FORMER_IDS).stream().flatMap(List::stream);
        return Stream.concat(was, former).toList();
    }
}

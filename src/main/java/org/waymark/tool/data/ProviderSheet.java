package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.schema.Ref;
import org.waymark.source.Value.Mapping;
import org.waymark.tool.edit.EditableProject;

/**
 * What the directory says of an organisation, or of anything else to which entries refer: for people outside, who correct it
 * and send it back. It has what readers see, and no other field.
 */
public final class ProviderSheet {
    private final EditableProject content;
    private final String name;
    private final List<Entry> entries;

    private ProviderSheet(EditableProject content, String name, List<Entry> entries) {
        this.content = content;
        this.name = name;
        this.entries = entries;
    }

    /**
     * The sheet about an entry: it and those published that refer to it; or about all entries of an owner.
     *
     * @param typed an id, perhaps after its kind and a slash; a name; or an owner
     * @return empty if there is no such entry or owner
     */
    public static Optional<ProviderSheet> of(EditableProject content, String typed) {
        Directory directory = content.directory();
        String wanted = typed.strip();
        List<Entry> published = directory.kinds().forReaders().stream()
                .flatMap(directory::entries)
                .filter(entry -> entry.isNamed() && directory.isPublished(entry))
                .sorted(Comparator.comparing((Entry entry) -> entry.kind().name())
                        .thenComparing(Entry::id))
                .toList();
        Optional<Entry> about = Stream.of(
                        published.stream()
                                .filter(entry -> wanted.equals(entry.kind().name() + "/" + entry.id())),
                        published.stream().filter(entry -> entry.id().value().equals(wanted)),
                        published.stream().filter(entry -> entry.label().equalsIgnoreCase(wanted)))
                .flatMap(each -> each)
                .findFirst();
        List<Entry> chosen = published.stream()
                .filter(entry -> about.map(each -> entry.equals(each) || refers(entry, each))
                        .orElseGet(() ->
                                entry.owner().filter(wanted::equalsIgnoreCase).isPresent()))
                .toList();
        return Optional.of(new ProviderSheet(content, about.map(Entry::label).orElse(wanted), chosen))
                .filter(sheet -> !chosen.isEmpty());
    }

    private static boolean refers(Entry entry, Entry to) {
        return entry.all(Ref.class)
                .anyMatch(ref -> ref.kind().equals(to.kind().name()) && ref.id().equals(to.id()));
    }

    /** A table for each kind, as comma-separated values, by the name of the file. */
    public Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        for (Kind kind : kinds()) {
            List<Entry> ofKind =
                    entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
            tables.put(
                    kind.name() + ".csv",
                    TableExport.of(content, kind, ofKind, ProviderSheet::isForProviders, true)
                            .csv());
        }
        return tables;
    }

    /** What readers see; when they see it, and under which addresses they did before, is up to the editors. */
    private static boolean isForProviders(Column column) {
        Field<?> field = column.field();
        return column.isForReaders()
                && !CommonFields.isPublication(field)
                && !field.name().equals(CommonFields.FORMER_IDS.name());
    }

    private List<Kind> kinds() {
        return entries.stream().map(Entry::kind).distinct().toList();
    }

    /** A text for a message, in Markdown. */
    public String markdown() {
        var lines = new ArrayList<String>();
        lines.add("# " + plain(name));
        lines.add("");
        lines.add("This is what the directory says on " + content.directory().asOf()
                + ". Please write in the last column what is wrong or missing, or that all is well.");
        for (Entry entry : entries) {
            lines.add("");
            lines.add("## " + plain(entry.label()));
            lines.add("");
            lines.add("| | The directory says | Correction |");
            lines.add("| --- | --- | --- |");
            Mapping typed = content.typedFields(entry);
            Column.of(entry.kind().fields(), field -> 20).stream()
                    .filter(ProviderSheet::isForProviders)
                    .filter(column -> !column.text(typed).isEmpty())
                    .forEach(column ->
                            lines.add("| " + plain(column.label()) + " | " + plain(column.text(typed)) + " | |"));
        }
        return String.join("\n", lines) + "\n";
    }

    /** A text as a cell of Markdown shows it. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}

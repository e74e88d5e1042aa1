package org.waymark.tool.edit;

import java.util.List;
import java.util.Optional;
import org.waymark.directory.Directory;
import org.waymark.directory.DisplayOrder;
import org.waymark.directory.Entry;
import org.waymark.schema.Kind;
import org.waymark.schema.Kind.YamlList;
import org.waymark.source.Edit;
import org.waymark.source.FileChange;
import org.waymark.source.Position;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value.Mapping;

/** Inserts a new entry, in alphabetical order, into a file that contains all entries of its kind. */
final class NewListItem {
    private NewListItem() {}

    static FileChange of(Directory directory, Project project, Kind kind, YamlList place, String label, Mapping given) {
        Optional<SourceFile> file = project.content().stream()
                .filter(each -> each.path().equals(place.path()))
                .findFirst();
        if (file.isEmpty()) {
            return new FileChange.Creation(place.path(), EntryText.item(given, ""));
        }
        List<Entry> others = directory.entries(kind).filter(Entry::isNamed).toList();
        if (others.isEmpty() && file.get().text().lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
            throw Refusal.inTheWay(place.path() + " has errors; fix what `waymark check` reports first");
        }
        return new FileChange.Revision(
                place.path(), place.path(), List.of(insertion(directory.order(), file.get(), others, label, given)));
    }

    private static Edit insertion(
            DisplayOrder order, SourceFile file, List<Entry> others, String label, Mapping given) {
        boolean isSpaced =
                others.size() > 1 && file.line(top(file, others.get(1)) - 1).isBlank();
        String indentation = others.isEmpty() ? "" : indentation(file, others.get(0));
        String item = EntryText.item(given, indentation);
        for (Entry other : others) {
            if (order.compare(label, other.name()) < 0) {
                return insertion(file, new Position(top(file, other), 1), item + (isSpaced ? "\n" : ""));
            }
        }
        String text = file.text();
        boolean endsLine = text.isEmpty() || text.endsWith("\n");
        String before = (endsLine ? "" : "\n") + (isSpaced && !text.endsWith("\n\n") ? "\n" : "");
        return insertion(file, file.position(text.length()), before + item);
    }

    private static Edit insertion(SourceFile file, Position at, String text) {
        return new Edit(new Span(file.path(), at, at), text);
    }

    private static String indentation(SourceFile file, Entry item) {
        String line = file.line(item.origin().whole().startLine());
        int dash = line.indexOf('-');
        if (dash < 0 || !line.substring(0, dash).isBlank()) {
            throw Refusal.inTheWay(
                    item.path() + " does not have a line `- ` for each entry; rewrite it that way first");
        }
        return line.substring(0, dash);
    }

    /** The first line of an item, including comments that belong to it but not those at the top of the file. */
    private static int top(SourceFile file, Entry item) {
        int first = item.origin().whole().startLine();
        int line = first;
        while (line > 1 && file.line(line - 1).strip().startsWith("#")) {
            line--;
        }
        return line == 1 ? first : line;
    }
}

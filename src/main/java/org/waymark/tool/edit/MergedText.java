package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Entry;
import org.waymark.markdown.Prose;
import org.waymark.markdown.TypedLink;
import org.waymark.markdown.TypedLink.Form;
import org.waymark.markdown.TypedLinks;
import org.waymark.source.Edit;
import org.waymark.source.EditedText;
import org.waymark.source.SourceFile;

/** Appends the text of one entry to that of another, under its own heading, for an editor to work in. */
final class MergedText {
    private final EditableProject content;
    private final Entry from;
    private final Entry into;
    private final String heading;

    MergedText(EditableProject content, Entry from, Entry into, String name) {
        this.content = content;
        this.from = from;
        this.into = into;
        this.heading = "## " + name.replaceAll("[\\\\`*_\\[\\]<>#&]", "\\\\$0");
    }

    /** Whether there is no text to append. */
    boolean isEmpty() {
        return from.body().isEmpty() || body().isBlank();
    }

    private String body() {
        return content.file(from).text().substring(content.bodyStart(from));
    }

    /**
     * The new heading for a link to a heading of the appended text.
     *
     * @throws Refusal if appending would change the meaning of either text
     */
    Optional<String> heading(Optional<String> before) {
        if (before.isEmpty() || isEmpty()) {
            return before;
        }
        List<Prose.Heading> own = headings(from);
        List<Prose.Heading> all = mergedHeadings();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).anchor().equals(before.get())) {
                return Optional.of(all.get(headings(into).size() + 1 + i).anchor());
            }
        }
        return before;
    }

    private static List<Prose.Heading> headings(Entry entry) {
        return entry.body().map(Prose::headings).orElse(List.of());
    }

    private List<Prose.Heading> mergedHeadings() {
        SourceFile file = content.file(into);
        var merged = SourceFile.of(into.path(), file.text() + appended(file, body()));
        List<Prose.Heading> all = Prose.parse(merged, content.bodyStart(into)).headings();
        if (all.size() != headings(into).size() + 1 + headings(from).size()) {
            throw Refusal.inTheWay("the text of " + from.path() + " cannot follow that of " + into.path()
                    + ", which does not end where a heading can start; look for unclosed code or HTML");
        }
        return all;
    }

    /**
     * Appends the text.
     *
     * @param target the new target of the text's links to its own page
     */
    Edit append(ReferenceTarget target, List<Note> obstacles) {
        refuseEqualNames(obstacles);
        refuseEqualFootnotes(obstacles);
        mergedHeadings();
        List<Edit> edits = new ArrayList<>(LinkUpdate.in(content, from, from, Optional.of(target), obstacles));
        edits.addAll(LinkUpdate.unlinkOwn(content, from, into));
        edits.sort(Comparator.comparing(Edit::span));
        String text = EditedText.of(content.file(from).text(), edits).substring(content.bodyStart(from));
        SourceFile file = content.file(into);
        int end = file.text().length();
        return new Edit(file.span(end, end), appended(file, text));
    }

    private String appended(SourceFile file, String text) {
        String gap = file.text().endsWith("\n") ? "\n" : "\n\n";
        return gap + heading + "\n\n" + text.replaceFirst("^\\s*\\n", "").stripTrailing() + "\n";
    }

    /**
     * Rejects duplicate link definitions: only the first counts, so links in the appended text would change their
     * target.
     */
    private void refuseEqualNames(List<Note> obstacles) {
        Map<String, String> names = new HashMap<>();
        definitions(into).forEach(link -> names.putIfAbsent(folded(link.name()), link.destination()));
        definitions(from).stream()
                .filter(link -> !names.getOrDefault(folded(link.name()), link.destination())
                        .equals(link.destination()))
                .forEach(link -> obstacles.add(new Note(
                        link.whole(),
                        "the other text gives `[" + link.name() + "]` another address; use another name here")));
    }

    /** Of two footnotes with the same name, only the first is published. */
    private void refuseEqualFootnotes(List<Note> obstacles) {
        Set<String> names = footnotes(into).map(note -> folded(note.label())).collect(Collectors.toSet());
        footnotes(from)
                .filter(note -> names.contains(folded(note.label())))
                .forEach(note -> obstacles.add(new Note(
                        note.span(),
                        "the other text has a footnote `[^" + note.label() + "]` too; use another name here")));
    }

    private static Stream<Prose.Footnote> footnotes(Entry entry) {
        return entry.body().stream().flatMap(body -> body.footnotes().stream());
    }

    private List<TypedLink> definitions(Entry entry) {
        var definitions = new ArrayList<TypedLink>();
        TypedLinks.in(content.file(entry), content.bodyStart(entry)).stream()
                .filter(link -> link.form() == Form.DEFINITION)
                .forEach(definitions::add);
        return definitions;
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}

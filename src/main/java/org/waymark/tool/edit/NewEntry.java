package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.ReservedIds;
import org.waymark.markdown.Prose;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Kind.YamlList;
import org.waymark.schema.Placed;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.UnreadFile;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/** Writes a new entry without replacing another. */
public final class NewEntry {
    private NewEntry() {}

    /**
     * Computes the new file. The entry is a draft if its kind allows it, unless specified otherwise.
     *
     * @param typedId the id, if it is not to be made from the name or title
     * @param text what it says below its fields; otherwise a hint and the headings that its kind usually has
     * @throws Refusal if the id is not allowed, or the file exists
     */
    public static FileChange of(
            Directory directory,
            Project project,
            Kind kind,
            Optional<String> typedId,
            TypedFields fields,
            Optional<String> text) {
        boolean canBeDraft = kind.has(CommonFields.DRAFT);
        if (canBeDraft && !fields.has(CommonFields.DRAFT.name())) {
            fields.set(CommonFields.DRAFT.name(), "yes");
        }
        return of(directory, project, kind, typedId, fields.mapping(), text);
    }

    /** Computes the new file of an entry with these fields, and no others. */
    static FileChange of(
            Directory directory,
            Project project,
            Kind kind,
            Optional<String> typedId,
            Mapping mapping,
            Optional<String> text) {
        if (!directory.kinds().isForReaders(kind)) {
            throw Refusal.wrongUsage(kind.phrase() + " cannot be added; the kinds are "
                    + String.join(
                            ", ",
                            directory.kinds().forReaders().stream()
                                    .map(Kind::name)
                                    .toList()));
        }
        if (text.isPresent() && !kind.place().hasBody()) {
            throw Refusal.wrongUsage(kind.phrase() + " has no text");
        }
        String label = mapping.member(kind.labelField().name())
                .flatMap(Member::value)
                .map(value -> ((Scalar) value).text().strip())
                .orElse("");
        Id id = id(kind, typedId, label);
        refuseTaken(directory, kind, id);
        if (kind.place() instanceof YamlList list) {
            return NewListItem.of(directory, project, kind, list, label, mapping);
        }
        String path = kind.fileOf(id);
        refuseFile(project, path);
        boolean isDraft = mapping.member(CommonFields.DRAFT.name())
                .flatMap(Member::value)
                .filter(value ->
                        value instanceof Scalar scalar && !scalar.text().equals("no"))
                .isPresent();
        String body = text.map(given -> given.strip() + "\n")
                .orElseGet(() -> EntryText.body(isDraft, usualHeadings(directory, kind)));
        return new FileChange.Creation(path, EntryText.of(kind, mapping, body));
    }

    private static Id id(Kind kind, Optional<String> typed, String label) {
        if (typed.isEmpty()) {
            return Id.from(label);
        }
        Id nearest = Id.from(typed.get().strip().replaceFirst("\\.(md|yaml)$", ""));
        if (!nearest.value().equals(typed.get())) {
            throw Refusal.wrongUsage("`" + typed.get() + "` is not an id; write `" + nearest + "`");
        }
        if (kind.place() instanceof YamlList && !nearest.equals(Id.from(label))) {
            throw Refusal.wrongUsage("the id of " + kind.phrase() + " comes from its name, which makes `"
                    + Id.from(label) + "`; leave out `" + nearest + "`");
        }
        return nearest;
    }

    private static void refuseTaken(Directory directory, Kind kind, Id id) {
        Optional<Entry> taken =
                directory.entries(kind).filter(entry -> entry.id().equals(id)).findFirst();
        if (taken.isPresent()) {
            throw Refusal.inTheWay("there is " + kind.phrase() + " with the id `" + id + "` already, in "
                    + taken.get().path() + another(kind));
        }
        ReservedIds.reason(directory.kinds(), kind, id).ifPresent(reason -> {
            throw Refusal.inTheWay(kind.phrase() + " cannot be called `" + id + "`, since " + reason + another(kind));
        });
        directory.formerIds().forEach((entry, former) -> {
            boolean isFormer = entry.kind().equals(kind)
                    && former.stream().map(Placed::value).anyMatch(id::equals);
            if (isFormer) {
                throw Refusal.inTheWay("`" + id + "` is a former id of `" + entry.id()
                        + "`, and its address redirects there" + another(kind));
            }
        });
    }

    private static String another(Kind kind) {
        return kind.place().isFolder() ? "; give another id after `" + kind.name() + "`" : "";
    }

    /** Many file systems are case-insensitive. */
    private static void refuseFile(Project project, String path) {
        Stream.concat(
                        project.content().stream().map(SourceFile::path),
                        Stream.concat(
                                project.others().stream(),
                                project.unread().stream().map(UnreadFile::path)))
                .filter(other -> other.toLowerCase(Locale.ROOT).equals(path))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.inTheWay("there is a file " + other + " already; give another id");
                });
    }

    /** The headings that more than half of the entries of a kind have, in their usual order. */
    private static List<String> usualHeadings(Directory directory, Kind kind) {
        Map<String, List<Integer>> positions = new LinkedHashMap<>();
        List<Prose> bodies = directory
                .entries(kind)
                .flatMap(entry -> entry.body().stream())
                .filter(body -> !body.isEmpty())
                .toList();
        for (Prose body : bodies) {
            List<String> headings = body.headings().stream()
                    .filter(heading -> heading.level() == 2)
                    .map(Prose.Heading::text)
                    .distinct()
                    .toList();
            for (int i = 0; i < headings.size(); i++) {
                positions
                        .computeIfAbsent(headings.get(i), heading -> new ArrayList<>())
                        .add(i);
            }
        }
        return positions.entrySet().stream()
                .filter(entry -> entry.getValue().size() * 2 > bodies.size())
                .sorted(Map.Entry.comparingByValue((a, b) -> Double.compare(mean(a), mean(b))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double mean(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).average().orElse(0);
    }
}

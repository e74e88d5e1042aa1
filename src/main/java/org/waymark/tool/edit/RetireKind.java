package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Directory;
import org.waymark.schema.Home.Show;
import org.waymark.schema.HomeFile;
import org.waymark.schema.Kind;
import org.waymark.schema.NamesInKindFile;
import org.waymark.schema.NamesInKindFile.Place;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.tool.edit.ShapeFiles.Parts;

/** Removes a kind that the project declares, optionally with its entries. */
public final class RetireKind {
    private static final Set<Show> OF_VOCABULARIES = Set.of(Show.CHOICES, Show.MAP);

    private RetireKind() {}

    /**
     * Computes the changes.
     *
     * @param directory the directory read from the project
     * @param typed the name of the kind
     * @param withEntries whether its entries are removed as well
     * @return with the number of entries that are removed
     * @throws Refusal if the kind is still needed, or comes from the shape
     */
    public static RetireField.Retired of(Directory directory, Project project, String typed, boolean withEntries) {
        ShapeFiles shape = ShapeFiles.of(project);
        Kind kind = shape.kind(typed.strip());
        Parts parts = shape.of(kind.name());
        if (parts.own().isEmpty() || parts.shaped().isPresent()) {
            throw Refusal.inTheWay("`" + kind.name()
                    + "` is a kind of the shape, which a directory cannot do without; leave it without entries, or name"
                    + " another shape in `content/site.yaml`");
        }
        requireUnneeded(shape, kind);
        requireUnpublished(directory, kind);
        List<SourceFile> files = project.content().stream()
                .filter(file -> kind.claims(file.path()))
                .toList();
        int entries = files.stream()
                .mapToInt(file -> kind.place().isFolder()
                        ? 1
                        : ContentReader.typedFields(file).size())
                .sum();
        if (entries > 0 && !withEntries) {
            throw Refusal.inTheWay(
                    "there " + (entries == 1 ? "is one entry" : "are " + entries + " entries") + " of `" + kind.name()
                            + "`; retire these first, or remove them with `--remove-values`",
                    files.stream()
                            .limit(ShapeFiles.MOST_NOTES)
                            .map(file -> new Note(Span.startOf(file.path()), "an entry"))
                            .toList());
        }
        var changes = new PendingChanges();
        changes.remove(parts.path());
        files.forEach(file -> changes.remove(file.path()));
        var remarks = new ArrayList<String>();
        project.ownTemplates().stream()
                .map(SourceFile::path)
                .filter(path -> path.equals("templates/page/" + kind.name() + ".ftlh"))
                .forEach(path -> remarks.add(path + " has no pages left; remove it"));
        return new RetireField.Retired(new ShapeEdit(changes.list(), remarks), entries);
    }

    /** Notices at the addresses of its entries need the kind. */
    private static void requireUnpublished(Directory directory, Kind kind) {
        boolean isPublished = directory.promised().stream()
                .anyMatch(route -> route.owner()
                        .filter(entry -> entry.kind().name().equals(kind.name()))
                        .isPresent());
        if (isPublished) {
            throw Refusal.inTheWay("pages of `" + kind.name()
                    + "` were published, and the notices at their addresses need the kind; retire its entries with `waymark retire "
                    + kind.name() + " ID`, and keep the kind without any");
        }
    }

    /** Nothing else may name it: neither another kind nor the home page. */
    private static void requireUnneeded(ShapeFiles shape, Kind kind) {
        var needs = new ArrayList<Note>();
        for (Parts parts : shape.ofKinds()) {
            if (!parts.name().equals(kind.name())) {
                parts.own().or(parts::shaped).stream()
                        .flatMap(part -> NamesInKindFile.in(part.mapping()).stream())
                        .filter(place -> names(place, kind))
                        .forEach(place -> needs.add(new Note(place.written().span(), cure(parts.name(), place))));
            }
        }
        if (!needs.isEmpty()) {
            throw Refusal.inTheWay(
                    "`" + kind.name() + "` is still needed; change " + (needs.size() == 1 ? "this line" : "these lines")
                            + " first",
                    needs.stream().limit(ShapeFiles.MOST_NOTES).toList());
        }
        List<Note> shown = shape.kinds().shape().home().sections().stream()
                .filter(section -> section.of()
                                .filter(name -> name.equals(kind.name()) && !OF_VOCABULARIES.contains(section.show()))
                                .isPresent()
                        || section.text()
                                .filter(entry -> entry.kind().equals(kind.name()))
                                .isPresent())
                .map(section -> new Note(section.origin().of(HomeFile.OF), "this section shows it"))
                .toList();
        if (!shown.isEmpty()) {
            throw Refusal.inTheWay(
                    "the home page shows `" + kind.name() + "`; remove "
                            + (shown.size() == 1 ? "this section" : "these sections")
                            + " from `content/shape/home.yaml` first",
                    shown);
        }
    }

    /** What to do about a line that names the kind. */
    private static String cure(String in, Place place) {
        return place.field()
                .map(field -> "`" + in + "." + field + "` refers to it; retire that field with `waymark retire field "
                        + in + "." + field + "`, or let it refer to another kind")
                .orElse("`" + place.part() + "` of `" + in + "` names it; remove it");
    }

    private static boolean names(Place place, Kind kind) {
        String written = place.written().text().strip();
        return switch (place.named()) {
            case KIND -> written.equals(kind.name());
            case FIELD_OF_KIND -> written.startsWith(kind.name() + ".");
            default -> false;
        };
    }
}

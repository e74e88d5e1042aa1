package org.waymark.tool.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.EntryName;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Placed;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;

/** A project and its directory, with what its files say as typed, for classes that change it. */
public final class EditableProject {
    /** Codes of findings that hide the content of a file. */
    private static final Set<Code> HIDING = Set.of(
            Codes.NOT_UTF_8,
            Codes.CONTROL_CHARACTER,
            Codes.MISSING_FRONT_MATTER,
            Codes.INVALID_YAML,
            Codes.DUPLICATE_KEY);

    private final Directory directory;
    private final Project project;
    private final Map<String, SourceFile> files;
    /** By path, since a file may hold all entries of a kind. */
    private final Map<String, List<Mapping>> typed = new HashMap<>();

    private final Set<String> sound = new HashSet<>();

    public EditableProject(Directory directory, Project project) {
        this.directory = directory;
        this.project = project;
        files = project.content().stream().collect(Collectors.toMap(SourceFile::path, file -> file));
    }

    public Directory directory() {
        return directory;
    }

    Project project() {
        return project;
    }

    /**
     * An entry that can be changed.
     *
     * @throws Refusal if it does not exist, or its file or the shape has errors
     */
    Entry entry(Kind kind, Id id) {
        if (!directory.kinds().isForReaders(kind)) {
            throw Refusal.wrongUsage(kind.phrase() + " is not an entry, so it cannot be renamed, merged or retired");
        }
        if (!directory.kinds().isSound()) {
            throw Refusal.inTheWay("the shape has errors, so references to entries may be missed; fix them first"
                    + " (see `waymark check`)");
        }
        List<Entry> found =
                directory.entries(kind).filter(d -> d.id().equals(id)).toList();
        if (found.isEmpty()) {
            throw Refusal.wrongUsage("no " + words(kind) + " is called `" + id + "`; " + advice(kind, id));
        }
        Entry entry = found.get(0);
        if (found.size() > 1) {
            throw Refusal.inTheWay("two entries have the id `" + id + "`: " + entry.path() + " and "
                    + found.get(1).path() + "; rename one of them first");
        }
        if (!entry.isNamed()) {
            throw Refusal.inTheWay(entry.path() + " cannot be read as an entry; fix it first (see `waymark check`)");
        }
        requireSound(entry.path());
        return entry;
    }

    private String advice(Kind kind, Id id) {
        List<String> known = directory.declaredIds(kind.name()).stream()
                .map(Id::value)
                .sorted()
                .toList();
        return formerHolder(kind, id)
                .map(holder -> "it is called `" + holder.id() + "` now")
                .or(() -> directory.gone(kind, id).map(gone -> "it was removed on " + gone.since()))
                .or(() -> DidYouMean.question(id.value(), known))
                .orElse("`waymark list " + kind.name() + "` lists them");
    }

    /**
     * Ensures that readers of an entry can follow a redirect to another.
     *
     * @throws Refusal if only the first is published
     */
    void requireReachable(Entry from, Entry to) {
        if (directory.isPublished(from) && !directory.isPublished(to)) {
            throw Refusal.inTheWay("`" + nameOf(to) + "` is not published, so readers cannot see it; publish it first");
        }
    }

    /** The entry with this former id. */
    Optional<Entry> formerHolder(Kind kind, Id id) {
        return directory.formerIds().entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .filter(entry -> entry.getValue().stream().map(Placed::value).anyMatch(id::equals))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static EntryName nameOf(Entry entry) {
        return new EntryName(entry.kind(), entry.id());
    }

    static String words(Kind kind) {
        return kind.noun().one();
    }

    Optional<SourceFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    SourceFile file(Entry entry) {
        return find(entry.path())
                .orElseThrow(() -> new IllegalArgumentException("not in the project: " + entry.path()));
    }

    /** The offset of an entry's body in its file. */
    int bodyStart(Entry entry) {
        return entry.body()
                .map(body -> file(entry).offset(body.start().start()))
                .orElseGet(() -> file(entry).text().length());
    }

    /** The text below the fields of an entry. */
    public String typedBody(Entry entry) {
        return entry.body().isEmpty() ? "" : file(entry).text().substring(bodyStart(entry));
    }

    /**
     * The fields of an entry, as typed.
     *
     * @throws Refusal if its file has an error that hides some of them
     */
    public Mapping typedFields(Entry entry) {
        requireSound(entry.path());
        Span start = entry.origin().whole();
        return typed.computeIfAbsent(entry.path(), path -> ContentReader.typedFields(file(entry))).stream()
                .filter(fields -> entry.kind().place().isFolder()
                        || (!fields.members().isEmpty()
                                && fields.members().get(0).key().span().equals(start)))
                .findFirst()
                .orElseGet(() -> new Mapping(List.of(), start));
    }

    /** The text of a field with a single value; empty if it has none. */
    String typedText(Entry entry, Field<?> field) {
        return typedFields(entry).member(field.name()).flatMap(Value.Member::value).stream()
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text())
                .findFirst()
                .orElse("");
    }

    FieldEdits fieldEdits(Entry entry) {
        return new FieldEdits(file(entry), entry.kind(), typedFields(entry));
    }

    private void requireSound(String path) {
        if (!sound.add(path)) {
            return;
        }
        find(path).flatMap(file -> hidingFinding(file, Optional.empty())).ifPresent(fault -> {
            throw Refusal.inTheWay(fault.span() + " has an error that must be fixed first (see `waymark check`)");
        });
    }

    /**
     * Ensures that items can be added to a list.
     *
     * @throws Refusal if the file's style does not allow it
     */
    void requireList(SourceFile file) {
        requireSound(file.path());
        boolean hasItems = file.text().lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"));
        boolean isList = file.text().lines().anyMatch(line -> line.startsWith("- "));
        if (hasItems && !isList) {
            throw Refusal.inTheWay(file.path() + " is not a list in which each item begins with `- `; fix it first");
        }
    }

    /**
     * Ensures that every reference to an entry is known.
     *
     * @throws Refusal if a file with errors may refer to it
     */
    void requireClear(Entry entry) {
        Pattern name = Pattern.compile("(?<![a-z0-9-])("
                + Pattern.quote(entry.id().value()) + "|" + Pattern.quote(entry.name()) + ")(?![a-z0-9-])");
        requireClear(file -> true, name, Optional.of(name), "`" + nameOf(entry) + "`");
    }

    /**
     * Ensures that every use of a name in some files is known.
     *
     * @param what it names, for the message
     * @throws Refusal if a file with errors may have one
     */
    void requireClear(Predicate<SourceFile> files, String name, String what) {
        Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
        requireClear(files, word, Optional.empty(), what);
    }

    private void requireClear(Predicate<SourceFile> files, Pattern name, Optional<Pattern> value, String what) {
        List<Note> notes = project.content().stream()
                .filter(files.and(file -> name.matcher(file.text()).find()))
                .flatMap(file -> hidingFinding(file, value).stream())
                .map(fault -> new Note(fault.span(), "fix this first: " + fault.message()))
                .toList();
        if (!notes.isEmpty()) {
            throw Refusal.inTheWay("errors hide which places refer to " + what, notes);
        }
    }

    /** The first finding that hides content of a file, possibly a reference to a name. */
    private Optional<Diagnostic> hidingFinding(SourceFile file, Optional<Pattern> name) {
        return new ContentReader(directory.kinds())
                .read(file).diagnostics().stream()
                        .filter(fault -> HIDING.contains(fault.code())
                                || (fault.code().equals(Codes.INVALID_VALUE)
                                        && name.filter(n -> n.matcher(file.text(fault.span()))
                                                        .find())
                                                .isPresent()))
                        .min(Diagnostic.ORDER);
    }
}

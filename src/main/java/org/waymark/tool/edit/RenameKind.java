package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.content.ContentReader;
import org.waymark.content.ProjectShape;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.RouteLedger;
import org.waymark.directory.Routes;
import org.waymark.schema.FieldType;
import org.waymark.schema.Home.Section;
import org.waymark.schema.Home.Show;
import org.waymark.schema.HomeFile;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.NamesInKindFile;
import org.waymark.schema.NamesInKindFile.Place;
import org.waymark.schema.PartName;
import org.waymark.schema.QualifiedId;
import org.waymark.schema.QualifiedReference;
import org.waymark.schema.Reference;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.Edit;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.UnreadFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;
import org.waymark.tool.edit.ShapeFiles.Part;
import org.waymark.tool.edit.ShapeFiles.Parts;

/**
 * Changes the name of a kind: moves its file and the folder of its entries, and updates what names it. The addresses of its
 * pages change with the folder; the old ones redirect.
 */
public final class RenameKind {
    private static final String CONTENT = "content/";

    private static final Set<Show> OF_VOCABULARIES = Set.of(Show.CHOICES, Show.MAP);

    private final ShapeFiles shape;
    private final EditableProject content;
    private final Kind kind;
    private final Parts parts;
    private final String to;
    private final NewKindName words;
    private final String folder;
    private final PendingChanges changes = new PendingChanges();
    private final ShapeChanges shapeChanges = new ShapeChanges(changes);
    private final List<String> remarks = new ArrayList<>();

    private RenameKind(
            ShapeFiles shape, EditableProject content, Kind kind, String to, NewKindName words, String folder) {
        this.shape = shape;
        this.content = content;
        this.kind = kind;
        parts = shape.of(kind.name());
        this.to = to;
        this.words = words;
        this.folder = folder;
    }

    /**
     * Computes the changes.
     *
     * @param directory the directory read from the project
     * @param typed the name of the kind
     * @param to its new name
     * @param words the new forms of its name, as far as they change
     * @param folder the new name of its folder or file; by default the id of its new plural
     * @throws Refusal if the kind cannot have that name
     */
    public static ShapeEdit of(
            Directory directory, Project project, String typed, String to, NewKindName words, Optional<String> folder) {
        ShapeFiles shape = ShapeFiles.of(project);
        Kind kind = shape.kind(typed.strip());
        String name = to.strip();
        boolean isSame = name.equals(kind.name());
        if (isSame && words.isEmpty() && folder.isEmpty()) {
            throw Refusal.wrongUsage("`" + name + "` is already called that");
        }
        if (!Id.isValid(name)) {
            throw Refusal.wrongUsage("`" + name + "` cannot be the name of a kind, which has lower-case letters, digits"
                    + " and single hyphens" + RenameField.suggestion(name));
        }
        if (Routes.ofEverySite().contains(name)) {
            throw Refusal.inTheWay("`" + name + "` is the address of a page that every site has; choose another name");
        }
        shape.kinds().named(name).filter(other -> !other.equals(kind)).ifPresent(other -> {
            throw Refusal.inTheWay("`" + name + "` names " + other.phrase() + " already; choose another name");
        });
        String place = folder.map(String::strip)
                .orElseGet(() -> isSame ? kind.plural() : words.folder().orElseGet(() -> NewKindName.plural(name)));
        if (!Id.isValid(place)) {
            throw Refusal.wrongUsage("`" + place + "` cannot be the name of a folder, which has lower-case letters,"
                    + " digits and single hyphens" + RenameField.suggestion(place));
        }
        var rename = new RenameKind(shape, new EditableProject(directory, project), kind, name, words, place);
        rename.run(project);
        return new ShapeEdit(rename.changes.list(), rename.remarks);
    }

    private void run(Project project) {
        requireFreeFolder(project);
        content.requireClear(file -> true, kind.name(), "`" + kind.name() + "`");
        if (!folder.equals(kind.plural())) {
            content.requireClear(file -> true, kind.plural(), "`" + kind.plural() + "`");
        }
        kindFile();
        shape.ofKinds().forEach(each -> {
            each.own().ifPresent(part -> uses(each, part));
            each.shaped().ifPresent(part -> uses(each, part));
        });
        if (!words.isEmpty()) {
            vocabularyTexts();
        }
        if (!to.equals(kind.name())) {
            content.find(ProjectShape.HOME).ifPresent(this::homePage);
        }
        entries();
        links();
        shapeChanges.finish();
        remarks(project);
    }

    private String newPlace() {
        return CONTENT + folder + (kind.place().isFolder() ? "" : ".yaml");
    }

    private boolean isMoved() {
        return !folder.equals(kind.plural());
    }

    /** Where a file is after the change. */
    private String moved(String path) {
        String old = kind.place().path();
        if (path.equals(old)) {
            return newPlace();
        }
        return kind.place().isFolder() && path.startsWith(old + "/") ? newPlace() + path.substring(old.length()) : path;
    }

    private void requireFreeFolder(Project project) {
        if (!isMoved()) {
            return;
        }
        List<String> all = new ArrayList<>(project.others());
        project.unread().stream().map(UnreadFile::path).forEach(all::add);
        project.content().stream().map(SourceFile::path).forEach(all::add);
        all.stream()
                .filter(path -> path.equals(newPlace()) || path.startsWith(CONTENT + folder + "/"))
                .findFirst()
                .ifPresent(path -> {
                    throw Refusal.inTheWay("there is " + path + " already; give another folder with `--folder`");
                });
        if (kind.place().isFolder()) {
            all.stream()
                    .filter(path -> path.startsWith(kind.place().path() + "/") && !kind.claims(path))
                    .findFirst()
                    .ifPresent(path -> {
                        throw Refusal.inTheWay(path + " is not an entry; move or remove it first");
                    });
        }
    }

    private void kindFile() {
        if (!to.equals(kind.name())) {
            changesOfName();
        }
        words.forEach((word, text) -> name(word, text));
        if (isMoved()) {
            set(kind.place().isFolder() ? KindFile.FOLDER_OF_ENTRIES : KindFile.FILE_OF_ENTRIES, folder);
            formerFolders();
        }
    }

    private void changesOfName() {
        shapeChanges.move(parts, ProjectShape.fileOfKind(to));
        Optional<Scalar> replaces = parts.own().map(Part::file).flatMap(ProjectShape::namedReplaced);
        if (replaces.filter(name -> name.text().strip().equals(to)).isPresent()) {
            Part own = parts.own().orElseThrow();
            changes.add(List.of(new MemberEdits(own.positions(), own.mapping())
                    .remove(own.mapping().member(ProjectShape.REPLACES).orElseThrow())));
        } else if (replaces.isEmpty() && shape.isInherited(kind.name())) {
            shapeChanges.line(parts, ProjectShape.REPLACES, kind.name());
        }
    }

    /** Sets a line with a single value. */
    private void set(String word, String value) {
        Optional<Scalar> own = parts.own()
                .flatMap(part -> part.mapping().member(word))
                .flatMap(Member::value)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
        if (own.isPresent()) {
            shapeChanges.replace(parts, parts.own().orElseThrow(), own.get(), value);
        } else {
            shapeChanges.line(parts, word, value);
        }
    }

    /** Changes one form of the kind's name, in the file that declares it. */
    private void name(String word, String text) {
        Part part = parts.own()
                .filter(own -> own.mapping().has(KindFile.NAME_OF_KIND))
                .orElseGet(parts::main);
        part.mapping().member(KindFile.NAME_OF_KIND).flatMap(Member::value).stream()
                .filter(Mapping.class::isInstance)
                .flatMap(value -> ((Mapping) value).member(word).stream())
                .flatMap(member -> member.value().stream())
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(scalar -> !scalar.text().equals(text))
                .forEach(scalar -> shapeChanges.replace(parts, part, scalar, text));
    }

    /** Keeps the old addresses, except one that is the current address again. */
    private void formerFolders() {
        boolean isAddress = kind.address().equals(kind.plural() + "/");
        if (!isAddress || hasAddress()) {
            return;
        }
        Optional<Member> said = parts.own().flatMap(part -> part.mapping().member(KindFile.FORMER_FOLDERS_OF_KIND));
        if (said.flatMap(Member::value).orElse(null) instanceof Sequence list
                && !list.items().isEmpty()) {
            new ListEdits(parts.own().orElseThrow().positions(), list)
                    .rewrite(
                            text -> Optional.of(text)
                                    .filter(each -> !each.strip().equals(folder)),
                            List.of(kind.plural()))
                    .orElseThrow()
                    .forEach(edit -> shapeChanges.edit(parts, parts.own().orElseThrow(), edit));
        } else {
            shapeChanges.line(parts, KindFile.FORMER_FOLDERS_OF_KIND, "[" + kind.plural() + "]");
        }
    }

    /** Whether its file gives the address of its pages, whatever its folder is called. */
    private boolean hasAddress() {
        return Stream.concat(parts.own().stream(), parts.shaped().stream())
                .anyMatch(part -> part.mapping().has(KindFile.ADDRESS_OF_PAGES));
    }

    private void uses(Parts of, Part part) {
        if (!to.equals(kind.name())) {
            for (Place place : NamesInKindFile.in(part.mapping())) {
                String written = place.written().text();
                String now = named(place.named(), written);
                if (!now.equals(written)) {
                    shapeChanges.replace(of, part, place.written(), now);
                }
            }
        }
        NamesInKindFile.texts(part.mapping())
                .forEach(text ->
                        words.in(kind, text.text()).ifPresent(now -> shapeChanges.replace(of, part, text, now)));
    }

    private String named(PartName.Part named, String written) {
        return switch (named) {
            case KIND -> isKind(written) ? to : written;
            case FIELD_OF_KIND, PATH_OF_KIND -> {
                int dot = written.indexOf('.');
                yield dot > 0 && isKind(written.substring(0, dot)) ? to + written.substring(dot) : written;
            }
            default -> written;
        };
    }

    private boolean isKind(String written) {
        String name = written.strip();
        return name.equals(kind.name()) || name.equals(kind.plural());
    }

    /** The vocabularies of the project name kinds in sentences; those of a shape are copied only for a reason. */
    private void vocabularyTexts() {
        for (String name : shape.kinds().shape().vocabularies().keySet()) {
            Parts vocabulary = shape.ofVocabulary(name);
            var edits = new ArrayList<Edit>();
            for (String word : VocabularyFile.SENTENCES) {
                vocabulary
                        .main()
                        .mapping()
                        .member(word)
                        .flatMap(Member::value)
                        .filter(Scalar.class::isInstance)
                        .map(Scalar.class::cast)
                        .ifPresent(text -> words.in(kind, text.text())
                                .ifPresent(now -> edits.add(
                                        ListEdits.replace(vocabulary.main().positions(), text, now))));
            }
            if (!edits.isEmpty()) {
                ShapeChanges.inVocabulary(vocabulary, edits, changes).ifPresent(remarks::add);
            }
        }
    }

    /**
     * Updates the sections of the project's own home page, which name kinds, and entries and facets with their kind.
     */
    private void homePage(SourceFile file) {
        Pattern name = Pattern.compile("(?<=^[\"']?)" + Pattern.quote(kind.name()) + "(?=[./\"']|$)");
        for (Section section : shape.kinds().shape().home().sections()) {
            boolean isOfKind = section.text().isPresent()
                    || (section.of().isPresent() && !OF_VOCABULARIES.contains(section.show()));
            if (isOfKind) {
                Span place = section.origin().of(HomeFile.OF);
                String written = file.text(place);
                String now = name.matcher(written).replaceFirst(to);
                if (!now.equals(written)) {
                    changes.add(List.of(new Edit(place, now)));
                }
            }
        }
    }

    private void entries() {
        for (SourceFile file : content.project().content()) {
            Optional<Kind> claimed = shape.kinds().claiming(file.path());
            if (claimed.isEmpty() || ProjectShape.isPart(file.path())) {
                continue;
            }
            if (claimed.get().equals(kind) && isMoved()) {
                changes.move(file.path(), moved(file.path()));
            }
            if (!to.equals(kind.name()) && file.text().contains(kind.name() + "/")) {
                ContentReader.typedFields(file).forEach(fields -> names(claimed.get(), file, fields));
            }
        }
    }

    /** Changes the kind in names of entries such as {@code case-study/evening-hubs}. */
    private void names(Kind of, SourceFile file, Mapping fields) {
        if (RouteLedger.isKind(of)) {
            fields.member(RouteLedger.ROUTES.name()).flatMap(Member::value).stream()
                    .filter(Mapping.class::isInstance)
                    .flatMap(value -> ((Mapping) value).members().stream())
                    .flatMap(route -> route.value().stream())
                    .forEach(owner -> follow(file, owner));
        } else {
            TypedValues.forEach(of.fields(), fields, (type, value) -> {
                if (isName(type)) {
                    follow(file, value);
                }
            });
        }
    }

    private static boolean isName(FieldType<?> type) {
        return type instanceof QualifiedId || type instanceof QualifiedReference || type instanceof Reference;
    }

    private void follow(SourceFile file, Value value) {
        String old = kind.name() + "/";
        if (value instanceof Scalar scalar && scalar.text().strip().startsWith(old)) {
            changes.add(List.of(ListEdits.replace(
                    new YamlPositions(file),
                    scalar,
                    to + "/" + scalar.text().strip().substring(old.length()))));
        }
    }

    private void links() {
        if (!isMoved()) {
            return;
        }
        var obstacles = new ArrayList<Note>();
        for (Entry entry : content.directory().entries()) {
            if (entry.body().isPresent()) {
                changes.add(LinkUpdate.moved(content, entry, this::moved, obstacles));
            }
        }
        if (!obstacles.isEmpty()) {
            throw Refusal.inTheWay("not every link can be updated; fix these places first", obstacles);
        }
    }

    private void remarks(Project project) {
        remarks.addAll(ShapeRemarks.begun(shapeChanges));
        if (!to.equals(kind.name())) {
            shape.kinds().shape().templates(kind).stream()
                    // The shape's own name of a kind stays.
                    .filter(path -> parts.shaped().isEmpty() || path.startsWith("templates/page/"))
                    .filter(path -> project.ownTemplates().stream()
                            .anyMatch(template -> template.path().equals(path)))
                    .forEach(path -> remarks.add("rename " + path + " to "
                            + path.substring(0, path.lastIndexOf('/') + 1) + to
                            + ".ftlh, so that it shows the pages of this kind again"));
            remarks.addAll(ShapeRemarks.templates(
                    project,
                    Pattern.compile(
                            "[\"'](" + Pattern.quote(kind.name()) + "|" + Pattern.quote(kind.plural()) + ")[\"']"),
                    "the kind is now `" + to + "`, its folder `" + folder + "`"));
        }
        if (words.isEmpty() && !Id.from(kind.noun().one()).value().equals(to)) {
            remarks.add("readers still see `" + kind.noun().many()
                    + "`; to change that too, repeat the command with --one, --many and --a");
        }
    }
}

package org.waymark.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Note;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Kinds;
import org.waymark.directory.ShapeCheck;
import org.waymark.directory.Site;
import org.waymark.schema.CountryCode;
import org.waymark.schema.Field;
import org.waymark.schema.HomeFile;
import org.waymark.schema.Id;
import org.waymark.schema.JsonSchema;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.LabelFile;
import org.waymark.schema.LanguageTag;
import org.waymark.schema.Shape;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.UnreadFile;
import org.waymark.source.Value;

/**
 * The shape of a project: the one from which it starts, overridden by the project's own files. A vocabulary of the
 * project replaces the one with its name. A kind replaces or extends it. Labels override those that come with
 * Waymark, key by key.
 */
public final class ProjectShape {
    /** The folder of a project's own files. */
    public static final String FOLDER = "content/shape/";

    /** The path of a project's own home page, if any. */
    public static final String HOME = FOLDER + HomeFile.NAME;

    /** The key in a kind file that includes what the shape declares for the kind. */
    public static final String EXTENDS = KindExtension.EXTENDS;

    /** The key in a kind file or a field for what it replaces in the shape. */
    public static final String REPLACES = KindExtension.REPLACES;

    /** The key in a kind file for fields of the shape that it leaves out. */
    public static final String WITHOUT = KindExtension.WITHOUT;

    private static final List<String> FOLDERS = List.of(KindFile.FOLDER, VocabularyFile.FOLDER, LabelFile.FOLDER);
    private static final List<String> HOME_NAMES = List.of("home", "homepage", "home-page", "index", "start");

    private static final class Default {
        static final Kinds KINDS = new Kinds(Shapes.builtIn());
    }

    private ProjectShape() {}

    /** Whether a file declares a part of the shape, rather than an entry. */
    public static boolean isPart(String path) {
        return path.startsWith(FOLDER);
    }

    /** Where a file belongs that is beside the folder of the shape, not in it. */
    public static Optional<String> meantPath(String path) {
        String inShape = FOLDER + path.substring(path.indexOf('/') + 1);
        return path.startsWith("content/") && !isUnknown(inShape) ? Optional.of(inShape) : Optional.empty();
    }

    /** What a part declares, in words; {@code part of the shape} if that is unknown. */
    public static String nameOfPart(String path) {
        return isKind(path)
                ? "kind"
                : isIn(VocabularyFile.FOLDER, path)
                        ? "vocabulary"
                        : isIn(LabelFile.FOLDER, path)
                                ? "labels"
                                : path.equals(HOME) ? "home page" : "part of the shape";
    }

    /** The kinds of a directory that declares none of its own. */
    public static Kinds ofDefault() {
        return Default.KINDS;
    }

    /**
     * The kinds of a project.
     *
     * @return with its findings, as far as it can be read; empty only if it is too large to be used, or if the shape it
     *     starts from is unknown
     */
    public static Outcome<Kinds> of(Project project) {
        List<String> others =
                project.others().stream().filter(ProjectShape::isPart).toList();
        var found = new ArrayList<Diagnostic>();
        Optional<String> start = start(project, found);
        if (start.isEmpty()) {
            return Outcome.failed(found);
        }
        List<SourceFile> misplaced = misplaced(project);
        if (parts(project).isEmpty()
                && others.isEmpty()
                && misplaced.isEmpty()
                && start.get().equals(Shapes.DEFAULT)) {
            return new Outcome<>(Optional.of(ofDefault()), found);
        }
        others.forEach(path -> found.add(unknown(SourceFile.of(path, ""))));
        Outcome<Shape> shape = read(project, start.get(), found);
        Set<String> own = parts(project).stream().map(SourceFile::path).collect(Collectors.toSet());
        Map<Kind, Diagnostic> lost = shape.value()
                .map(read -> MissingPlaces.of(project, read.kinds(), own))
                .orElse(Map.of());
        found.addAll(lost.values());
        Set<String> inDoubt =
                lost.keySet().stream().map(kind -> kind.origin().path()).collect(Collectors.toSet());
        shapeless(project, shape, own).stream()
                .map(finding -> atOwnFile(finding, own))
                .filter(finding ->
                        finding.isError() || own.contains(finding.span().path()))
                // Others in a file with a wrong folder may follow from that.
                .filter(finding -> !inDoubt.contains(finding.span().path()))
                .forEach(found::add);
        boolean isSound = found.stream()
                        .filter(Diagnostic::isError)
                        .noneMatch(finding -> isAboutEntries(finding.span().path()))
                && misplaced.stream()
                        .noneMatch(file -> isAboutEntries(meantPath(file.path()).orElseThrow()))
                && project.unread().stream()
                        .noneMatch(unread -> isPart(unread.path()) && isAboutEntries(unread.path()));
        return new Outcome<>(
                shape.value().map(read -> new Kinds(ShapeCheck.doubting(read, lost.keySet()), isSound)), found);
    }

    /**
     * One finding for all contradictions between the kinds of a project and those of the default shape, if nothing shows
     * that it is meant to start from that: its settings do not say so, and it has no entries of these kinds.
     */
    private static List<Diagnostic> shapeless(Project project, Outcome<Shape> shape, Set<String> own) {
        List<Diagnostic> found = shape.diagnostics();
        String site = Site.KIND.place().path();
        boolean isDeclared = setting(project, Site.SHAPE).isPresent()
                || project.content().stream().noneMatch(file -> file.path().equals(site));
        List<Kind> shipped = shape.value().map(Shape::kinds).orElse(List.of()).stream()
                .filter(kind -> !own.contains(kind.origin().path()))
                .toList();
        if (isDeclared
                || parts(project).stream().noneMatch(ProjectShape::isWholeKind)
                || project.content().stream()
                        .anyMatch(file -> shipped.stream().anyMatch(kind -> kind.claims(file.path())))) {
            return found;
        }
        List<Diagnostic> others = found.stream()
                .filter(Diagnostic::isError)
                .filter(finding -> Stream.concat(
                                Stream.of(finding.span()),
                                finding.notes().stream().map(Note::span))
                        .anyMatch(span -> declares(span.path()) && !own.contains(span.path())))
                .toList();
        return others.isEmpty()
                ? found
                : Stream.concat(
                                found.stream().filter(finding -> !others.contains(finding)),
                                Stream.of(Diagnostic.of(
                                        Codes.MISSING_FIELD,
                                        Span.startOf(site),
                                        "without a line `" + Site.SHAPE.name()
                                                + "`, the directory also has the kinds of `" + Shapes.DEFAULT
                                                + "`, and its own do not fit these",
                                        "add a line such as `" + Site.SHAPE.name()
                                                + ": none`, or `" + Site.SHAPE.name() + ": " + Shapes.BASE
                                                + "` for pages and a glossary as well; `" + Site.SHAPE.name() + ": "
                                                + Shapes.DEFAULT + "` if its own kinds are to change that shape")))
                        .toList();
    }

    private static boolean isWholeKind(SourceFile file) {
        return isKind(file.path()) && !KindExtension.isOne(file);
    }

    /** The language of a label file, which is its name. */
    private static String languageOf(SourceFile file) {
        return file.path()
                .substring(file.path().lastIndexOf('/') + 1, file.path().lastIndexOf('.'));
    }

    /** Whether findings in a file may affect entries: not in labels or the home page. */
    private static boolean isAboutEntries(String path) {
        boolean isShown = path.equals(HOME) || isIn(LabelFile.FOLDER, path);
        return !isShown && (isPart(path) || path.equals(Site.KIND.place().path()));
    }

    /**
     * A finding at a location in the project: files of the shape are not part of it.
     *
     * @param own the files of the project
     */
    private static Diagnostic atOwnFile(Diagnostic finding, Set<String> own) {
        String path = finding.span().path();
        if (own.contains(path) || !declares(path)) {
            return withNotesInShape(finding, own);
        }
        Optional<Note> other = finding.notes().stream()
                .filter(note -> own.contains(note.span().path()))
                .findFirst();
        if (other.isPresent()) {
            return Diagnostic.of(finding.code(), other.get().span(), finding.message())
                    .withHelp(finding.help())
                    .withNote(finding.span(), "the other one is here, in the shape");
        }
        String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        return finding.withHelp(
                Optional.of(finding.help().map(help -> help + "; ").orElse("")
                        + "this file comes from the shape; `waymark shape copy " + name
                        + "` makes a copy that you can change"));
    }

    private static Diagnostic withNotesInShape(Diagnostic finding, Set<String> own) {
        return finding.notes().stream()
                        .allMatch(note -> own.contains(note.span().path())
                                || !declares(note.span().path()))
                ? finding
                : Diagnostic.of(finding.code(), finding.span(), finding.message())
                        .withHelp(finding.help().map(help -> help + "; the other one is in the shape"))
                        .withFix(finding.fix());
    }

    /** The shape of a project as far as it can be read, whatever is wrong with it: for editing tools. */
    public static Shape readable(Project project) {
        return read(project, start(project), new ArrayList<>()).value().orElseGet(Shapes::builtIn);
    }

    private static Outcome<Shape> read(Project project, String start, List<Diagnostic> found) {
        List<SourceFile> lost = Stream.concat(
                        project.others().stream(), project.unread().stream().map(UnreadFile::path))
                .filter(ProjectShape::isPart)
                .map(path -> SourceFile.of(path, ""))
                .collect(Collectors.toCollection(ArrayList::new));
        lost.addAll(misplaced(project));
        Map<String, SourceFile> byPath = new TreeMap<>();
        Map<String, SourceFile> replaced = new HashMap<>();
        Shapes.files(start).forEach(file -> byPath.put(file.path(), file));
        parts(project).stream().filter(file -> isUnknown(file.path())).forEach(file -> {
            found.add(unknown(file));
            lost.add(file);
        });
        List<SourceFile> parts =
                parts(project).stream().filter(file -> !isUnknown(file.path())).toList();
        parts.forEach(file -> namedReplaced(file)
                .flatMap(name -> takeReplaced(name, byPath, found))
                .ifPresent(before -> replaced.put(file.path(), before)));
        for (SourceFile file : parts) {
            SourceFile before = byPath.put(file.path(), file);
            if (before != null) {
                replaced.putIfAbsent(file.path(), before);
            }
        }
        Shapes.common(byPath.values()).forEach(file -> byPath.put(file.path(), file));
        return ShapeReader.read(
                start, List.copyOf(byPath.values()), replaced, lost, country(project), labelled(project));
    }

    /**
     * The kind of a file that declares a part of a shape, for tools that treat it like one of entries.
     *
     * @param shape whose names the file can use
     */
    public static Optional<Kind> kindOf(SourceFile file, Shape shape) {
        if (isKind(file.path())) {
            return Optional.of(
                    new KindFile(shape.vocabularies(), Optional.empty()).kind(FOLDER, KindExtension.isOne(file)));
        }
        if (file.path().equals(HOME)) {
            return Optional.of(home(shape));
        }
        if (isIn(LabelFile.FOLDER, file.path())) {
            return Optional.of(labels(languageOf(file), shape));
        }
        return isIn(VocabularyFile.FOLDER, file.path()) ? Optional.of(VocabularyFile.kind(FOLDER)) : Optional.empty();
    }

    private static Kind home(Shape shape) {
        return new HomeFile(shape.vocabularies(), shape.kinds()).kind(FOLDER);
    }

    private static Kind labels(String language, Shape shape) {
        return LabelFile.kind(FOLDER, language, SiteLabels.shipped(shape.name()));
    }

    /** The JSON Schemas of the files that declare a shape, by the names of files for them. */
    public static Map<String, Map<String, Object>> schemas(Shape shape) {
        var kinds = new KindFile(shape.vocabularies(), Optional.empty());
        return Map.of(
                "shape-kind",
                JsonSchema.of(kinds.kind(FOLDER, false), KindFile.EXTENDS.name(), kinds.kind(FOLDER, true)),
                "shape-vocabulary",
                JsonSchema.of(VocabularyFile.kind(FOLDER)),
                "shape-home",
                JsonSchema.of(home(shape)),
                "shape-labels",
                JsonSchema.of(labels("", shape)));
    }

    /** The file of a project that declares a kind, whether or not it exists. */
    public static String fileOfKind(String name) {
        return FOLDER + KindFile.FOLDER + "/" + name + ".yaml";
    }

    /** The file of a project that declares a vocabulary. */
    public static String fileOfVocabulary(String name) {
        return FOLDER + VocabularyFile.FOLDER + "/" + name + ".yaml";
    }

    /** The file of a project that holds its labels in a language. */
    public static String fileOfLabels(String language) {
        return FOLDER + LabelFile.FOLDER + "/" + language + ".yaml";
    }

    /** The language of the site of a project, as far as it can be read. */
    public static String language(Project project) {
        return labelled(project).orElse(LabelFile.COMPLETE);
    }

    /** The language of the site, if its settings name one. */
    private static Optional<String> labelled(Project project) {
        return setting(project, Site.LANGUAGE).map(tag -> tag.text().strip()).filter(LanguageTag::isUsual);
    }

    /** The files of the shape from which a project starts, by the paths that they would have in the project. */
    public static List<SourceFile> inherited(Project project) {
        List<SourceFile> files = Shapes.files(start(project));
        return Stream.concat(
                        files.stream(),
                        Shapes.common(Stream.concat(files.stream(), parts(project).stream())
                                        .toList())
                                .stream())
                .toList();
    }

    /** The kind that a kind file replaces, if it has another name. */
    public static Optional<Value.Scalar> namedReplaced(SourceFile file) {
        return isKind(file.path()) && file.text().contains(KindExtension.REPLACES)
                ? ContentReader.typedFields(file).stream()
                        .flatMap(fields -> fields.member(KindExtension.REPLACES).stream())
                        .flatMap(member -> member.value().stream())
                        .filter(Value.Scalar.class::isInstance)
                        .map(Value.Scalar.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    /** Removes a kind from those of the shape, since another replaces it. */
    private static Optional<SourceFile> takeReplaced(
            Value.Scalar named, Map<String, SourceFile> shaped, List<Diagnostic> found) {
        String name = named.text().strip();
        Optional<SourceFile> before = Optional.ofNullable(shaped.remove(fileOfKind(name)));
        if (before.isEmpty()) {
            List<String> known = shaped.keySet().stream()
                    .filter(ProjectShape::isKind)
                    .map(path -> path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')))
                    .toList();
            found.add(Diagnostic.of(
                    Codes.UNKNOWN_REFERENCE,
                    named.span(),
                    "the shape has no kind `" + name + "` that could be replaced",
                    DidYouMean.question(name, known).orElse("remove the line")));
        }
        return before;
    }

    /** The name of the shape from which a project starts. Settings that cannot be read name the default. */
    private static Optional<String> start(Project project, List<Diagnostic> found) {
        Optional<Value.Scalar> named = setting(project, Site.SHAPE)
                .filter(name -> Id.isValid(name.text().strip()));
        String name = named.map(value -> value.text().strip()).orElse(Shapes.DEFAULT);
        List<String> known = Shapes.names();
        if (known.contains(name)) {
            return Optional.of(name);
        }
        found.add(Diagnostic.of(
                Codes.UNKNOWN_REFERENCE,
                named.orElseThrow().span(),
                "no shape is called `" + name + "`",
                DidYouMean.question(name, known).orElse("the shapes are " + String.join(", ", known))));
        return DidYouMean.nearest(name, known);
    }

    /** The name of the shape from which a project starts, or probably starts. */
    static String start(Project project) {
        return start(project, new ArrayList<>()).orElse(Shapes.DEFAULT);
    }

    /** Whether a file declares a kind or a vocabulary. */
    static boolean declares(String path) {
        return isKind(path) || isIn(VocabularyFile.FOLDER, path);
    }

    /** The country of the directory: as its settings say, or that of its language. */
    private static Optional<String> country(Project project) {
        return setting(project, Site.COUNTRY)
                .map(code -> code.text().strip())
                .map(code -> CountryCode.isKnown(code)
                        ? code
                        : CountryCode.meant(code).orElse(CountryCode.UNKNOWN))
                .or(() -> setting(project, Site.LANGUAGE).flatMap(tag -> CountryCode.of(tag.text())));
    }

    private static Optional<Value.Scalar> setting(Project project, Field<?> setting) {
        return project.content().stream()
                .filter(file -> file.path().equals(Site.KIND.place().path()))
                .flatMap(file -> ContentReader.typedFields(file).stream())
                .flatMap(fields -> fields.member(setting.name()).stream())
                .flatMap(member -> member.value().stream())
                .filter(Value.Scalar.class::isInstance)
                .map(Value.Scalar.class::cast)
                .findFirst();
    }

    private static List<SourceFile> parts(Project project) {
        return project.content().stream().filter(file -> isPart(file.path())).toList();
    }

    /** The files on which the shape of a project depends. */
    public static List<SourceFile> files(Project project) {
        return project.content().stream()
                .filter(file -> isPart(file.path())
                        || meantPath(file.path()).isPresent()
                        || file.path().equals(Site.KIND.place().path()))
                .toList();
    }

    /** Files beside the folder of the shape that belong in it. Reading the entries reports them. */
    private static List<SourceFile> misplaced(Project project) {
        Set<String> taken =
                parts(project).stream().flatMap(ShapeReader::placesIn).collect(Collectors.toSet());
        return project.content().stream()
                .filter(file -> meantPath(file.path()).isPresent())
                .filter(file -> taken.stream().noneMatch(file.path()::startsWith))
                .toList();
    }

    private static boolean isUnknown(String path) {
        return !declares(path) && !isIn(LabelFile.FOLDER, path) && !path.equals(HOME);
    }

    private static boolean isKind(String path) {
        return isIn(KindFile.FOLDER, path);
    }

    private static boolean isIn(String folder, String path) {
        String below = FOLDER + folder + "/";
        return path.startsWith(below) && path.endsWith(".yaml") && path.indexOf('/', below.length()) < 0;
    }

    private static Diagnostic unknown(SourceFile file) {
        String path = file.path();
        String likely = path.replaceFirst("\\.(yml|YAML|YML)$", ".yaml");
        if (!likely.equals(path) && !isUnknown(likely)) {
            return Diagnostic.of(
                    Codes.UNKNOWN_FILE,
                    Span.startOf(path),
                    "the name of this file does not end with `.yaml`",
                    "rename it to `" + likely.substring(likely.lastIndexOf('/') + 1) + "`");
        }
        return Diagnostic.of(
                Codes.UNKNOWN_FILE,
                Span.startOf(path),
                "this file declares neither a kind, a vocabulary nor the home page, and contains no labels",
                meantPath(file)
                        .map(meant -> "move it to `" + meant + "`")
                        .orElse("kinds are files in `" + FOLDER + KindFile.FOLDER + "`, vocabularies in `" + FOLDER
                                + VocabularyFile.FOLDER + "`, labels in `" + FOLDER + LabelFile.FOLDER
                                + "`, the home page is `" + HOME
                                + "`, and their names end with `.yaml`; rename, move or remove it"));
    }

    /** Where a file in a wrong folder probably belongs, as its folder, its name or its content shows. */
    private static Optional<String> meantPath(SourceFile file) {
        String path = file.path().substring(FOLDER.length());
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        if (path.indexOf('/') < 0 && DidYouMean.nearest(name, HOME_NAMES).isPresent()) {
            return Optional.of(HOME);
        }
        Optional<String> folder = path.indexOf('/') < 0
                ? folderOf(file, name)
                : DidYouMean.nearest(path.substring(0, path.indexOf('/')), FOLDERS);
        return folder.map(meant -> FOLDER + meant + "/" + name + ".yaml");
    }

    private static Optional<String> folderOf(SourceFile file, String name) {
        if (LanguageTag.isUsual(name)) {
            return Optional.of(LabelFile.FOLDER);
        }
        return ContentReader.typedFields(file).stream()
                .flatMap(fields -> fields.has(KindFile.FIELDS)
                        ? Stream.of(KindFile.FOLDER)
                        : fields.has(VocabularyFile.BELOW) ? Stream.of(VocabularyFile.FOLDER) : Stream.empty())
                .findFirst();
    }
}

package org.waymark.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Entry;
import org.waymark.directory.HomeCheck;
import org.waymark.directory.ShapeCheck;
import org.waymark.directory.ShapeWarnings;
import org.waymark.directory.Synonym;
import org.waymark.schema.Home;
import org.waymark.schema.HomeFile;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.Label;
import org.waymark.schema.LabelFile;
import org.waymark.schema.LanguageTag;
import org.waymark.schema.NamesInKindFile;
import org.waymark.schema.Origin;
import org.waymark.schema.PartName;
import org.waymark.schema.Shape;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;

/** Reads the files of a shape: first its vocabularies, then its kinds, which use them, its labels and its home page. */
public final class ShapeReader {
    private static final String SYNONYMS = "synonyms.yaml";
    private static final Pattern PLACE = Pattern.compile("^(folder|file):[ \t]*([a-z0-9-]+)[ \t]*$", Pattern.MULTILINE);

    private final List<Diagnostic> found = new ArrayList<>();
    private final Map<String, SourceFile> extended;
    private final Map<String, Shape.NamesInShape> origins = new LinkedHashMap<>();
    private final Set<Kind> atFault = new HashSet<>();

    private ShapeReader(Map<String, SourceFile> extended) {
        this.extended = extended;
    }

    /**
     * Reads the files in folders called {@code vocabularies}, {@code kinds} and {@code labels}, and the home page.
     *
     * @return the shape as far as it could be read, with what is wrong in it: a field that is faulty accepts any value, a kind
     *     has no more than a name and a folder, and a vocabulary no choices. Empty only if it is too large to be used
     */
    public static Outcome<Shape> read(String name, List<SourceFile> files) {
        return read(name, files, Map.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * The same, where a file may extend another one.
     *
     * @param extended that file, by the path of the one that extends it
     * @param lost files that cannot be read or are in the wrong folder, each of which may declare a kind or a
     * vocabulary
     * @param country of the directory, if known
     * @param language of the site, if known
     */
    static Outcome<Shape> read(
            String name,
            List<SourceFile> files,
            Map<String, SourceFile> extended,
            List<SourceFile> lost,
            Optional<String> country,
            Optional<String> language) {
        var reader = new ShapeReader(extended);
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
        for (SourceFile file : in(VocabularyFile.FOLDER, files)) {
            long before = reader.errors();
            Optional<Vocabulary> read =
                    reader.decode(file, (id, mapping) -> VocabularyFile.decode(id, mapping, Span.startOf(file.path())));
            // A faulty vocabulary is included, so kinds which use it are not faulty too.
            Vocabulary vocabulary = read.filter(whole -> reader.errors() == before)
                    .orElseGet(() -> new Vocabulary(name(file), List.of()));
            vocabularies.put(vocabulary.name(), vocabulary);
        }
        lost.forEach(file -> vocabularies.putIfAbsent(name(file), new Vocabulary(name(file), List.of())));
        var kindFile = new KindFile(vocabularies, country);
        Set<String> namedVocabularies = new HashSet<>();
        Map<String, Kind> kinds = new TreeMap<>();
        for (SourceFile file : in(KindFile.FOLDER, files)) {
            long before = reader.errors();
            Kind kind = reader.decode(file, (id, mapping) -> {
                        NamesInKindFile.in(mapping).stream()
                                .filter(place -> place.named() == PartName.Part.VOCABULARY)
                                .forEach(place -> namedVocabularies.add(
                                        place.written().text().strip()));
                        return kindFile.decode(id, mapping, Span.startOf(file.path()));
                    })
                    .orElseGet(() -> reader.unreadable(file));
            if (reader.errors() > before || !kind.isSound()) {
                reader.atFault.add(kind);
            }
            kinds.merge(kind.name(), kind, (one, other) -> one.isSound() ? one : other);
        }
        for (SourceFile file : lost) {
            Kind kind = reader.unreadable(file);
            if (kinds.putIfAbsent(kind.name(), kind) == null) {
                reader.atFault.add(kind);
            }
        }
        // A faulty file may declare any form.
        Optional<Set<String>> nounForms =
                reader.errors() == 0 && lost.isEmpty() ? Optional.of(nounForms(kinds, vocabularies)) : Optional.empty();
        var shape = new Shape(
                name,
                List.copyOf(kinds.values()),
                vocabularies,
                reader.synonyms(files),
                reader.origins,
                reader.labels(name, files, lost, language, nounForms),
                reader.home(vocabularies, kinds.values(), files, namedVocabularies));
        ShapeCheck.Faults faults = ShapeCheck.faults(shape, reader.atFault);
        reader.found.addAll(faults.findings());
        reader.found.addAll(HomeCheck.faults(
                shape,
                Stream.concat(
                                reader.found.stream()
                                        .filter(Diagnostic::isError)
                                        .map(Diagnostic::span)
                                        .map(Span::path),
                                lost.stream().map(SourceFile::path))
                        .collect(Collectors.toSet())));
        if (reader.errors() == 0 && lost.isEmpty()) {
            reader.found.addAll(ShapeWarnings.of(shape));
            return Outcome.of(shape, reader.found);
        }
        boolean isTooLarge =
                faults.findings().stream().anyMatch(finding -> finding.code().equals(Codes.TOO_LONG));
        return isTooLarge ? Outcome.failed(reader.found) : Outcome.of(judging(shape, faults.doubtful()), reader.found);
    }

    /** A warning, such as that of markup in a label, leaves a file as usable as before. */
    private long errors() {
        return found.stream().filter(Diagnostic::isError).count();
    }

    private static Set<String> nounForms(Map<String, Kind> kinds, Map<String, Vocabulary> vocabularies) {
        return Stream.concat(
                        kinds.values().stream().map(Kind::noun),
                        vocabularies.values().stream().flatMap(each -> each.noun().stream()))
                .flatMap(noun -> noun.others().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The shape against which entries are checked despite its faults. */
    private static Shape judging(Shape shape, Set<Kind> doubtful) {
        Set<String> names = shape.kinds().stream().map(Kind::name).collect(Collectors.toSet());
        return new Shape(
                shape.name(),
                shape.kinds().stream()
                        .map(kind -> doubtful.contains(kind) ? ShapeCheck.doubtful(kind) : kind.referringTo(names))
                        .toList(),
                shape.vocabularies(),
                shape.synonyms(),
                shape.origins(),
                shape.labels(),
                shape.home());
    }

    /** A placeholder for the kind of an unreadable file: entries are probably where one of its lines says. */
    private Kind unreadable(SourceFile file) {
        String text = file.text() + "\n"
                + Optional.ofNullable(extended.get(file.path()))
                        .map(SourceFile::text)
                        .orElse("");
        Matcher line = PLACE.matcher(text);
        Kind.Place place = KindFile.NOWHERE;
        if (line.find()) {
            String path = "content/" + line.group(2);
            place = line.group(1).equals("folder")
                    ? new Kind.MarkdownFolder(path)
                    : new Kind.YamlList(path + ".yaml", "");
        }
        return Kind.unreadable(Id.from(name(file)).value(), place, Origin.at(Span.startOf(file.path())));
    }

    /** The beginnings of paths of entries that a kind file seems to declare, whatever else is wrong with it. */
    static Stream<String> placesIn(SourceFile file) {
        return PLACE.matcher(file.text())
                .results()
                .map(place -> "content/" + place.group(2) + (place.group(1).equals("folder") ? "/" : ".yaml"));
    }

    /** Those in the file {@code synonyms.yaml}, which has the same form as a directory's own. */
    private List<List<String>> synonyms(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().equals(ProjectShape.FOLDER + SYNONYMS))
                .map(file -> EntryReader.read(file, Synonym.KIND))
                .peek(read -> found.addAll(read.diagnostics()))
                .flatMap(read -> read.value().orElse(List.of()).stream())
                .filter(Entry::isComplete)
                .map(Synonym::phrases)
                .toList();
    }

    private Map<String, Map<String, Label>> labels(
            String shape,
            List<SourceFile> files,
            List<SourceFile> lost,
            Optional<String> site,
            Optional<Set<String>> nounForms) {
        Map<String, Map<String, Label>> labels = new LinkedHashMap<>();
        // Labels that cannot be read do not count as missing too.
        lost.forEach(file -> labels.put(name(file), SiteLabels.shipped(shape)));
        List<String> used = site.map(LabelFile::languages).orElse(List.of());
        boolean hasOther = false;
        for (SourceFile file : in(LabelFile.FOLDER, files)) {
            String language = name(file);
            if (!LanguageTag.isUsual(language)) {
                found.add(Diagnostic.of(
                        Codes.INVALID_ID,
                        Span.startOf(file.path()),
                        "the file name is not the code of a language",
                        "name it after the `language` of the site: `" + site.orElse(LabelFile.COMPLETE) + ".yaml`"));
                hasOther = true;
                continue;
            }
            if (hasOnlyComments(file)) {
                labels.put(language, Map.of());
                continue;
            }
            if (site.isPresent() && !used.contains(language)) {
                found.add(Diagnostic.of(
                        Codes.UNKNOWN_FILE,
                        Span.startOf(file.path()),
                        "the site is in `" + site.get() + "`, so it uses no labels in `" + language + "`",
                        "rename the file to `" + site.get()
                                + ".yaml`, remove it, or change the `language` in `content/site.yaml`"));
                hasOther = true;
                continue;
            }
            labels.put(
                    language,
                    mapping(file)
                            .map(mapping -> {
                                Outcome<Map<String, Label>> decoded =
                                        LabelFile.decode(language, mapping, SiteLabels.shipped(shape), nounForms);
                                found.addAll(decoded.diagnostics());
                                return decoded.value().orElseThrow();
                            })
                            .orElseGet(() -> SiteLabels.shipped(shape)));
        }
        if (hasOther && used.stream().noneMatch(labels::containsKey)) {
            site.ifPresent(language -> labels.put(language, SiteLabels.shipped(shape)));
        }
        return labels;
    }

    /** Whether a file is only a stub, with no content yet. */
    private static boolean hasOnlyComments(SourceFile file) {
        return file.text().lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
    }

    /** @param named the vocabularies that kinds name: one that does not exist is reported there */
    private Home home(
            Map<String, Vocabulary> vocabularies, Collection<Kind> kinds, List<SourceFile> files, Set<String> named) {
        Map<String, Vocabulary> known = new LinkedHashMap<>(vocabularies);
        named.stream().sorted().forEach(name -> known.putIfAbsent(name, new Vocabulary(name, List.of())));
        return files.stream()
                .filter(file -> file.path().equals(ProjectShape.HOME))
                .findFirst()
                .flatMap(file -> mapping(file).flatMap(mapping -> {
                    Outcome<Home> home =
                            new HomeFile(known, List.copyOf(kinds)).decode(mapping, Span.startOf(file.path()));
                    found.addAll(home.diagnostics());
                    return home.value();
                }))
                .orElse(Home.EMPTY);
    }

    private static List<SourceFile> in(String folder, List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().contains("/" + folder + "/"))
                .toList();
    }

    private static String name(SourceFile file) {
        String path = file.path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.indexOf('.') < 0 ? last : last.substring(0, last.lastIndexOf('.'));
    }

    private <T> Optional<T> decode(SourceFile file, BiFunction<Id, Mapping, Outcome<T>> decode) {
        String path = file.path();
        String name = name(file);
        if (!Id.isValid(name)) {
            found.add(Diagnostic.of(
                    Codes.INVALID_ID,
                    Span.startOf(path),
                    "the file name cannot be the name of a kind or a vocabulary",
                    "write it in lower-case letters, with hyphens between words: `" + Id.from(name) + ".yaml`"));
            return Optional.empty();
        }
        return mapping(file).flatMap(mapping -> {
            Optional<SourceFile> base = Optional.ofNullable(extended.get(path));
            Outcome<Mapping> whole = path.contains("/" + KindFile.FOLDER + "/")
                    ? KindExtension.apply(mapping, base)
                    : ofVocabulary(mapping);
            found.addAll(whole.diagnostics());
            base.flatMap(replaced -> KindExtension.origin(mapping, name, name(replaced)))
                    .ifPresent(names -> origins.put(name, names));
            if (whole.value().isEmpty()) {
                return Optional.empty();
            }
            Outcome<T> decoded = decode.apply(
                    new Id(name), NamePlaceholders.fill(whole.value().get()));
            found.addAll(decoded.diagnostics());
            return decoded.value();
        });
    }

    private static Outcome<Mapping> ofVocabulary(Mapping mapping) {
        return mapping.member(KindExtension.EXTENDS)
                .<Outcome<Mapping>>map(said -> Outcome.failed(Diagnostic.of(
                        Codes.UNKNOWN_FIELD,
                        said.key().span(),
                        "a vocabulary cannot extend another one",
                        "remove the line, and write all choices here; `waymark shape copy` copies those of the shape")))
                .orElseGet(() -> Outcome.of(mapping));
    }

    private Optional<Mapping> mapping(SourceFile file) {
        Outcome<Value> value = ContentReader.readYaml(file);
        found.addAll(value.diagnostics());
        // Other findings in a file that is not YAML only follow from that.
        boolean isReadable = value.diagnostics().stream().noneMatch(Diagnostic::isError);
        if (isReadable && value.value().orElse(null) instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        if (isReadable) {
            found.add(Diagnostic.of(
                    Codes.INVALID_YAML,
                    Span.startOf(file.path()),
                    "the file has no fields",
                    "write lines of the form `field: value`"));
        }
        return Optional.empty();
    }
}

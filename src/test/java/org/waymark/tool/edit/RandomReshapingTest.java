package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Build;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.content.ProjectShape;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Kinds;
import org.waymark.directory.Routes;
import org.waymark.render.OutputFile;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.Vocabulary;
import org.waymark.source.Project;

/**
 * Whatever is renamed in a random shape, the directory is as sound as before, its pages are the same except for the new words, and
 * every address still leads to a page.
 */
class RandomReshapingTest {
    private static final Pattern TARGET = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final int CHANGES = 4;
    private static final Build BUILD = Build.kept();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void losesNothing(long seed) {
        assertLosesNothing(seed);
    }

    @Thorough("many random shapes")
    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void losesNothingInManyShapes(long seed) {
        assertLosesNothing(seed);
    }

    private static void assertLosesNothing(long seed) {
        var random = new Random(seed);
        Project project = RandomShape.of(random);
        assertEquals(List.of(), findings(project));
        var published = new TreeSet<String>();
        for (int i = 0; i < CHANGES; i++) {
            texts(project).keySet().stream()
                    .filter(file -> Routes.promised(file).isPresent())
                    .forEach(published::add);
            Kinds kinds = ProjectShape.of(project).value().orElseThrow();
            Kind kind = oneOf(random, kinds.forReaders());
            String name = "zq" + seed + "x" + i;
            project = switch (random.nextInt(5)) {
                case 0, 1 -> renamedField(project, kind, oneOf(random, fields(kind)), name);
                case 2 ->
                    renamedChoice(
                            project,
                            oneOf(
                                    random,
                                    List.copyOf(kinds.shape().vocabularies().values())),
                            random,
                            name);
                case 3 -> renamedKind(project, kind, name, random.nextBoolean());
                default -> retiredField(project, kind, oneOf(random, fields(kind)));
            };
            assertEquals(List.of(), findings(project));
            assertAnswers(published, texts(project));
        }
    }

    private static <T> T oneOf(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The paths of all fields of a kind. */
    private static List<String> fields(Kind kind) {
        var paths = new ArrayList<String>();
        for (Field<?> field : kind.fields()) {
            if (!CommonFields.isCommon(field)) {
                paths.add(field.name());
                if (field.itemType() instanceof Group<?> group) {
                    group.fields().forEach(part -> paths.add(field.name() + "." + part.name()));
                }
            }
        }
        return paths;
    }

    private static Project renamedField(Project project, Kind kind, String path, String to) {
        String from = path.substring(path.lastIndexOf('.') + 1);
        String typed = kind.name() + "." + path;
        Project after =
                Reshaped.with(project, (d, p) -> RenameField.of(d, p, typed, to).changes());
        Map<String, String> before = pages(project);
        Map<String, String> now = pages(after);
        assertEquals(before.keySet(), now.keySet());
        before.forEach((page, html) ->
                assertEquals(html, now.get(page).replace(label(to), label(from)).replace(to, from), page));
        String back = typed.substring(0, typed.length() - from.length()) + to;
        Project again =
                Reshaped.with(after, (d, p) -> RenameField.of(d, p, back, from).changes());
        assertEquals(project.content(), again.content());
        return after;
    }

    private static String label(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    private static Project renamedChoice(Project project, Vocabulary vocabulary, Random random, String to) {
        Vocabulary.Option option = oneOf(random, vocabulary.options());
        Optional<String> label = Optional.of("Label, " + to).filter(text -> random.nextBoolean());
        Project after = Reshaped.with(
                project,
                (d, p) -> RenameChoice.of(d, p, vocabulary.name() + "/" + option.id(), Optional.of(to), label)
                        .changes());
        return after;
    }

    private static Project renamedKind(Project project, Kind kind, String to, boolean hasWords) {
        Optional<String> word = Optional.of(to).filter(text -> hasWords);
        var words = new NewKindName(word, word.map(text -> text + "s"), word.map(text -> "a " + text));
        Project after = Reshaped.with(
                project,
                (d, p) -> RenameKind.of(d, p, kind.name(), to, words, Optional.empty())
                        .changes());
        return after;
    }

    private static Project retiredField(Project project, Kind kind, String path) {
        try {
            Project after = Reshaped.with(
                    project,
                    (d, p) -> RetireField.of(d, p, kind.name() + "." + path, true)
                            .edit()
                            .changes());
            return after;
        } catch (Refusal e) {
            return project;
        }
    }

    private static List<String> findings(Project project) {
        return BuiltSite.of(BUILD, project, TestProject.SETTINGS).diagnostics().stream()
                .filter(finding -> !finding.code().name().equals("unreferenced-entry"))
                .map(Diagnostic::toString)
                .toList();
    }

    /** The pages of the site, without anything that depends on the whole of a page. */
    private static Map<String, String> pages(Project project) {
        return texts(project).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".html"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> file.getValue().replaceAll("sha256-[^']+|\\.[0-9a-f]{10}\\.", ""),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Map<String, String> texts(Project project) {
        var texts = new TreeMap<String, String>();
        for (OutputFile file :
                BuiltSite.of(BUILD, project, TestProject.SETTINGS).files()) {
            if (file instanceof OutputFile.Made made) {
                texts.put(made.path(), new String(made.bytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Each address that was ever published is a page, or redirects to one in a single step. */
    private static void assertAnswers(Set<String> published, Map<String, String> site) {
        for (String file : published) {
            assertTrue(site.containsKey(file), () -> "nothing answers at " + file);
            Matcher redirect = TARGET.matcher(site.get(file));
            if (redirect.find()) {
                String target = URI.create("/" + file)
                        .resolve(redirect.group(1))
                        .getPath()
                        .substring(1);
                String page = target.isEmpty() || target.endsWith("/") ? target + "index.html" : target;
                assertTrue(site.containsKey(page), () -> file + " leads to " + page);
                assertTrue(!TARGET.matcher(site.get(page)).find(), () -> file + " leads on twice");
            }
        }
    }
}

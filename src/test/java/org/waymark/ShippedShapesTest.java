package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.content.Shapes;
import org.waymark.directory.Kinds;
import org.waymark.directory.Site;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.tool.edit.NewDirectory;
import org.waymark.tool.edit.TypedFields;

/** A new directory of each shape that Waymark ships is ready to publish, and shows what the shape can do. */
public class ShippedShapesTest {
    /** Words from one line of work that do not belong in other directories. */
    private static final Pattern OF_ONE_SHAPE = Pattern.compile(
            "(?i)\\b(NHS|England(?!-and-wales)|GPs?|PCNs?|federations?|surger(y|ies)|patients?|case stud(y|ies))\\b");

    private static final Pattern HOST = Pattern.compile("https?://([^/\"' <>)]+)");

    static Stream<String> names() {
        return Shapes.all().keySet().stream();
    }

    /** The files that {@code waymark init} writes. */
    private static List<FileChange> files(String shape) {
        var site = new TypedFields(Site.KIND);
        site.set("title", "Ünsere: 'things' #1");
        site.set("publisher.name", "no");
        site.set("shape", shape);
        NewDirectory.addDefaults(site, TestProject.SETTINGS.asOf());
        return NewDirectory.of(site, new Kinds(Shapes.named(shape)), TestProject.SETTINGS.asOf());
    }

    /** The project that {@code waymark init} makes. */
    public static Project project(String shape) {
        return new Project(
                files(shape).stream()
                        .filter(file -> file.path().startsWith("content/"))
                        .map(file -> SourceFile.of(file.path(), ((FileChange.Creation) file).text()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                TestProject.small().templates(),
                TestProject.small().assets());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadyToPublish(String shape) throws Exception {
        BuiltSite site = BuiltSite.of(project(shape), TestProject.SETTINGS);
        assertEquals(List.of(), site.diagnostics());
        assertEquals(List.of(), new NuChecker().check(site.files()));
        assertEquals(List.of(), HtmlSite.of(site).deadLinks());
    }

    @ParameterizedTest
    @MethodSource("names")
    void leavesNoWordToReplace(String shape) {
        for (FileChange file : files(shape)) {
            String text = ((FileChange.Creation) file).text();
            assertFalse(
                    Pattern.compile("\\b(TODAY|KIND|SHAPE|ABOUT)\\b")
                            .matcher(text)
                            .find(),
                    file.path() + ": " + text);
        }
    }

    /** Examples have an entry of each kind, so an editor sees how each is written. */
    @ParameterizedTest
    @MethodSource("names")
    void hasAnEntryOfEachKind(String shape) {
        var directory = Build.once().check(project(shape), TestProject.SETTINGS).directory();
        Set<String> without = new TreeSet<>();
        directory.kinds().forReaders().stream()
                .filter(kind -> directory.shown(kind).isEmpty())
                .forEach(kind -> without.add(kind.name()));
        assertEquals(Set.of(), without);
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesNobodyWhoExists(String shape) {
        for (FileChange file : files(shape)) {
            Matcher hosts = HOST.matcher(((FileChange.Creation) file).text());
            while (hosts.find()) {
                assertTrue(
                        hosts.group(1).matches("(.+\\.)?example\\.org|www\\.w3\\.org"),
                        file.path() + ": " + hosts.group());
            }
        }
    }

    @Test
    void wordsOfOneShapeAreInNoOther() {
        for (String shape : Shapes.all().keySet()) {
            if (!shape.equals(Shapes.DEFAULT)) {
                Stream.concat(
                                files(shape).stream().map(file -> ((FileChange.Creation) file).text()),
                                Shapes.sources(shape).stream())
                        .forEach(text -> assertFalse(OF_ONE_SHAPE.matcher(text).find(), shape + ": " + text));
            }
        }
    }
}

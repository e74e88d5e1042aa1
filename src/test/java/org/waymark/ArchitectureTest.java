package org.waymark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.waymark.source.Reason;

/** Keeps the packages in their order, and what only some of them may do out of the others. */
class ArchitectureTest {
    private static final String ROOT = "org.waymark";
    private static final String JSON = "tools.jackson.core..";

    /** Every package, in order: each may import those above it, and the libraries it names. */
    private static final List<Room> ROOMS = List.of(
            new Room("memo"),
            new Room("source"),
            new Room("diagnostic"),
            new Room("history", "org.eclipse.jgit.."),
            new Room("markdown", "org.commonmark.."),
            new Room("schema"),
            new Room("model"),
            new Room("content", JSON, "tools.jackson.dataformat.yaml..", "org.snakeyaml.."),
            new Room("check", "com.google.i18n.phonenumbers.."),
            new Room("plan"),
            new Room("search"),
            new Room("render", JSON, "freemarker.."),
            new Room("publish"),
            new Room("compress", "com.aayushatharva.brotli4j.."),
            new Room("report", JSON),
            new Room("baseline", JSON, "tools.jackson.dataformat.yaml.."),
            new Room("edit", "com.github.difflib.."),
            new Room("changes", "com.github.difflib.."),
            new Room("links", JSON, "javax.net.ssl.."),
            new Room(""),
            new Room("serve", JSON, "com.sun.net.httpserver.."),
            new Room("lsp", "org.eclipse.lsp4j..", "com.google.gson.."),
            new Room("proofread", "org.languagetool.."),
            new Room("cli", JSON, "picocli.."));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private record Room(String name, String... libraries) {
        String path() {
            return name.isEmpty() ? ROOT : ROOT + "." + name;
        }

        @Override
        public String toString() {
            return path();
        }
    }

    @Test
    void knowsEveryPackage() {
        Set<String> found =
                CLASSES.stream().map(c -> c.getPackageName()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ROOMS.stream().map(Room::path).collect(Collectors.toCollection(TreeSet::new)), found);
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void importsOnlyPackagesAboveItAndItsOwnLibraries(Room room) {
        var allowed = new ArrayList<>(List.of("java..", "javax.xml.stream..", "org.jspecify.."));
        ROOMS.stream().limit(ROOMS.indexOf(room) + 1L).map(Room::path).forEach(allowed::add);
        allowed.addAll(List.of(room.libraries()));
        classes()
                .that()
                .resideInAPackage(room.path())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void publishesWithoutKnowingWhatItPublishes() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".publish")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", ROOT + ".publish", ROOT + ".render")
                                // The machine refuses to write for the same reasons as to read.
                                .or(belongToAnyOf(Reason.class)))
                .check(CLASSES);
    }

    @Test
    void reportsWithoutKnowingWhoFindsWhat() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".report")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml.stream..",
                        "org.jspecify..",
                        JSON,
                        ROOT + ".report",
                        ROOT + ".diagnostic",
                        ROOT + ".source")
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void touchesTheFileSystemOnlyAtItsTwoEnds() {
        noClasses()
                .that()
                // JGit is told of a repository by its file.
                .resideOutsideOfPackages(ROOT + ".source", ROOT + ".publish", ROOT + ".history")
                .and()
                // It prints: Java itself treats the standard streams as files.
                .doNotHaveFullyQualifiedName(ROOT + ".cli.StandardStream")
                .should()
                .dependOnClassesThat(belongToAnyOf(
                        Files.class,
                        FileSystem.class,
                        FileSystems.class,
                        FileChannel.class,
                        File.class,
                        FileInputStream.class,
                        FileOutputStream.class,
                        FileReader.class,
                        FileWriter.class,
                        RandomAccessFile.class))
                .check(CLASSES);
    }

    @Test
    void asksOtherServersOnlyAboutLinks() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".links")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat(belongToAnyOf(Socket.class, SocketChannel.class, URLConnection.class))
                .orShould()
                .callMethod(URL.class, "openStream")
                .check(CLASSES);
    }

    @Test
    void printsAndExitsOnlyOnTheCommandLine() {
        noClassesBut("cli", "print, exit or start a program", access -> switch (owner(access)) {
            case "java.lang.System" ->
                Set.of("out", "err", "in", "exit", "console").contains(access.getName());
            case "java.lang.Runtime", "java.lang.ProcessBuilder" -> true;
            default ->
                access.getName().equals("printStackTrace")
                        && rawParameters(access).isEmpty();
        });
    }

    @Test
    void readsTheClockOnlyOnTheCommandLine() {
        noClassesBut("cli", "read the clock or guess", access -> switch (owner(access)) {
            case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(access.getName());
            case "java.util.Date", "java.util.Random" ->
                access.getName().equals("<init>") && rawParameters(access).isEmpty();
            case "java.util.Calendar", "java.util.concurrent.ThreadLocalRandom", "java.util.UUID" -> true;
            case "java.lang.Math" -> access.getName().equals("random");
            default ->
                owner(access).startsWith("java.time.")
                        && (access.getName().equals("now") || access.getName().startsWith("system"));
        });
    }

    @Test
    void readsTheMachinesHabitsOnlyOnTheCommandLine() {
        noClassesBut("cli", "depend on the locale, zone, encoding or environment", access -> {
            String name = access.getName();
            return switch (owner(access)) {
                case "java.lang.System" ->
                    Set.of("getenv", "getProperty", "getProperties", "lineSeparator")
                            .contains(name);
                case "java.lang.String" ->
                    (Set.of("toLowerCase", "toUpperCase").contains(name)
                                    && rawParameters(access).isEmpty())
                            || (Set.of("format", "formatted").contains(name)
                                    && !rawParameters(access).contains("java.util.Locale"))
                            || (name.equals("getBytes") && rawParameters(access).isEmpty());
                case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
                case "java.nio.charset.Charset" -> name.equals("defaultCharset");
                case "java.text.Collator", "java.text.NumberFormat" ->
                    name.startsWith("get") && rawParameters(access).isEmpty();
                default -> name.equals("systemDefault");
            };
        });
    }

    @Test
    void namesNoClassAfterItsLackOfAPurpose() {
        noClasses().should().haveNameMatching(".*(Util|Helper|Manager|Impl)s?").check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void marksEveryPackageAsFreeOfNulls(Room room) {
        assertTrue(CLASSES.getPackage(room.path()).isAnnotatedWith(NullMarked.class));
    }

    @Test
    void saysOfEveryTypeWhatItIsFor() throws IOException {
        var declaration = Pattern.compile(
                "(?m)^(public |final |abstract |sealed )*(class|record|interface|enum|@interface) \\w+");
        var undocumented = new ArrayList<String>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            if (file.endsWith("package-info.java")) {
                if (!text.startsWith("/**\n")) {
                    undocumented.add(file.toString());
                }
                continue;
            }
            Matcher type = declaration.matcher(text);
            while (type.find()) {
                String before = text.substring(0, type.start());
                int comment = before.lastIndexOf("\n/**");
                // Between the comment and its type there may be annotations, but no other declaration.
                boolean documented = comment >= 0
                        && before.indexOf("\n}\n", comment) < 0
                        && before.indexOf(";\n", before.indexOf("*/", comment)) < 0;
                if (!documented) {
                    undocumented.add(file + ": " + type.group());
                }
            }
        }
        assertEquals(List.of(), undocumented);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static void noClassesBut(String room, String what, java.util.function.Predicate<JavaAccess<?>> forbidden) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + room)
                .should()
                .accessTargetWhere(DescribedPredicate.describe(what, forbidden))
                .check(CLASSES);
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }

    private static List<String> rawParameters(JavaAccess<?> access) {
        return access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(c -> c.getName()).toList()
                : List.of();
    }
}

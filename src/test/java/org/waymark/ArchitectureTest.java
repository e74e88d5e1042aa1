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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Enforces the order of the packages, and reserves some APIs for some of them. */
class ArchitectureTest {
    private static final String ROOT = "org.waymark";
    private static final String JSON = "tools.jackson.core..";
    private static final String YAML = "tools.jackson.dataformat.yaml..";

    /** Every package, in order: each may import those above it, and the libraries it lists. */
    private static final List<PackageRule> PACKAGES = List.of(
            new PackageRule("source", JSON),
            new PackageRule("diagnostic"),
            new PackageRule("markdown", "org.commonmark..", "org.nibor.autolink.."),
            new PackageRule("hours"),
            new PackageRule(
                    "schema", "com.google.i18n.phonenumbers..", "org.apache.commons.validator.routines.checkdigit.."),
            new PackageRule("directory"),
            new PackageRule("content", JSON, YAML, "org.snakeyaml.."),
            new PackageRule("check", "com.google.i18n.phonenumbers.."),
            new PackageRule("plan"),
            new PackageRule("data"),
            new PackageRule("search"),
            new PackageRule("render", "freemarker..", "com.sun.management.."),
            new PackageRule("publish"),
            new PackageRule("report", JSON, YAML),
            new PackageRule(""),
            new PackageRule("tool.edit", "com.github.difflib.."),
            new PackageRule(
                    "tool.data",
                    JSON,
                    "tools.jackson.dataformat.csv..",
                    "org.dhatim.fastexcel..",
                    "org.apache.commons.compress.archivers.zip.."),
            new PackageRule("tool.changes", "org.eclipse.jgit..", "com.github.difflib.."),
            new PackageRule("tool.links", JSON, "javax.net.ssl.."),
            new PackageRule("tool.serve", "com.sun.net.httpserver.."),
            new PackageRule("tool.lsp", "org.eclipse.lsp4j..", "com.google.gson.."),
            new PackageRule("tool.proofread", "org.languagetool.."),
            new PackageRule("cli", "picocli.."),
            new PackageRule("maven", "org.apache.maven.plugin.."));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private record PackageRule(String name, String... libraries) {
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
        assertEquals(PACKAGES.stream().map(PackageRule::path).collect(Collectors.toCollection(TreeSet::new)), found);
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void importsOnlyEarlierPackagesAndItsOwnLibraries(PackageRule rule) {
        var allowed = new ArrayList<>(List.of("java..", "javax.xml.stream..", "org.jspecify.."));
        PACKAGES.stream()
                .limit(PACKAGES.indexOf(rule) + 1L)
                .map(PackageRule::path)
                .forEach(allowed::add);
        allowed.addAll(List.of(rule.libraries()));
        classes()
                .that()
                .resideInAPackage(rule.path())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void publishDependsOnlyOnOutputFiles() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".publish")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", ROOT + ".publish", ROOT + ".render", ROOT + ".source")
                .check(CLASSES);
    }

    @Test
    void reportDoesNotDependOnCheck() {
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
                        YAML,
                        ROOT + ".report",
                        ROOT + ".content",
                        ROOT + ".schema",
                        ROOT + ".diagnostic",
                        ROOT + ".source")
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void toolsDoNotImportEachOtherExceptEdit() {
        slices().matching(ROOT + ".tool.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAnyPackage(ROOT + ".tool.data", ROOT + ".tool.lsp"),
                        resideInAnyPackage(ROOT + ".tool.edit"))
                .check(CLASSES);
    }

    @Test
    void accessesTheFileSystemOnlyInSourceAndPublish() {
        noClasses()
                .that()
                // JGit takes the location of a repository as a file.
                .resideOutsideOfPackages(ROOT + ".source", ROOT + ".publish", ROOT + ".tool.changes")
                .and()
                // Printing counts too: Java treats the standard streams as files.
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
    void connectsToOtherServersOnlyToCheckLinks() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".tool.links")
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
    void printsAndExitsOnlyInCli() {
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
    void readsTheClockOnlyInCli() {
        noClassesBut("cli", "read the clock or guess", access -> switch (owner(access)) {
            case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(access.getName());
            case "java.util.Date", "java.util.Random" ->
                access.getName().equals("<init>") && rawParameters(access).isEmpty();
            case "java.util.Calendar", "java.util.concurrent.ThreadLocalRandom" -> true;
            case "java.util.UUID" -> access.getName().equals("randomUUID");
            case "java.lang.Math" -> access.getName().equals("random");
            default ->
                owner(access).startsWith("java.time.")
                        && (access.getName().equals("now") || access.getName().startsWith("system"));
        });
    }

    @Test
    void readsTheEnvironmentOnlyInCli() {
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
    void hasNoUtilityClassNames() {
        noClasses().should().haveNameMatching(".*(Util|Helper|Manager|Impl)s?").check(CLASSES);
    }

    /** A class name is unambiguous without looking at imports. */
    @Test
    void hasUniqueClassNames() {
        Map<String, Long> count = CLASSES.stream()
                .filter(each -> !each.isNestedClass() && !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(each -> each.getSimpleName(), TreeMap::new, Collectors.counting()));
        count.values().removeIf(times -> times == 1);
        assertEquals(Map.of(), count);
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void marksEveryPackageAsNullMarked(PackageRule rule) {
        assertTrue(CLASSES.getPackage(rule.path()).isAnnotatedWith(NullMarked.class));
    }

    @Test
    void documentsEveryType() throws IOException {
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
                // Only annotations may be between the comment and its type, no other declaration.
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

    private static void noClassesBut(String home, String what, Predicate<JavaAccess<?>> forbidden) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + home)
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

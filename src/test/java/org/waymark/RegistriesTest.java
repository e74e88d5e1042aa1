package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.check.EntryRule;
import org.waymark.check.FileRule;
import org.waymark.check.Rule;
import org.waymark.check.Rules;
import org.waymark.check.TextRule;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.render.Renderer;
import org.waymark.render.Renderers;

/** Fails if something was written but not registered, and so has no effect. */
class RegistriesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.waymark");

    @Test
    void listsEveryRuleInAlphabeticalOrder() {
        assertEquals(implementations(Rule.class), classNames(Rules.ALL));
        assertEquals(implementations(EntryRule.class), classNames(Rules.OF_ENTRY));
        assertEquals(implementations(TextRule.class), classNames(Rules.OF_TEXT));
        assertEquals(implementations(FileRule.class), classNames(Rules.OF_FILE));
    }

    @Test
    void namesEveryRuleAfterItsCode() {
        Rules.ALL.forEach(rule -> assertEquals(rule.code().name(), inWords(rule)));
        Rules.OF_ENTRY.forEach(rule -> assertEquals(rule.code().name(), inWords(rule)));
        Rules.OF_TEXT.forEach(rule -> assertEquals(rule.code().name(), inWords(rule)));
        Rules.OF_FILE.forEach(rule -> assertEquals(rule.code().name(), inWords(rule)));
    }

    private static String inWords(Object rule) {
        return rule.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void listsEveryRendererInAlphabeticalOrder() {
        assertEquals(implementations(Renderer.class), classNames(Renderers.all(false)));
    }

    @Test
    void listsEveryCodeInTheOrderOfItsPage() throws IllegalAccessException {
        var declared = new ArrayList<Code>();
        for (Field field : Codes.class.getDeclaredFields()) {
            if (field.getType().equals(Code.class)) {
                declared.add((Code) field.get(null));
            }
        }
        assertEquals(declared, Codes.ALL);
        assertEquals(Codes.ALL.size(), Set.copyOf(Codes.names()).size());
    }

    @Test
    void usesEveryCode() {
        Set<String> used = CLASSES.stream()
                .filter(c -> !c.isEquivalentTo(Codes.class))
                .flatMap(c -> c.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(Codes.class))
                .map(JavaFieldAccess::getName)
                .filter(name -> !Set.of("ALL", "FORMER").contains(name))
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Codes.names()), used);
    }

    /** A jar cannot be listed, so a file missing from its index would have no effect. */
    @Test
    void listsEveryFileOfEveryShape() throws IOException {
        Path shapes = Path.of("src/main/resources/org/waymark/shapes");
        List<String> names = below(shapes, 1, Files::isDirectory);
        assertEquals(
                // What every shape can use is no shape.
                names.stream().filter(name -> !name.equals("common")).toList(),
                Files.readAllLines(shapes.resolve("index.txt")).stream()
                        .map(line -> line.replaceFirst(": [A-Z].*\\.$", ""))
                        .toList());
        for (String name : names) {
            List<String> listed = Files.readAllLines(shapes.resolve(name).resolve("index.txt")).stream()
                    .filter(file -> file.startsWith(name + "/"))
                    .sorted()
                    .toList();
            List<String> packed = below(shapes.resolve(name), Integer.MAX_VALUE, Files::isRegularFile).stream()
                    .filter(file -> !file.equals("index.txt"))
                    .map(file -> name + "/" + file)
                    .toList();
            assertEquals(packed, listed);
        }
    }

    private static List<String> below(Path folder, int depth, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            return paths.filter(path -> !path.equals(folder) && wanted.test(path))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> implementations(Class<?> type) {
        return CLASSES.stream()
                .filter(c -> c.isAssignableTo(type) && !c.isInterface())
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private static List<String> classNames(List<?> objects) {
        return objects.stream().map(each -> each.getClass().getName()).toList();
    }
}

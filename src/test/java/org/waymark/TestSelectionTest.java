package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Every test runs in {@code mvn verify -Pthorough}, and in {@code mvn verify} unless it is {@link Thorough}. */
class TestSelectionTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("org.waymark");

    private static Document pom;

    @BeforeAll
    static void readPom() throws Exception {
        pom = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
    }

    /** Surefire and Failsafe select classes by these endings. */
    @Test
    void namesEveryTestClassForSurefire() {
        Set<String> classes = CLASSES.stream()
                .filter(type -> Stream.of(type.reflect().getDeclaredMethods())
                        .anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class)))
                .map(TestSelectionTest::outermost)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(classes.size() > 100, "the tests are found");
        assertEquals(
                List.of(),
                classes.stream().filter(name -> !name.matches(".*(Test|IT)")).toList());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(TestSelectionTest::outermost).orElse(type);
    }

    @Test
    void hasNoTagsExceptThorough() {
        assertEquals(
                List.of(),
                annotated(List.of(Tag.class, Tags.class, net.jqwik.api.Tag.class, net.jqwik.api.TagList.class))
                        .filter(name -> !name.equals(Thorough.class.getName()))
                        .toList());
    }

    @Test
    void hasNoDisabledTests() {
        assertEquals(
                List.of(),
                annotated(List.of(Disabled.class, net.jqwik.api.Disabled.class)).toList());
    }

    private static Stream<String> annotated(List<Class<? extends Annotation>> annotations) {
        return CLASSES.stream()
                .flatMap(type -> Stream.concat(Stream.of(type), type.getMembers().stream()))
                .filter(element -> annotations.stream()
                        .anyMatch(annotation -> element instanceof JavaMember member
                                ? member.isAnnotatedWith(annotation)
                                : ((JavaClass) element).isAnnotatedWith(annotation)))
                .map(element ->
                        element instanceof JavaMember member ? member.getFullName() : ((JavaClass) element).getName());
    }

    @Test
    void excludesExactlyTheThoroughTestsFromQuickRuns() throws Exception {
        assertEquals(List.of(Thorough.TAG), texts("/project/properties/excluded.tests"));
        assertEquals(List.of(""), texts("/project/profiles/profile[id='thorough']/properties/excluded.tests"));
        assertEquals(
                List.of("${excluded.tests}"), texts("//plugin[artifactId='maven-surefire-plugin']//excludedGroups"));
        for (String filter : List.of("groups", "includes", "excludes", "test", "skip", "skipTests")) {
            assertEquals(List.of(), texts("//plugin[artifactId='maven-surefire-plugin']//" + filter), filter);
        }
    }

    private static List<String> texts(String path) throws Exception {
        var nodes = (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}

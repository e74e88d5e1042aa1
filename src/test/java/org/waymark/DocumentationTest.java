package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files, headings, classes and methods that the documentation mentions exist. */
class DocumentationTest {
    private static final Path CHANGELOG = Path.of("src/docs/CHANGELOG.md");

    /** A name of several words, such as {@code SpecTest} or {@code SpecTest.method}. */
    private static final Pattern NAME = Pattern.compile("([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:\\.([a-z]\\w*))?");

    private static final Map<Path, Page> PAGES = new TreeMap<>();
    private static final Map<String, String> SOURCES = new TreeMap<>();

    /**
     * A page of documentation.
     *
     * @param anchors of its headings, as GitHub makes them
     * @param code the code spans in its sentences
     */
    private record Page(List<String> links, Set<String> anchors, List<String> code) {
        static Page of(Path file) {
            var page = new Page(new ArrayList<>(), new HashSet<>(), new ArrayList<>());
            Parser.builder().build().parse(text(file)).accept(new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                    page.links.add(link.getDestination());
                    visitChildren(link);
                }

                @Override
                public void visit(Image image) {
                    page.links.add(image.getDestination());
                }

                @Override
                public void visit(Code code) {
                    page.code.add(code.getLiteral());
                }

                @Override
                public void visit(Heading heading) {
                    var words = new StringBuilder();
                    heading.accept(new AbstractVisitor() {
                        @Override
                        public void visit(Text text) {
                            words.append(text.getLiteral());
                        }

                        @Override
                        public void visit(Code code) {
                            words.append(code.getLiteral());
                        }
                    });
                    page.anchors.add(words.toString()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\w\\- ]", "")
                            .replace(' ', '-'));
                    visitChildren(heading);
                }
            });
            return page;
        }
    }

    @BeforeAll
    static void read() throws IOException {
        for (String root : List.of("README.md", ".github", "src/docs")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(file -> PAGES.put(file, Page.of(file)));
            }
        }
        assertTrue(PAGES.size() > 10, "the pages are found");
        for (String root : List.of("src/main/java", "src/test/java", "src/bench/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                SOURCES.put(file.getFileName().toString().replace(".java", ""), text(file)));
            }
        }
    }

    @Test
    void linksToFilesAndHeadingsThatExist() {
        var dead = new ArrayList<String>();
        PAGES.forEach((file, page) -> page.links().stream()
                .filter(link -> !link.matches("[a-z]+:.*") && !exists(file, URI.create(link)))
                .forEach(link -> dead.add(file + ": " + link)));
        assertEquals(List.of(), dead);
    }

    private static boolean exists(Path file, URI link) {
        Path target = link.getPath().isEmpty()
                ? file
                : file.resolveSibling(link.getPath()).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        Page page = PAGES.get(target);
        return link.getFragment() == null || page == null || page.anchors().contains(link.getFragment());
    }

    /** The changelog may mention names that have changed since. */
    @Test
    void namesClassesAndMethodsThatExist() {
        var missing = new ArrayList<String>();
        PAGES.forEach((file, page) -> page.code().stream()
                .map(NAME::matcher)
                .filter(name -> name.matches() && !file.equals(CHANGELOG) && !exists(name))
                .forEach(name -> missing.add(file + ": " + name.group())));
        assertEquals(List.of(), missing);
    }

    private static boolean exists(Matcher name) {
        String source = SOURCES.get(name.group(1));
        boolean isOfSchemaOrg = SOURCES.getOrDefault("SchemaOrg", "").contains('"' + name.group() + '"');
        return isOfSchemaOrg
                || source != null
                        && (name.group(2) == null
                                || Pattern.compile("\\b" + name.group(2) + "\\(")
                                        .matcher(source)
                                        .find());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

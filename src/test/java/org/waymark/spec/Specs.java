package org.waymark.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.waymark.TestProject;
import org.waymark.source.Project;

/** All pages of examples, and the projects that their cases describe. */
public final class Specs {
    static final Path EXPLANATIONS = TestProject.resource("/org/waymark/explain");
    static final Path SPECS = TestProject.resource("/spec");

    private Specs() {}

    /** Every explanation, and every page in {@code src/test/resources/spec}. */
    public static Stream<Spec> all() throws IOException {
        return Stream.concat(pages(EXPLANATIONS), pages(SPECS)).map(Specs::read);
    }

    /** The smallest directory with the files of a case. */
    public static Project project(Spec.Case each) {
        Project project = TestProject.with(TestProject.small(), each.files(), each.others());
        for (String path : each.removed()) {
            project = TestProject.without(project, path);
        }
        return project;
    }

    private static Stream<Path> pages(Path folder) throws IOException {
        try (Stream<Path> pages = Files.list(folder)) {
            return pages.sorted().toList().stream();
        }
    }

    static Spec read(Path page) {
        try {
            return Spec.parse(String.valueOf(page.getFileName()), Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

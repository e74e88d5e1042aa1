package org.waymark.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.TestProject;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;

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
        return each.binaries().isEmpty() ? project : withBinaries(project, each.binaries());
    }

    /** With files that are read from disk like those of any project. */
    private static Project withBinaries(Project project, Map<String, byte[]> binaries) {
        try {
            // Pictures are read again when they are published, so the folder stays until the next clean build.
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "specs")), "case");
            Files.createDirectories(folder.resolve("content"));
            for (Map.Entry<String, byte[]> each : binaries.entrySet()) {
                Path file = folder.resolve(each.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, each.getValue());
            }
            Project read = ProjectReader.read(folder);
            var images = new ArrayList<>(project.images());
            images.addAll(read.images());
            var others = new ArrayList<>(project.others());
            others.addAll(read.others());
            var attachments = new ArrayList<>(project.attachments());
            attachments.addAll(read.attachments());
            var hostFiles = new ArrayList<>(project.hostFiles());
            hostFiles.addAll(read.hostFiles());
            return new Project(
                    project.content(),
                    images,
                    attachments,
                    hostFiles,
                    others,
                    project.unread(),
                    project.templates(),
                    project.assets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

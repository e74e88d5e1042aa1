package org.waymark.tool.changes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.waymark.TestProject;

/** A Git repository for tests, made without the {@code git} program. */
public final class TestRepository implements AutoCloseable {
    private static final PersonIdent SOMEONE = new PersonIdent("Someone", "someone@example.org");

    private final Path folder;
    private final Git git;

    private TestRepository(Path folder, Git git) {
        this.folder = folder;
        this.git = git;
    }

    public static TestRepository in(Path folder) throws GitAPIException {
        IsolatedSystemReader.begin();
        return new TestRepository(
                folder,
                Git.init()
                        .setDirectory(folder.toFile())
                        .setInitialBranch("main")
                        .call());
    }

    public Git git() {
        return git;
    }

    public Path folder() {
        return folder;
    }

    /** Adds the smallest directory to a folder of the repository. */
    public TestRepository withSmallDirectory(String below) throws IOException {
        Path base = TestProject.resource("/spec-base");
        Path target = folder.resolve(below);
        Files.createDirectories(target);
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, target.resolve(base.relativize(file).toString()));
            }
        }
        return this;
    }

    public TestRepository write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Commits everything that is in the folder. */
    public RevCommit commit(String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        return git.commit()
                .setMessage(message)
                .setAuthor(SOMEONE)
                .setCommitter(SOMEONE)
                .setSign(false)
                .setAllowEmpty(true)
                .call();
    }

    @Override
    public void close() {
        git.close();
    }
}

package org.waymark.tool.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Thorough;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.ReadFailure;
import org.waymark.source.SourceFile;
import org.waymark.source.UnreadFile;

/** Earlier revisions of projects, from repositories in many forms. */
class HistoryTest {
    @TempDir
    private Path temp;

    @Test
    void readsTheSameAsFromTheFolder() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp)) {
            repository
                    .withSmallDirectory("a/b")
                    .write("a/b/content/.hidden.md", "x")
                    .write("a/b/content/.folder/x.md", "x")
                    .write("a/b/content/notes.txt", "x")
                    .write("a/b/templates/page/home.ftlh", "mine")
                    .commit("one");
            Path project = temp.resolve("a/b");
            Project lying = ProjectReader.read(project);
            try (History history = History.of(project)) {
                ProjectSnapshot snapshot = history.at(history.commit("HEAD"));
                assertEquals(lying.content(), snapshot.project().content());
                assertEquals(lying.others(), snapshot.project().others());
                assertEquals(lying.templates(), snapshot.project().templates());
                assertEquals(ProjectSnapshot.of(lying).files(), snapshot.files());
                assertEquals(List.of("content/notes.txt"), snapshot.project().others());
                assertTrue(snapshot.hasContent());
            }
            try (History history = History.of(temp)) {
                assertFalse(history.at(history.commit("HEAD")).hasContent());
            }
        }
    }

    @Test
    void ignoresLineEnds() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp)) {
            repository.withSmallDirectory("").commit("one");
            try (Stream<Path> files = Files.walk(temp.resolve("content"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
                }
            }
            try (History history = History.of(temp)) {
                ProjectSnapshot snapshot = history.at(history.commit("HEAD"));
                ProjectSnapshot now = ProjectSnapshot.of(ProjectReader.read(temp));
                assertEquals(snapshot.project().content(), now.project().content());
                assertEquals(snapshot.files(), now.files());
            }
        }
    }

    @Test
    void resolvesLfsPointersOfImages() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp)) {
            repository
                    .withSmallDirectory("")
                    .write(
                            "content/images/a.png",
                            "version https://git-lfs.github.com/spec/v1\n"
                                    + "oid sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\nsize 3\n")
                    .commit("one");
            repository.write("content/images/a.png", "abc");
            try (History history = History.of(temp)) {
                assertEquals(
                        ProjectSnapshot.of(ProjectReader.read(temp)).files(),
                        history.at(history.commit("main")).files());
            }
        }
    }

    @Test
    void followsOnlyLinksToFoldersOfAProject() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp)) {
            repository.withSmallDirectory("deep/real");
            Files.createDirectory(temp.resolve("project"));
            link(temp.resolve("project/content"), "../deep/real/content");
            link(temp.resolve("deep/real/content/services/linked.md"), "extended-access.md");
            link(temp.resolve("circle"), "circle");
            repository.commit("one");
            try (History history = History.of(temp.resolve("project"))) {
                Project project = history.at(history.commit("HEAD")).project();
                assertEquals(ProjectReader.read(temp.resolve("project")).content(), project.content());
                assertEquals(
                        List.of(new UnreadFile("content/services/linked.md", UnreadFile.Reason.LINK)),
                        project.unread());
            }
        }
    }

    private static void link(Path link, String target) throws IOException {
        try {
            Files.createSymbolicLink(link, Path.of(target));
        } catch (FileSystemException | UnsupportedOperationException e) {
            Assumptions.abort("no links can be made here");
        }
    }

    @Test
    void findsCommitsByAnyName() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp)) {
            String first = repository.withSmallDirectory("").commit("one").name();
            repository
                    .git()
                    .tag()
                    .setName("v1")
                    .setMessage("v1")
                    .setSigned(false)
                    .call();
            String second = repository.commit("two").name();
            try (History history = History.of(temp)) {
                for (String name :
                        List.of(first, first.substring(0, 8), "v1", "HEAD~1", "HEAD^", "main~1", "refs/tags/v1")) {
                    assertEquals(first, history.commit(name).id(), name);
                }
                assertEquals(second, history.commit("@").id());
                assertEquals(second, history.head().orElseThrow().id());
            }
        }
    }

    @Test
    void explainsWhyARevisionIsMissing() throws IOException, GitAPIException {
        assertEquals(
                "there is no Git repository in " + temp + " or above it",
                assertThrows(UnknownRevision.class, () -> History.of(temp)).getMessage());
        Path nowhere = temp.resolve("nowhere");
        assertEquals(
                "there is no folder " + nowhere,
                assertThrows(UnknownRevision.class, () -> History.of(nowhere)).getMessage());
        try (TestRepository repository = TestRepository.in(temp.resolve("a"))) {
            assertEquals(
                    "this repository has no commits yet, so there is nothing to compare with",
                    whyNot(repository.folder(), "HEAD"));
            repository.withSmallDirectory("").commit("one");
            repository.git().branchCreate().setName("spring").call();
            assertEquals(
                    "there is no revision `sprng` in this repository; did you mean `spring`?",
                    whyNot(repository.folder(), "sprng"));
            assertEquals(
                    "there is no revision `HEAD~4` in this repository; the history of `HEAD` does not go back that far",
                    whyNot(repository.folder(), "HEAD~4"));
            assertEquals(
                    "there is no revision `a..b` in this repository; name the older one with `--since` and the newer one"
                            + " with `--until`",
                    whyNot(repository.folder(), "a..b"));
            assertEquals(
                    "`HEAD:content` is not a commit, but a file or folder in one",
                    whyNot(repository.folder(), "HEAD:content"));
            assertEquals("the name of the revision is empty", whyNot(repository.folder(), " "));
            for (String name :
                    List.of("0123456789012345678901234567890123456789", "@{yesterday}", "a\\b", "-", "é", "a^{x}")) {
                assertTrue(whyNot(repository.folder(), name).startsWith("there is no revision `" + name + "`"), name);
            }
        }
    }

    private static String whyNot(Path folder, String name) {
        try (History history = History.of(folder)) {
            return String.valueOf(assertThrows(UnknownRevision.class, () -> history.commit(name))
                    .getMessage());
        }
    }

    @Test
    void reportsShallowClones() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp.resolve("full"))) {
            repository.withSmallDirectory("").commit("one");
            repository.commit("two");
            repository.git().branchCreate().setName("other").call();
            repository.commit("three");
            Path clone = temp.resolve("shallow");
            Git.cloneRepository()
                    .setURI(repository.folder().toUri().toString())
                    .setDirectory(clone.toFile())
                    .setDepth(1)
                    .call()
                    .close();
            assertTrue(whyNot(clone, "HEAD~1").contains("which is a shallow clone"));
            assertTrue(whyNot(clone, "HEAD~1").contains("fetch-depth: 0"));
            assertTrue(whyNot(clone, "other").contains("`git fetch --unshallow`")
                    || whyNot(clone, "other").contains("only the branch `origin/other`; name that"));
        }
    }

    @Test
    void findsTheMergeBase() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp)) {
            repository.withSmallDirectory("").commit("one");
            String apart = repository.commit("two").name();
            repository.git().checkout().setCreateBranch(true).setName("mine").call();
            repository.commit("mine");
            repository.git().checkout().setName("main").call();
            String main = repository.commit("theirs").name();
            repository.git().checkout().setOrphan(true).setName("alone").call();
            repository.commit("alone");
            try (History history = History.of(temp)) {
                Commit mine = history.commit("mine");
                assertEquals(new Commit("main", apart), history.commonBase(history.commit("main"), mine));
                assertEquals(
                        apart,
                        history.commonBase(history.commit("main~1"), mine).id());
                assertEquals(
                        main,
                        history.commonBase(history.commit("main"), history.commit("main"))
                                .id());
                assertEquals(
                        "`alone` and `mine` have no common commit; `--exact` compares them anyway",
                        assertThrows(UnknownRevision.class, () -> history.commonBase(history.commit("alone"), mine))
                                .getMessage());
            }
        }
    }

    @Test
    void readsBareRepositories() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp.resolve("a"))) {
            repository.withSmallDirectory("").commit("one");
            Path bare = temp.resolve("b.git");
            Git.cloneRepository()
                    .setURI(repository.folder().toUri().toString())
                    .setDirectory(bare.toFile())
                    .setBare(true)
                    .call()
                    .close();
            try (History history = History.of(bare)) {
                assertTrue(history.isBare());
                assertEquals(
                        ProjectReader.read(repository.folder()).content(),
                        history.at(history.commit("main")).project().content());
            }
        }
    }

    @Test
    void readsReftableRepositories() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp)) {
            String first = repository.withSmallDirectory("").commit("one").name();
            ((FileRepository) repository.git().getRepository()).convertRefStorage("reftable", true, false);
            try (History history = History.of(temp)) {
                assertEquals(first, history.commit("main").id());
            }
        }
    }

    @Test
    void refusesUnknownFormats() throws Exception {
        try (TestRepository repository = TestRepository.in(temp)) {
            repository.withSmallDirectory("").commit("one");
            var config = new FileBasedConfig(temp.resolve(".git/config").toFile(), org.eclipse.jgit.util.FS.DETECTED);
            config.load();
            config.setInt("core", null, "repositoryformatversion", 1);
            config.setString("extensions", null, "objectformat", "sha256");
            config.save();
            assertTrue(String.valueOf(assertThrows(ReadFailure.class, () -> History.of(temp))
                            .getMessage())
                    .endsWith("its hashes are sha256, and Waymark supports only SHA-1"));
            config.setInt("core", null, "repositoryformatversion", 7);
            config.save();
            assertThrows(ReadFailure.class, () -> History.of(temp));
        }
        Path lost = Files.createDirectories(temp.resolve("lost"));
        Files.writeString(lost.resolve(".git"), "gitdir: /nowhere/at/all\n");
        assertTrue(String.valueOf(assertThrows(UnknownRevision.class, () -> History.of(lost))
                        .getMessage())
                .endsWith("is not where its file `.git` says"));
    }

    @Test
    void reportsMissingObjects() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp)) {
            repository.withSmallDirectory("").commit("one");
            Repository inside = repository.git().getRepository();
            String blob = inside.resolve("HEAD:content/site.yaml").name();
            Files.delete(temp.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
            try (History history = History.of(temp)) {
                Commit head = history.commit("HEAD");
                String sentence = String.valueOf(
                        assertThrows(ReadFailure.class, () -> history.at(head)).getMessage());
                assertTrue(sentence.contains("the repository is incomplete"), sentence);
            }
        }
    }

    @Test
    void changesNothingInTheRepository() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp)) {
            repository.withSmallDirectory("").commit("one");
            Map<String, String> before = files();
            try (History history = History.of(temp)) {
                history.at(history.commonBase(history.commit("HEAD"), history.commit("main")));
            }
            assertEquals(before, files());
        }
    }

    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(temp)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        file + " " + Files.getLastModifiedTime(file),
                        SourceFile.decode("", Files.readAllBytes(file)).text());
            }
        }
        return files;
    }

    /**
     * The files of a bare repository, committed at the top of a checkout, contain a history forged by the committer.
     */
    @Test
    void ignoresABareRepositoryInACheckout() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp.resolve("a"))) {
            repository.withSmallDirectory("").commit("real");
            Git.init()
                    .setDirectory(temp.resolve("fake").toFile())
                    .setBare(true)
                    .call()
                    .close();
            for (String name : List.of("HEAD", "config", "objects/info/alternates", "refs/heads/x")) {
                Path source = temp.resolve("fake").resolve(name);
                repository.write(name, Files.exists(source) ? Files.readString(source) : "");
            }
            try (History history = History.of(repository.folder())) {
                assertFalse(history.isBare());
                assertEquals(
                        repository.git().getRepository().resolve("HEAD").name(),
                        history.commit("main").id());
            }
        }
    }

    /** Ten trees, each containing the next ten times, represent ten billion files. */
    @Test
    void limitsTheNumberOfFilesInACommit() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp.resolve("a"));
                ObjectInserter inserter = repository.git().getRepository().newObjectInserter()) {
            repository.withSmallDirectory("").commit("one");
            ObjectId tree = inserter.insert(Constants.OBJ_BLOB, new byte[0]);
            FileMode mode = FileMode.REGULAR_FILE;
            for (int depth = 0; depth < 10; depth++) {
                var level = new TreeFormatter();
                for (int i = 0; i < 10; i++) {
                    level.append("x" + i, mode, tree);
                }
                tree = inserter.insert(level);
                mode = FileMode.TREE;
            }
            ObjectId commit = commit(repository, inserter, "content", tree);
            try (History history = History.of(repository.folder())) {
                Commit hostile = history.commit(commit.name());
                String message = assertThrows(ReadFailure.class, () -> history.at(hostile))
                        .getMessage();
                assertTrue(message.contains("`content` has more than 100000 files and folders"), message);
            }
        }
    }

    @Thorough("makes a very deep commit")
    @Test
    void limitsTheDepthOfFoldersInACommit() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(temp.resolve("a"));
                ObjectInserter inserter = repository.git().getRepository().newObjectInserter()) {
            repository.withSmallDirectory("").commit("one");
            ObjectId tree = inserter.insert(new TreeFormatter());
            for (int depth = 0; depth < 5000; depth++) {
                var level = new TreeFormatter();
                level.append("x", FileMode.TREE, tree);
                tree = inserter.insert(level);
            }
            ObjectId commit = commit(repository, inserter, "content", tree);
            try (History history = History.of(repository.folder())) {
                Commit hostile = history.commit(commit.name());
                assertThrows(ReadFailure.class, () -> history.at(hostile));
            }
        }
    }

    private static ObjectId commit(TestRepository repository, ObjectInserter inserter, String name, ObjectId tree)
            throws IOException {
        var top = new TreeFormatter();
        top.append(name, FileMode.TREE, tree);
        var commit = new CommitBuilder();
        commit.setTreeId(inserter.insert(top));
        commit.setParentId(repository.git().getRepository().resolve("HEAD"));
        commit.setAuthor(new PersonIdent("Someone", "someone@example.org"));
        commit.setCommitter(commit.getAuthor());
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        return id;
    }
}

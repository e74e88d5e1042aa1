package org.waymark.tool.changes;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.waymark.source.ContentImage;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.ReadFailure;

/** The history of a project: that of the Git repository in which its folder lies. For one thread. */
public final class History implements AutoCloseable {
    private final Repository repository;
    /** Where the project lies in the repository, with {@code /}; empty for its top. */
    private final String project;

    private History(Repository repository, String project) {
        this.repository = repository;
        this.project = project;
    }

    /**
     * Finds the repository of a folder: the one whose working folder it lies in, or is; or a bare one.
     *
     * @throws UnknownRevision when there is none
     * @throws ReadFailure when it cannot be read
     */
    public static History of(Path folder) {
        IsolatedSystemReader.begin();
        try {
            Path real = folder.toRealPath();
            var builder = new FileRepositoryBuilder().findGitDir(real.toFile());
            if (builder.getGitDir() == null) {
                throw new UnknownRevision("there is no Git repository in " + folder
                        + " or above it, so nothing is known of earlier states");
            }
            Repository repository = builder.setMustExist(true).build();
            refuseOtherHashes(folder, repository);
            return new History(repository, repository.isBare() ? "" : below(repository, real));
        } catch (NoSuchFileException e) {
            throw new UnknownRevision("there is no folder " + folder);
        } catch (RepositoryNotFoundException e) {
            throw new UnknownRevision("the Git repository of " + folder + " is not where its file `.git` says");
        } catch (IOException e) {
            throw GitFailure.of(folder, "the Git repository", e);
        } catch (IllegalArgumentException e) { // JGit's word for a format that it does not know
            throw new ReadFailure("cannot read the Git repository of " + folder + ": " + e.getMessage(), e);
        }
    }

    /** JGit would take such a repository for one without a commit. */
    private static void refuseOtherHashes(Path folder, Repository repository) {
        String hashes = repository.getConfig().getString("extensions", null, "objectformat");
        if (hashes != null && !hashes.equalsIgnoreCase("sha1")) {
            throw new ReadFailure("cannot read the Git repository of " + folder + ": it names its commits by " + hashes
                    + ", and Waymark knows only SHA-1");
        }
    }

    private static String below(Repository repository, Path folder) throws IOException {
        Path top = repository.getWorkTree().toPath().toRealPath();
        return folder.startsWith(top) ? top.relativize(folder).toString().replace('\\', '/') : "";
    }

    /**
     * The commit of a name: a branch, a tag, a hash or its beginning, or an expression such as {@code HEAD~1}.
     *
     * @throws UnknownRevision when there is none
     */
    public Commit commit(String name) {
        try {
            ObjectId id = repository.resolve(name.equals("@") ? Constants.HEAD : name);
            if (id != null) {
                try (var walk = new RevWalk(repository)) {
                    return new Commit(name, walk.parseCommit(id).name());
                }
            }
        } catch (IncorrectObjectTypeException e) {
            throw new UnknownRevision("`" + name + "` is no commit, but a file or folder of one");
        } catch (MissingObjectException | RevisionSyntaxException e) {
            // Told below, as for any name that leads nowhere.
        } catch (IOException e) {
            throw failure(name, e);
        }
        try {
            throw new UnknownRevision(new UnknownRevisionMessage(repository).whyNot(name));
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    /** The commit that is checked out; empty where there is none yet. */
    public Optional<Commit> head() {
        try {
            return Optional.ofNullable(repository.resolve(Constants.HEAD))
                    .map(id -> new Commit(Constants.HEAD, id.name()));
        } catch (IOException e) {
            throw failure(Constants.HEAD, e);
        }
    }

    /**
     * The last commit that two have in common, from which they went apart; the older, where the younger contains it.
     *
     * @throws UnknownRevision when they have none
     */
    public Commit commonBase(Commit one, Commit other) {
        try (var walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(one.id())));
            walk.markStart(walk.parseCommit(ObjectId.fromString(other.id())));
            RevCommit base = walk.next();
            if (base != null) {
                return new Commit(one.name(), base.name());
            }
            String fact = "`" + one.name() + "` and `" + other.name() + "` have no commit in common";
            throw new UnknownRevision(
                    new UnknownRevisionMessage(repository).isShallow()
                            ? fact + " in this repository, " + UnknownRevisionMessage.SHALLOW
                            : fact + "; `--exact` compares them all the same");
        } catch (IOException e) {
            throw failure(one.name(), e);
        }
    }

    /**
     * The project as a commit has it.
     *
     * @throws ReadFailure when a part of it cannot be read
     */
    public ProjectSnapshot at(Commit commit) {
        try (var walk = new RevWalk(repository)) {
            ObjectId root = walk.parseCommit(ObjectId.fromString(commit.id())).getTree();
            var files = new CommitFiles(repository, commit, new CommitTree(repository, root, project));
            Project read = ProjectReader.read(files);
            var pictures = new TreeMap<String, String>();
            for (ContentImage image : read.images()) {
                pictures.put(image.path(), PictureDigest.of(image.path(), files.bytes(image.path())));
            }
            return new ProjectSnapshot(read, pictures);
        } catch (IOException e) {
            throw failure(commit.name(), e);
        }
    }

    /** Whether there is no working folder, only a history. */
    public boolean isBare() {
        return repository.isBare();
    }

    private ReadFailure failure(String name, IOException e) {
        return GitFailure.of(repository.getDirectory().toPath(), "`" + name + "`", e);
    }

    @Override
    public void close() {
        repository.close();
    }
}

package org.waymark.tool.changes;

import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.waymark.source.Attachment;
import org.waymark.source.ContentImage;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.ReadFailure;

/** The Git history of a project. For one thread. */
public final class History implements AutoCloseable {
    private static final String REMOTE = Constants.R_REMOTES + Constants.DEFAULT_REMOTE_NAME + "/";

    private final Repository repository;
    /** The path of the project in the repository, with {@code /}; empty at the root. */
    private final String project;

    private History(Repository repository, String project) {
        this.repository = repository;
        this.project = project;
    }

    /**
     * Finds the repository of a folder: that of its working tree, or a bare one at the folder itself.
     *
     * @throws UnknownRevision if there is none
     * @throws ReadFailure if it cannot be read
     */
    public static History of(Path folder) {
        IsolatedSystemReader.begin();
        try {
            Path real = folder.toRealPath();
            Optional<Path> top = withDotGit(real);
            var builder = new FileRepositoryBuilder();
            if (top.isPresent()) {
                builder.setWorkTree(top.get().toFile());
            } else if (FileKey.isGitRepository(real.toFile(), FS.DETECTED)) {
                builder.setGitDir(real.toFile());
            } else {
                throw new UnknownRevision("there is no Git repository in " + folder + " or above it");
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
        } catch (IllegalArgumentException e) { // JGit throws this for an unknown format
            throw new ReadFailure("cannot read the Git repository of " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * The nearest folder with a {@code .git}. It takes precedence over a bare repository, since a commit cannot
     * contain a {@code .git}, but can contain the files of a bare repository with a forged history.
     */
    private static Optional<Path> withDotGit(Path folder) {
        return Stream.iterate(folder, at -> at != null, Path::getParent)
                .filter(at -> {
                    File git = at.resolve(Constants.DOT_GIT).toFile();
                    return git.isFile() || FileKey.isGitRepository(git, FS.DETECTED);
                })
                .findFirst();
    }

    /** JGit would treat such a repository as empty. */
    private static void refuseOtherHashes(Path folder, Repository repository) {
        String hashes = repository.getConfig().getString("extensions", null, "objectformat");
        if (hashes != null && !hashes.equalsIgnoreCase("sha1")) {
            throw new ReadFailure("cannot read the Git repository of " + folder + ": its hashes are " + hashes
                    + ", and Waymark supports only SHA-1");
        }
    }

    private static String below(Repository repository, Path folder) throws IOException {
        Path top = repository.getWorkTree().toPath().toRealPath();
        return folder.startsWith(top) ? top.relativize(folder).toString().replace('\\', '/') : "";
    }

    /**
     * Resolves a revision: a branch, a tag, a hash or an abbreviation of one, or an expression such as {@code
     * HEAD~1}.
     *
     * @throws UnknownRevision if there is none
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
            throw new UnknownRevision("`" + name + "` is not a commit, but a file or folder in one");
        } catch (MissingObjectException | RevisionSyntaxException e) {
            // Reported below, like any unknown name.
        } catch (IOException e) {
            throw failure(name, e);
        }
        try {
            throw new UnknownRevision(new UnknownRevisionMessage(repository).whyNot(name));
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    /** Whether Git tracks a file of the project, which can then be restored. */
    public boolean tracks(String path) {
        try {
            return repository.isBare() || repository.readDirCache().findEntry(pathOf(path)) >= 0;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** The commit that is checked out; empty in a new repository. */
    public Optional<Commit> head() {
        try {
            return Optional.ofNullable(repository.resolve(Constants.HEAD))
                    .map(id -> new Commit(Constants.HEAD, id.name()));
        } catch (IOException e) {
            throw failure(Constants.HEAD, e);
        }
    }

    /** The branch that the remote repository calls its main one, as of the last clone; empty if that is unknown. */
    public Optional<String> mainBranch() {
        try {
            return Optional.ofNullable(repository.exactRef(REMOTE + Constants.HEAD))
                    .filter(Ref::isSymbolic)
                    .map(head -> head.getTarget().getName())
                    .filter(name -> name.startsWith(REMOTE))
                    .map(name -> name.substring(REMOTE.length()));
        } catch (IOException e) {
            throw failure(Constants.HEAD, e);
        }
    }

    /** The branch that is checked out, which may have no commits yet; empty if it is a single commit. */
    public Optional<String> currentBranch() {
        try {
            return Optional.ofNullable(repository.getFullBranch())
                    .filter(name -> name.startsWith(Constants.R_HEADS))
                    .map(Repository::shortenRefName);
        } catch (IOException e) {
            throw failure(Constants.HEAD, e);
        }
    }

    /** Where the checked-out branch and a revision diverged; the revision itself in a repository without a branch. */
    public Commit mergeBase(Commit named) {
        return head().map(tip -> commonBase(named, tip)).orElse(named);
    }

    /**
     * The merge base of two commits; the older if the newer contains it.
     *
     * @throws UnknownRevision if there is none
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
            String fact = "`" + one.name() + "` and `" + other.name() + "` have no common commit";
            throw new UnknownRevision(
                    new UnknownRevisionMessage(repository).isShallow()
                            ? fact + " in this repository, " + UnknownRevisionMessage.SHALLOW
                            : fact + "; `--exact` compares them anyway");
        } catch (IOException e) {
            throw failure(one.name(), e);
        }
    }

    /**
     * The project at a commit.
     *
     * @throws ReadFailure if any of it cannot be read
     */
    public ProjectSnapshot at(Commit commit) {
        try (var walk = new RevWalk(repository)) {
            ObjectId root = walk.parseCommit(ObjectId.fromString(commit.id())).getTree();
            var files = new CommitFiles(repository, commit, new CommitTree(repository, root, project));
            Project read = ProjectReader.read(files);
            var digests = new TreeMap<String, String>();
            Stream.concat(
                            read.images().stream().map(ContentImage::path),
                            read.attachments().stream().map(Attachment::path))
                    .forEach(path -> digests.put(path, PictureDigest.of(path, files.bytes(path))));
            return new ProjectSnapshot(read, digests);
        } catch (IOException e) {
            throw failure(commit.name(), e);
        }
    }

    /** The path of a file of the project in the repository. */
    public String pathOf(String file) {
        return project.isEmpty() ? file : project + "/" + file;
    }

    /** Whether there is no working tree. */
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

package org.waymark.tool.changes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.waymark.source.BytesChannel;
import org.waymark.source.FileVersion;
import org.waymark.source.IgnoredName;
import org.waymark.source.ProjectFile;
import org.waymark.source.ProjectFiles;
import org.waymark.source.ProjectReader;
import org.waymark.source.ReadFailure;
import org.waymark.source.SizeLimit;

/** The files of a project at a commit. */
final class CommitFiles implements ProjectFiles {
    /** In bytes; the limit of Linux. */
    private static final int LONGEST_PATH = 4096;

    private final Repository repository;
    private final Commit commit;
    private final CommitTree tree;
    private final Map<String, ObjectId> blobs = new HashMap<>();

    /**
     * @param tree the tree of the project's folder
     */
    CommitFiles(Repository repository, Commit commit, CommitTree tree) {
        this.repository = repository;
        this.commit = commit;
        this.tree = tree;
    }

    @Override
    public List<ProjectFile> below(String folder) {
        try {
            Optional<ObjectId> start = tree.folder(folder);
            return start.isPresent() ? files(folder, start.get()) : List.of();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private List<ProjectFile> files(String folder, ObjectId start) throws IOException {
        var files = new ArrayList<ProjectFile>();
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(start);
            for (int count = 1; walk.next(); count++) {
                refuseTooMany(folder, count, walk.getPathLength());
                FileMode mode = walk.getFileMode(0);
                String path = folder + "/" + walk.getPathString();
                if (IgnoredName.is(walk.getNameString()) && !ProjectFile.isForHost(path)) {
                    continue;
                }
                if (mode.equals(FileMode.TREE)) {
                    walk.enterSubtree();
                } else if (mode.equals(FileMode.GITLINK)) {
                    throw submodule(path);
                } else {
                    files.add(file(
                            path,
                            walk.getObjectId(0),
                            mode.equals(FileMode.SYMLINK) ? ProjectFile.Form.LINK : ProjectFile.Form.FILE));
                }
            }
        }
        files.sort(Comparator.comparing(ProjectFile::path));
        return files;
    }

    /** Trees that contain copies of each other can represent more files than any disk holds. */
    private void refuseTooMany(String folder, int count, int pathLength) {
        if (count > SizeLimit.FILES || pathLength > LONGEST_PATH) {
            throw new ReadFailure("cannot read commit `" + commit.name() + "`: `" + folder + "` has more than "
                    + SizeLimit.FILES + " files and folders there, or a path of more than " + LONGEST_PATH + " bytes");
        }
    }

    private ProjectFile file(String path, ObjectId blob, ProjectFile.Form form) throws IOException {
        blobs.put(path, blob);
        boolean isKeptApart = path.startsWith(ProjectReader.FILES) || path.startsWith(ProjectReader.IMAGES);
        if (!isKeptApart || form != ProjectFile.Form.FILE) {
            return new ProjectFile(path, gitFolder(), version(blob, 0), form, () -> bytes(blob));
        }
        long size = repository.open(blob, Constants.OBJ_BLOB).getSize();
        if (size > SizeLimit.of(path)) {
            return new ProjectFile(path, gitFolder(), version(blob, size), form, () -> bytes(blob));
        }
        Optional<LargeFilePointer> pointer = LargeFilePointer.of(bytes(blob));
        return new ProjectFile(
                path,
                gitFolder(),
                version(blob, pointer.map(LargeFilePointer::size).orElse(size)),
                form,
                () -> bytes(blob),
                pointer.isPresent()
                        ? Optional.empty()
                        : Optional.of(() -> new BytesChannel(ByteBuffer.wrap(bytes(blob)))));
    }

    private static FileVersion version(ObjectId blob, long size) {
        return new FileVersion(size, FileTime.fromMillis(0), Optional.of(blob.name()));
    }

    private Path gitFolder() {
        return repository.getDirectory().toPath();
    }

    /** The bytes of a listed file. */
    byte[] bytes(String path) {
        ObjectId blob = blobs.get(path);
        if (blob == null) {
            throw new IllegalArgumentException("no such file: " + path);
        }
        return bytes(blob);
    }

    private byte[] bytes(ObjectId blob) {
        try {
            return repository.open(blob, Constants.OBJ_BLOB).getCachedBytes((int) SizeLimit.PICTURE);
        } catch (LargeObjectException e) {
            throw new ReadFailure(
                    "cannot read commit `" + commit.name() + "`: a file is larger than "
                            + SizeLimit.inWords(SizeLimit.PICTURE),
                    e);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private ReadFailure failure(IOException e) {
        return GitFailure.of(gitFolder(), "commit `" + commit.name() + "`", e);
    }

    private ReadFailure submodule(String path) {
        return new ReadFailure("cannot read commit `" + commit.name() + "`: `" + path
                + "` is a submodule, and this repository does not have its files");
    }
}

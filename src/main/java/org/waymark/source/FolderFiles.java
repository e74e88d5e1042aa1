package org.waymark.source;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files of a project in a folder on disk. */
record FolderFiles(Path root) implements ProjectFiles {
    /**
     * {@code content} must exist, {@code templates} need not. Each may be a link to another folder of the same
     * repository, but not out of it: otherwise, anyone who proposes a change could publish other files from the
     * machine.
     */
    @Override
    public List<ProjectFile> below(String name) {
        Path folder = root.resolve(name);
        if (!name.equals("content") && !Files.isDirectory(folder)) {
            return List.of();
        }
        var files = new ArrayList<ProjectFile>();
        try {
            Path start = folder.toRealPath();
            if (!start.equals(root.toRealPath().resolve(name)) && !Repository.holds(root, start)) {
                return List.of(
                        file(name, folder, Files.readAttributes(folder, BasicFileAttributes.class, NOFOLLOW_LINKS)));
            }
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    return isIgnored(dir) && !dir.equals(start) && !isForHost(name, start.relativize(dir))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path below = start.relativize(file);
                    if (!isIgnored(file) || isForHost(name, below)) {
                        refuseTooMany(name, files.size() + 1);
                        files.add(file(name + "/" + path(below), folder.resolve(below), attributes));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    throw ReadFailure.of(folder.resolve(start.relativize(file)), e);
                }
            });
        } catch (IOException e) {
            throw ReadFailure.of(folder, e);
        }
        files.sort(Comparator.comparing(ProjectFile::path));
        return files;
    }

    private static ProjectFile file(String path, Path file, BasicFileAttributes attributes) {
        ProjectFile.Form form = attributes.isRegularFile()
                ? ProjectFile.Form.FILE
                : attributes.isOther() ? ProjectFile.Form.OTHER : ProjectFile.Form.LINK;
        FileVersion listed = FileVersion.of(attributes);
        return new ProjectFile(
                path, file, listed, form, () -> bytes(path, file, listed), Optional.of(() -> channel(file)));
    }

    /** With slashes; a backslash separates folders only on Windows, and is an ordinary character elsewhere. */
    private static String path(Path below) {
        return below.toString().replace(below.getFileSystem().getSeparator(), "/");
    }

    private void refuseTooMany(String name, int count) {
        if (count > SizeLimit.FILES) {
            throw new ReadFailure("cannot read " + root.resolve(name) + ": it contains more than " + SizeLimit.FILES
                    + " files; move files that are not part of the directory elsewhere");
        }
    }

    /** Rejects a file whose length when read differs from the listed one: half a file is worse than none. */
    private static byte[] bytes(String path, Path file, FileVersion listed) {
        try {
            byte[] bytes = PlainFile.upTo(SizeLimit.of(path), file, NOFOLLOW_LINKS);
            if (bytes.length == listed.size() || bytes.length == Files.size(file)) {
                return bytes;
            }
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
        throw new ReadFailure("cannot read " + file + ": it is being written; try again when that has finished");
    }

    private static SeekableByteChannel channel(Path file) {
        try {
            return Files.newByteChannel(file, StandardOpenOption.READ, NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }

    /** Hosts expect some files whose names begin with a dot. */
    private static boolean isForHost(String folder, Path below) {
        return ProjectFile.isForHost(folder + "/" + path(below));
    }

    private static boolean isIgnored(Path file) {
        Path name = file.getFileName();
        return name != null && IgnoredName.is(name.toString());
    }
}

package org.waymark.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads a project folder. Skips files and folders with an {@link IgnoredName}. Does not follow links, so that
 * nothing outside the project is published.
 */
public final class ProjectReader {
    /** The extensions of image formats that browsers support. */
    public static final Set<String> IMAGE_TYPES = Set.of("avif", "gif", "jpeg", "jpg", "png", "svg", "webp");

    private static final Set<String> TEXT_TYPES = Set.of("md", "yaml");
    static final String CONTENT = "content";
    private static final String SITE = CONTENT + "/site.yaml";
    /** The folder of files for download. */
    public static final String FILES = "content/files/";

    /** The folder of images. */
    public static final String IMAGES = "content/images/";

    private static final String TEMPLATES = "templates";
    private static final String ASSETS = TEMPLATES + "/assets/";

    private ProjectReader() {}

    /** How to convert an image that browsers do not show into one that they do, by its extension. */
    public static Optional<String> conversion(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ImageFormat.named(ending)
                .filter(format -> !format.isForBrowsers())
                .map(ImageReader::notForBrowsers)
                .map(fault -> fault.text() + "; " + fault.help());
    }

    /** Whether a folder contains a project. */
    public static boolean isProject(Path root) {
        return Files.isDirectory(root.resolve(CONTENT));
    }

    /** Whether a folder has the settings of a site, as folders of other programs do not. */
    public static boolean isCertainlyProject(Path root) {
        return Files.isRegularFile(root.resolve(SITE));
    }

    /** The folder itself, or its nearest parent that is certainly a project, for users who work in a subfolder. */
    public static Optional<Path> above(Path folder) {
        Path at = folder;
        for (Path real = folder.toAbsolutePath().normalize(); real != null; real = real.getParent()) {
            if (at.equals(folder) ? isProject(at) : isCertainlyProject(at)) {
                return Optional.of(at);
            }
            at = at.equals(Path.of(".")) ? Path.of("..") : at.resolve("..");
        }
        return Optional.empty();
    }

    /**
     * The path, relative to the project, of a file or folder given relative to the current folder or to the project;
     * empty if it does not exist.
     */
    public static Optional<Path> pathOf(Path root, Path given) {
        Path project = root.toAbsolutePath().normalize();
        Path fromHere = given.toAbsolutePath().normalize();
        if (fromHere.startsWith(project) && Files.exists(fromHere)) {
            return Optional.of(project.relativize(fromHere));
        }
        Path fromProject = project.resolve(given).normalize();
        return fromProject.startsWith(project) && Files.exists(fromProject)
                ? Optional.of(project.relativize(fromProject))
                : Optional.empty();
    }

    /**
     * The names in the folder of a path that need not exist, without hidden ones, in order; none if it cannot be read.
     */
    public static List<String> siblings(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings.map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /**
     * Reads {@code content} and {@code templates} below a folder.
     *
     * @throws ReadFailure when a folder or file cannot be read
     */
    public static Project read(Path root) {
        return read(root, new FileMemory(false));
    }

    /**
     * Reads a project from a source other than a folder.
     *
     * @throws ReadFailure if a folder or file cannot be read
     */
    public static Project read(ProjectFiles files) {
        return read(files, new FileMemory(false));
    }

    static Project read(Path root, FileMemory memory) {
        return read(new FolderFiles(root), memory);
    }

    private static Project read(ProjectFiles files, FileMemory memory) {
        var texts = new ArrayList<ProjectFile>();
        var pictures = new ArrayList<ProjectFile>();
        var downloads = new ArrayList<ProjectFile>();
        var host = new ArrayList<ProjectFile>();
        var others = new ArrayList<String>();
        var unread = new ArrayList<UnreadFile>();
        for (ProjectFile found : files.below(CONTENT)) {
            Optional<UnreadFile.Reason> obstacle = obstacle(found);
            if (obstacle.isPresent()) {
                unread.add(new UnreadFile(found.path(), obstacle.get()));
            } else if (isImage(found)) {
                pictures.add(found);
            } else if (found.path().startsWith(HostFile.FOLDER)) {
                host.add(found);
            } else if (attachmentFormat(found).isPresent()) {
                downloads.add(found);
            } else if (TEXT_TYPES.contains(found.ending())) {
                texts.add(found);
            } else {
                others.add(found.path());
            }
        }
        refuseTooMuch(Stream.of(texts.stream(), host.stream(), pictures.stream().filter(ProjectReader::isDrawing))
                .flatMap(found -> found));
        List<ContentImage> images =
                pictures.parallelStream().map(found -> image(found, memory)).toList();
        List<Attachment> attachments = downloads.parallelStream()
                .map(found -> attachment(found, memory))
                .toList();
        List<HostFile> hostFiles = host.stream()
                .map(found -> new HostFile(memory.text(found.path(), found.version(), found.bytes())))
                .toList();
        List<SourceFile> content = texts.parallelStream()
                .map(found -> memory.text(found.path(), found.version(), found.bytes()))
                .toList();
        var look = new Look(memory);
        for (ProjectFile found : files.below(TEMPLATES)) {
            Optional<UnreadFile.Reason> obstacle = obstacle(found);
            if (obstacle.isPresent()) {
                unread.add(new UnreadFile(found.path(), obstacle.get()));
            } else if (!look.add(found.path(), found.version(), found.bytes())) {
                others.add(found.path());
            }
        }
        look.addBuiltIn();
        return new Project(
                content,
                images,
                attachments,
                hostFiles,
                others,
                unread,
                List.copyOf(look.templates.values()),
                List.copyOf(look.assets.values()));
    }

    /** Why a file is not read, if so. Judged by its metadata, without opening it. */
    private static Optional<UnreadFile.Reason> obstacle(ProjectFile found) {
        return switch (found.form()) {
            case LINK -> Optional.of(UnreadFile.Reason.LINK);
            case OTHER -> Optional.of(UnreadFile.Reason.NO_FILE);
            case FILE ->
                found.version().size() > SizeLimit.of(found.path())
                        ? Optional.of(UnreadFile.Reason.TOO_LONG)
                        : Optional.empty();
        };
    }

    /** Texts and SVGs are all in memory at the same time. */
    private static void refuseTooMuch(Stream<ProjectFile> texts) {
        long all = texts.mapToLong(text -> text.version().size()).sum();
        if (all > SizeLimit.ALL_TEXTS) {
            throw new ReadFailure("cannot read " + CONTENT + ": its texts and drawings are longer than "
                    + SizeLimit.inWords(SizeLimit.ALL_TEXTS) + " in all");
        }
    }

    private static boolean isImage(ProjectFile found) {
        return found.path().startsWith(IMAGES) && IMAGE_TYPES.contains(found.ending());
    }

    private static boolean isDrawing(ProjectFile found) {
        return found.ending().equals("svg");
    }

    private static ContentImage image(ProjectFile found, FileMemory memory) {
        if (isDrawing(found)) {
            Drawing drawing = memory.drawing(found.path(), found.version(), found.bytes());
            return new ContentImage(
                    found.path(),
                    found.file(),
                    found.version(),
                    Optional.of(drawing),
                    Optional.empty(),
                    Optional.empty());
        }
        if (found.parts().isEmpty()) {
            return new ContentImage(found.path(), found.file(), found.version());
        }
        ImageReader.Result read = memory.image(
                found.path(), found.version(), () -> header(found, found.parts().get()));
        return new ContentImage(
                found.path(), found.file(), found.version(), Optional.empty(), read.header(), read.fault());
    }

    private static Optional<AttachmentFormat> attachmentFormat(ProjectFile found) {
        return found.path().startsWith(FILES) ? AttachmentFormat.named(found.ending()) : Optional.empty();
    }

    private static Attachment attachment(ProjectFile found, FileMemory memory) {
        AttachmentFormat format = attachmentFormat(found).orElseThrow();
        AttachmentReader.Result read = found.parts().isEmpty()
                ? new AttachmentReader.Result(Optional.empty(), List.of())
                : memory.attachment(found.path(), found.version(), () -> check(format, found));
        return new Attachment(found.path(), found.file(), found.version(), format, read.fault(), read.barriers());
    }

    private static AttachmentReader.Result check(AttachmentFormat format, ProjectFile found) {
        try (var file = new FileBytes(found.parts().orElseThrow().get())) {
            return AttachmentReader.read(format, file);
        } catch (IOException e) {
            throw ReadFailure.of(found.file(), e);
        }
    }

    private static ImageReader.Result header(ProjectFile found, Supplier<SeekableByteChannel> parts) {
        try (var file = new FileBytes(parts.get())) {
            return ImageReader.read(found.ending(), file);
        } catch (IOException e) {
            throw ReadFailure.of(found.file(), e);
        }
    }

    /** The templates and assets by path: those of the project, and the built-in ones that it does not replace. */
    private static final class Look {
        private static final Set<String> TEXT_ASSETS =
                Set.of("css", "html", "js", "json", "map", "md", "mjs", "svg", "txt", "webmanifest", "xml");

        private final FileMemory memory;
        private final Map<String, SourceFile> templates = new TreeMap<>();
        private final Map<String, AssetFile> assets = new TreeMap<>();

        Look(FileMemory memory) {
            this.memory = memory;
        }

        /** Git converts line ends on some machines; they mean nothing in these files. */
        private static byte[] withLineFeeds(byte[] bytes) {
            var text = new ByteArrayOutputStream(bytes.length);
            for (int i = 0; i < bytes.length; i++) {
                boolean isHalf = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
                if (!isHalf) {
                    text.write(bytes[i]);
                }
            }
            return text.toByteArray();
        }

        void addBuiltIn() {
            for (String name : BuiltInTemplates.NAMES) {
                String path = TEMPLATES + "/" + name;
                if (!templates.containsKey(path) && !assets.containsKey(path)) {
                    add(path, FileVersion.NEVER_CHANGES, () -> BuiltInTemplates.bytes(name));
                }
            }
        }

        /** @return whether the file is a template or an asset */
        boolean add(String path, FileVersion version, Supplier<byte[]> bytes) {
            if (path.endsWith(".ftlh")) {
                templates.put(path, memory.text(path, version, bytes));
                return true;
            }
            if (path.startsWith(ASSETS)) {
                boolean isText = TEXT_ASSETS.contains(path.substring(path.lastIndexOf('.') + 1));
                assets.put(path, memory.asset(path, version, isText ? () -> withLineFeeds(bytes.get()) : bytes));
                return true;
            }
            return false;
        }
    }

    /**
     * The bytes of an image.
     *
     * @throws ReadFailure if it cannot be read, or is now a link, not a file, or too long
     */
    public static byte[] readImage(Path file) {
        try {
            return PlainFile.bytes(file, SizeLimit.PICTURE, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }

    /**
     * A stream of an image's bytes, which the caller closes.
     *
     * @throws ReadFailure if it cannot be read, or is now a link, not a file, or too long
     */
    public static InputStream openImage(Path file) {
        try {
            PlainFile.require(file, SizeLimit.PICTURE, LinkOption.NOFOLLOW_LINKS);
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }
}

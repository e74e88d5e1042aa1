package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Puts the texts of open documents in the place of those on the disk. */
final class Overlay {
    private Overlay() {}

    /**
     * The project as the editor shows it.
     *
     * @param texts by path, relative to the project; those that a build would not read are left aside
     */
    static Project over(Project onDisk, Map<String, String> texts) {
        return texts.isEmpty()
                ? onDisk
                : new Project(
                        replace(onDisk.content(), texts, true),
                        onDisk.images(),
                        onDisk.others(),
                        onDisk.unread(),
                        replace(onDisk.templates(), texts, false),
                        onDisk.assets());
    }

    private static List<SourceFile> replace(List<SourceFile> files, Map<String, String> texts, boolean isContent) {
        var left = new HashMap<>(texts);
        var all = new ArrayList<SourceFile>(files.size() + texts.size());
        for (SourceFile file : files) {
            String text = left.remove(file.path());
            all.add(text == null ? file : replaced(file, text));
        }
        left.forEach((path, text) -> {
            if (isContent && isContent(path)) {
                all.add(SourceFile.of(path, withoutMark(text)));
            }
        });
        all.sort(Comparator.comparing(SourceFile::path));
        return all;
    }

    /** An editor shows bytes that are not UTF-8 as U+FFFD. While nobody has changed them, they are what is wrong. */
    private static SourceFile replaced(SourceFile file, String text) {
        SourceFile open = SourceFile.of(file.path(), withoutMark(text));
        return open.text().equals(file.text()) ? file : open;
    }

    /** Without the byte order mark, which some editors hand on. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether a new file would be read as a text once it is saved. */
    private static boolean isContent(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return path.startsWith("content/")
                && (name.endsWith(".md") || name.endsWith(".yaml"))
                && Arrays.stream(path.split("/")).noneMatch(part -> part.startsWith("."));
    }
}

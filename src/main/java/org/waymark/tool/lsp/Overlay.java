package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.source.IgnoredName;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Replaces the text of files on disk with that of open documents. */
final class Overlay {
    private Overlay() {}

    /**
     * The project as the client shows it.
     *
     * @param texts by path, relative to the project; those that a build would not read are ignored
     */
    static Project over(Project onDisk, Map<String, String> texts) {
        return texts.isEmpty()
                ? onDisk
                : onDisk.withContent(replace(onDisk.content(), texts, true))
                        .withTemplates(replace(onDisk.templates(), texts, false));
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

    /**
     * A client shows bytes that are not UTF-8 as U+FFFD. Keeps the original while the text is unchanged, so they
     * are reported.
     */
    private static SourceFile replaced(SourceFile file, String text) {
        SourceFile open = SourceFile.of(file.path(), withoutMark(text));
        return open.text().equals(file.text()) ? file : open;
    }

    /** Removes the byte order mark, which some clients include. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether a new file would be read as text once saved. */
    private static boolean isContent(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return path.startsWith("content/")
                && (name.endsWith(".md") || name.endsWith(".yaml"))
                && Arrays.stream(path.split("/")).noneMatch(IgnoredName::is);
    }
}

package org.waymark.bench;

import java.util.List;
import java.util.Map;
import org.waymark.source.SourceFile;

/**
 * One entry of a generated directory.
 *
 * @param folder the folder of its kind, below {@code content}
 * @param title its title or name
 * @param fields its fields as YAML, each line ended
 * @param body its text as Markdown; empty for kinds without text
 * @param lists the lists it appears in, for programs that cannot work them out: their kind and their ids
 */
record GeneratedEntry(
        String folder, String id, String title, String fields, String body, Map<String, List<String>> lists) {
    /** The entry's file as Waymark reads it. */
    SourceFile source() {
        return body.isEmpty()
                ? SourceFile.of("content/" + folder + "/" + id + ".yaml", fields)
                : SourceFile.of("content/" + folder + "/" + id + ".md", "---\n" + fields + "---\n\n" + body);
    }
}

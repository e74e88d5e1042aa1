package org.waymark.tool.lsp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.Edition;
import org.waymark.content.ContentReader;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.Kinds;
import org.waymark.schema.Entry;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * A directory as it was at one moment, with the texts that were open in the editor and not yet saved. Immutable; safe for
 * use by several threads.
 *
 * @param edition what was read and found in just this project
 */
record Snapshot(Project project, Edition edition) {
    Directory directory() {
        return edition.directory();
    }

    /** The kind that claims a file. */
    static Optional<Kind<?>> kindOf(String path) {
        for (Kind<?> kind : Kinds.WITH_SITE) {
            if (kind.claims(path)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The entries of a file as it is now, which may be newer than this snapshot. */
    static List<Document> read(SourceFile file) {
        return ContentReader.read(file).value().orElse(List.of());
    }

    /** A text of the content. */
    Optional<SourceFile> file(String path) {
        return project.content().stream()
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    /** An entry, complete or not. */
    Optional<Document> document(Class<? extends Entry> type, Id id) {
        return directory()
                .documents(Kinds.of(type))
                .filter(document -> document.id().equals(id))
                .findFirst();
    }

    /** All entries that other texts can name: each with its own file or term, and without the settings. */
    Stream<Document> entries() {
        return Kinds.ALL.stream().flatMap(kind -> directory().documents(kind)).filter(Document::isNamed);
    }

    /** The entries whose name or id contains some words. */
    Stream<Document> entriesCalled(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return entries()
                .filter(document -> (label(document) + "\n" + document.id())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted));
    }

    /** The name of an entry; its id where it has none. */
    static String label(Document document) {
        return document.fields()
                .find(document.kind().labelField())
                .map(String::valueOf)
                .orElse(document.id().value());
    }

    /** One or two sentences about an entry: its summary, or what a term means. */
    static Optional<String> gist(Document document) {
        for (String name : List.of("summary", "definition")) {
            Object value = document.fields().values().get(name);
            if (value instanceof Optional<?> optional && optional.isPresent()) {
                return optional.map(String::valueOf);
            }
            if (value instanceof String text) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}

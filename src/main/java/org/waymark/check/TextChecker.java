package org.waymark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.source.Memo;
import org.waymark.source.SourceFile;

/**
 * Applies the rules that look at the text of one entry or file. Each text is read once for all of them, and, by a
 * checker with a cache, not again until it or the context has changed. What a file's entries are follows from its text
 * and the kinds, and other kinds get another checker. For one thread.
 */
public final class TextChecker {
    private final Memo<Entry, List<Diagnostic>> found;
    private final Memo<SourceFile, List<Diagnostic>> foundInFiles;
    private LanguageContext context = new LanguageContext(true, Set.of(), List.of(), true, Set.of());
    private List<TextRule.Reader> readers = List.of();
    private boolean isNew = true;

    /** @param remembers whether it keeps its findings for the next run */
    public TextChecker(boolean remembers) {
        found = Memo.create(remembers);
        foundInFiles = Memo.create(remembers);
    }

    /** The findings, in the order of entries and files. */
    public List<Diagnostic> check(Directory directory) {
        var all = new ArrayList<>(checkEntries(directory));
        all.addAll(checkFiles(directory));
        return all;
    }

    private List<Diagnostic> checkFiles(Directory directory) {
        Map<String, List<Entry>> entries = directory.entries().stream().collect(Collectors.groupingBy(Entry::path));
        List<Diagnostic> all = directory.files().parallelStream()
                .flatMap(file ->
                        foundInFiles
                                .of(file.path(), file, each -> read(each, entries.getOrDefault(each.path(), List.of())))
                                .stream())
                .toList();
        foundInFiles.endRun();
        return all;
    }

    private static List<Diagnostic> read(SourceFile file, List<Entry> entries) {
        return Rules.OF_FILE.stream().flatMap(rule -> rule.check(file, entries)).toList();
    }

    private List<Diagnostic> checkEntries(Directory directory) {
        LanguageContext current = LanguageContext.of(directory);
        if (!current.equals(context) || isNew) {
            found.clear();
            isNew = false;
            context = current;
            readers = current.isEnglish()
                    ? Rules.OF_TEXT.stream().map(rule -> rule.with(current)).toList()
                    : List.of();
        }
        List<Diagnostic> all = directory.entries().parallelStream()
                .flatMap(entry -> found.of(entry.origin().whole().toString(), entry, this::read).stream())
                .toList();
        found.endRun();
        return all;
    }

    private List<Diagnostic> read(Entry entry) {
        var diagnostics = new ArrayList<Diagnostic>();
        Rules.OF_ENTRY.forEach(rule -> rule.check(entry).forEach(diagnostics::add));
        if (!readers.isEmpty()) {
            Wording text = Wording.of(entry);
            readers.forEach(reader -> reader.read(text, diagnostics::add));
        }
        return List.copyOf(diagnostics);
    }
}

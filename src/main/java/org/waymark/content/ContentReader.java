package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Entry;
import org.waymark.directory.Kinds;
import org.waymark.directory.Site;
import org.waymark.source.Drawing;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Sequence;

/** Reads the entries of a project's content, file by file. */
public final class ContentReader {
    private final Kinds kinds;
    private final MisplacedFile misplaced;

    public ContentReader(Kinds kinds) {
        this.kinds = kinds;
        misplaced = new MisplacedFile(kinds);
    }

    /** Reads one text file. Pure, so files can be read in parallel and results cached. */
    public Outcome<List<Entry>> read(SourceFile file) {
        return kinds.claiming(file.path())
                .filter(kind -> !MisplacedFile.isOnlyForEditors(file.path()))
                .map(kind -> EntryReader.read(file, kind))
                .orElseGet(() -> misplaced.report(file.path()));
    }

    /** Reads a YAML file outside the content. It has no value if it is empty or cannot be read at all. */
    public static Outcome<Value> readYaml(SourceFile file) {
        return file.malformed().isEmpty()
                ? YamlReader.read(file, 0, file.text().length(), word -> true)
                : Outcome.failed(Characters.check(file));
    }

    /**
     * The fields of each entry of a file as typed, for edits by position. A file with errors may
     * have more or fewer.
     */
    public static List<Mapping> typedFields(SourceFile file) {
        String text = file.text();
        int start = 0;
        int end = text.length();
        if (file.path().endsWith(".md")) {
            Optional<FrontMatter> found = FrontMatter.find(file).value();
            if (found.isEmpty()) {
                return List.of();
            }
            start = found.get().fieldsStart();
            end = found.get().fieldsEnd();
        }
        Optional<Value> value = YamlReader.read(file, start, end, word -> true).value();
        if (value.isPresent() && value.get() instanceof Sequence sequence) {
            return sequence.items().stream()
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .toList();
        }
        return value.isPresent() && value.get() instanceof Mapping mapping ? List.of(mapping) : List.of();
    }

    /**
     * Checks the set of files: reports unknown ones, and a required one that is missing.
     *
     * @return with placeholders for entries in misnamed files, so references to them resolve
     */
    public Outcome<List<Entry>> checkFiles(Project project) {
        var entries = new ArrayList<Entry>();
        var found = new ArrayList<Diagnostic>();
        for (String path : project.others()) {
            if (ProjectShape.isPart(path) || UnusedTemplates.isAmongTemplates(path)) {
                continue;
            }
            Outcome<List<Entry>> unknown = misplaced.report(path);
            unknown.value().ifPresent(entries::addAll);
            found.addAll(unknown.diagnostics());
        }
        project.unread().forEach(unread -> {
            entries.addAll(misplaced.standIns(unread.path()));
            found.add(UnreadFiles.report(unread));
        });
        project.images().forEach(image -> {
            image.drawing().flatMap(Drawing::fault).ifPresent(fault -> found.add(UnreadFiles.report(fault)));
            found.addAll(ImageFiles.check(image));
        });
        project.attachments().forEach(file -> found.addAll(AttachmentFiles.check(file)));
        HostFiles.check(project.hostFiles()).forEach(found::add);
        found.addAll(PublishedNames.check(project));
        String site = Site.KIND.place().path();
        if (!hasSite(project, site)) {
            found.add(Diagnostic.of(
                    Codes.MISSING_FILE,
                    Span.startOf(site),
                    "there is no `" + site + "`, which gives the site its title and address",
                    "create the file; `waymark schema site` lists its fields"));
        }
        return Outcome.of(entries, found);
    }

    /** Whether the file exists, or a misnamed one that is reported. */
    private boolean hasSite(Project project, String site) {
        for (SourceFile file : project.content()) {
            if (file.path().equals(site)) {
                return true;
            }
        }
        boolean isUnread = project.unread().stream()
                .anyMatch(unread -> unread.path().equals(site) || site.startsWith(unread.path() + "/"));
        return isUnread
                || Stream.concat(project.content().stream().map(SourceFile::path), project.others().stream())
                        .anyMatch(path -> misplaced.isMeantFor(path, Site.KIND));
    }
}

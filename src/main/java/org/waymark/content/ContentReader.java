package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.model.Document;
import org.waymark.model.Kinds;
import org.waymark.model.Site;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Reads the entries of a project's content, file by file. */
public final class ContentReader {
    private ContentReader() {}

    /** Reads one text file. Pure, so that files can be read in parallel and results be remembered. */
    public static Outcome<List<Document>> read(SourceFile file) {
        Optional<Kind<?>> kind =
                Kinds.WITH_SITE.stream().filter(k -> k.claims(file.path())).findFirst();
        return kind.isPresent() ? EntryReader.read(file, kind.get()) : MisplacedFile.report(file.path());
    }

    /**
     * What is wrong with the set of files as such: unknown ones, and one that must be there.
     *
     * @return with what stands for entries in files that have the wrong name, so that references to them lead somewhere
     */
    public static Outcome<List<Document>> checkFiles(Project project) {
        var documents = new ArrayList<Document>();
        var found = new ArrayList<Diagnostic>();
        for (String path : project.others()) {
            Outcome<List<Document>> misplaced = MisplacedFile.report(path);
            misplaced.value().ifPresent(documents::addAll);
            found.addAll(misplaced.diagnostics());
        }
        project.links().forEach(path -> found.add(link(path)));
        String site = Site.KIND.place().path();
        boolean hasSite = Stream.concat(project.content().stream().map(SourceFile::path), project.others().stream())
                .anyMatch(path -> path.equals(site) || MisplacedFile.isMeantFor(path, Site.KIND));
        if (!hasSite) {
            found.add(Diagnostic.of(
                    Codes.MISSING_FILE,
                    Span.startOf(site),
                    "there is no `" + site + "`, which gives the site its title and address",
                    "create the file; `waymark schema site` lists its fields"));
        }
        return Outcome.of(documents, found);
    }

    private static Diagnostic link(String path) {
        return Diagnostic.of(
                Codes.UNKNOWN_FILE,
                Span.startOf(path),
                "this is a link to another place, and links are not followed",
                "put the file or folder itself here");
    }
}

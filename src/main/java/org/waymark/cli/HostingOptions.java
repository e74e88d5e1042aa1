package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.schema.Choice;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.ProjectWriter;
import org.waymark.source.ReadFailure;
import org.waymark.source.RealFolder;
import org.waymark.source.Repository;
import org.waymark.source.SizeLimit;
import org.waymark.tool.changes.History;
import org.waymark.tool.changes.UnknownRevision;
import org.waymark.tool.edit.CodeHost;
import org.waymark.tool.edit.HostingFiles;
import org.waymark.tool.edit.Installation;
import org.waymark.tool.edit.Refusal;
import org.waymark.tool.edit.UnifiedDiff;
import picocli.CommandLine.Option;

/** Options of {@code init} for the files of a code host, and the writing of those files. */
final class HostingOptions {
    private static final String USUAL_BRANCH = "main";

    @Option(
            names = "--ci",
            paramLabel = "HOST",
            converter = CodeHostConverter.class,
            completionCandidates = CodeHostNames.class,
            description = {
                "Also write what checks and publishes it on a code host: ${COMPLETION-CANDIDATES} (only Git's own settings).",
                "For a directory that exists, only that: again to bring it up to date."
            })
    private @Nullable CodeHost host;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "With --ci, the branch to publish (default: that of the repository).")
    private @Nullable String branch;

    @Option(
            names = "--release",
            paramLabel = "URL",
            description =
                    "With --ci, where the workflows download Waymark (default: where this one was released; name a copy of it).")
    private @Nullable String release;

    @Option(
            names = "--sha256",
            paramLabel = "SUM",
            description = "With --release, the checksum of another archive than that of this version.")
    private @Nullable String sha256;

    @Option(
            names = {"-n", "--dry-run"},
            description = "With --ci for a directory that exists, show what would change, and change nothing.")
    private boolean dryRun;

    /** For completion. */
    static final class CodeHostNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(CodeHost.values()).map(CodeHostNames::name).iterator();
        }

        static String name(CodeHost host) {
            return host.name().toLowerCase(Locale.ROOT);
        }
    }

    static final class CodeHostConverter extends FieldTypeConverter<CodeHost> {
        CodeHostConverter() {
            super(
                    "--ci",
                    new Choice<>(Stream.of(CodeHost.values())
                            .collect(Collectors.toMap(
                                    CodeHostNames::name, Function.identity(), (a, b) -> a, LinkedHashMap::new))));
        }
    }

    boolean isAsked() {
        return host != null;
    }

    /** Rejects anything that could not be written later, before writing anything. */
    void refuseUnknownRelease(Path folder) {
        if (host != null) {
            installation(host, new RealFolder(folder));
        }
    }

    /**
     * Writes the files of the code host, and prints what changes.
     *
     * @throws Refusal if they cannot be written
     */
    void write(Path folder, ProjectWriter writer, PrintWriter out) {
        CodeHost chosen = host == null ? CodeHost.NONE : host;
        String below = Repository.pathOf(folder, Optional.empty());
        if (!below.isEmpty()) {
            throw Refusal.wrongUsage("code hosts read their settings only at the root of a repository, and " + folder
                    + " is the folder " + below + " of one; give the directory a repository of its own");
        }
        var files = new RealFolder(folder);
        HostingFiles wanted = new HostingFiles(chosen, branch(folder, files), zone(files), installation(chosen, files));
        List<FileChange> changes = wanted.changes(path -> text(files, path));
        if (!dryRun) {
            // Each file is complete without the others, and needs no journal.
            changes.forEach(change -> writer.apply(Project.EMPTY, List.of(change)));
        }
        changes.forEach(change -> out.print(shown(change)));
        out.println(closing(changes.size()));
    }

    private String shown(FileChange change) {
        return change instanceof FileChange.Creation
                ? (dryRun ? "Would create " : "Created ") + change.path() + "\n"
                : UnifiedDiff.of(List.of(change));
    }

    private String closing(int changed) {
        return changed == 0
                ? "The files for Git and for the code host are up to date."
                : (dryRun ? "Would change " : "Changed ")
                        + Findings.count(changed, "file", "files")
                        + (host == CodeHost.NONE || dryRun
                                ? "."
                                : "; commit and push them. The guide publishing.md says what to set at the host.");
    }

    private String branch(Path folder, RealFolder files) {
        if (branch != null) {
            return branch;
        }
        Optional<String> written = text(files, HostingFiles.PUBLISHING).flatMap(HostingFiles::branch);
        try (History history = History.of(folder)) {
            return history.mainBranch()
                    .or(() -> written)
                    .or(history::currentBranch)
                    .orElse(USUAL_BRANCH);
        } catch (UnknownRevision e) {
            return written.orElse(USUAL_BRANCH);
        }
    }

    /** Entries begin and end in the time zone of whoever set the directory up. */
    private static String zone(RealFolder files) {
        return text(files, HostingFiles.PUBLISHING)
                .or(() -> text(files, HostingFiles.PIPELINE))
                .flatMap(HostingFiles::zone)
                .orElseGet(() -> ZoneId.systemDefault().getId());
    }

    private Installation installation(CodeHost chosen, RealFolder files) {
        if (chosen == CodeHost.NONE
                || text(files, "src/main/java/org/waymark/package-info.java").isPresent()) {
            return new Installation.Sources();
        }
        Optional<ReleaseFile> own = ReleaseFile.ofThisProgram();
        Optional<String> url = Optional.ofNullable(release).or(() -> own.flatMap(ReleaseFile::url));
        Optional<String> sum = Optional.ofNullable(sha256).or(() -> own.map(ReleaseFile::sha256));
        if (url.isEmpty() || sum.isEmpty()) {
            throw Refusal.wrongUsage("this Waymark does not know the address and the checksum of a release, as it was"
                    + " built from source; add --release URL and --sha256 SUM");
        }
        return new Installation.Release(url.get(), sum.get());
    }

    private static Optional<String> text(RealFolder folder, String path) {
        try {
            return folder.read(path, SizeLimit.TEXT).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ReadFailure("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}

package org.waymark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.diagnostic.Outcome;
import org.waymark.publish.RequestedFile;
import org.waymark.report.Baseline;
import org.waymark.report.ReportContext;
import org.waymark.source.SourceFile;
import org.waymark.source.TextFile;
import picocli.CommandLine.Option;

/** The option that tolerates the findings that a file lists. */
final class BaselineOption {
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Tolerate the findings that this file lists, and report what of it no longer occurs.")
    private @Nullable Path file;

    /**
     * A baseline as it was read.
     *
     * @param name the file, as the user named it
     * @param text what it holds, by its path from the project
     */
    record BaselineFile(Path name, SourceFile text, Outcome<Baseline> outcome) {
        static BaselineFile of(Path name, SourceFile text) {
            return new BaselineFile(name, text, Baseline.read(text));
        }

        List<Diagnostic> faults() {
            return outcome.diagnostics();
        }

        /** What writing it has changed. */
        String sinceThen(BaselineFile before) {
            Baseline now = outcome.value().orElseThrow();
            Baseline then = before.outcome.value().orElseThrow();
            return "Wrote " + name + ": "
                    + Findings.count(now.tolerated().size(), "finding", "findings") + ", of which "
                    + now.without(then) + " new; " + then.without(now) + " gone.";
        }

        /** Where its faults are. */
        ReportContext context(ProjectOptions options) {
            return Findings.context(faults(), Map.of(text.path(), text), options, false);
        }
    }

    /** The file that was named, if any. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Reads the file that was named, if any, or ends the command where it is not there. */
    Optional<BaselineFile> read(ProjectOptions options, boolean isToBeWritten) {
        if (file == null) {
            if (isToBeWritten) {
                throw options.usage("`--write-baseline` needs a file: add `--baseline FILE`");
            }
            return Optional.empty();
        }
        options.refuseSource(file, "the baseline cannot be at " + file);
        if (isToBeWritten) {
            RequestedFile.requireWritable(options.folder(), file);
        }
        String path = path(file, options);
        Optional<SourceFile> text = TextFile.read(options.folder(), file, path);
        if (text.isEmpty() && !isToBeWritten) {
            throw options.usage("there is no baseline " + file + "; `waymark check --baseline " + file
                    + " --write-baseline` makes it");
        }
        return Optional.of(BaselineFile.of(
                file, text.orElseGet(() -> SourceFile.of(path, new Baseline(List.of()).text()))));
    }

    /** Writes all findings of a run into the file that was read before. */
    static BaselineFile write(
            ProjectOptions options, BaselineFile before, List<Diagnostic> findings, Fingerprints fingerprints) {
        String text = Baseline.of(findings, fingerprints).text();
        RequestedFile.write(options.folder(), before.name(), text);
        return BaselineFile.of(before.name(), SourceFile.of(before.text().path(), text));
    }

    /** Relative to the project, as the paths of all findings are. */
    private static String path(Path file, ProjectOptions options) {
        Path folder = ReportFiles.realFolder(options.folder());
        Path real = ReportFiles.real(file);
        Path path = Objects.equals(folder.getRoot(), real.getRoot()) ? folder.relativize(real) : file;
        return path.toString().replace('\\', '/');
    }
}

package org.waymark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.Edition;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.diagnostic.Outcome;
import org.waymark.publish.RequestedFile;
import org.waymark.report.Baseline;
import org.waymark.report.ReportContext;
import org.waymark.source.SourceFile;
import org.waymark.source.TextFile;
import picocli.CommandLine.Option;

/** The option {@code --baseline}. */
final class BaselineOption {
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "Tolerate the findings listed in this file, and report any that no longer occur (default: baseline in site.yaml).")
    private @Nullable Path file;

    /**
     * A baseline file.
     *
     * @param name its path, as typed
     * @param text its content, with its path relative to the project
     */
    record BaselineFile(Path name, SourceFile text, Outcome<Baseline> outcome) {
        static BaselineFile of(Path name, SourceFile text) {
            return new BaselineFile(name, text, Baseline.read(text));
        }

        List<Diagnostic> faults() {
            return outcome.diagnostics();
        }

        /** Summarises how writing it changed it. */
        String sinceThen(BaselineFile before) {
            Baseline now = outcome.value().orElseThrow();
            Baseline then = before.outcome.value().orElseThrow();
            return "Wrote " + name + ": "
                    + Findings.count(now.tolerated().size(), "finding", "findings") + ", of which "
                    + now.without(then) + " new; " + then.without(now) + " fixed.";
        }

        /** The context for reporting its faults. */
        ReportContext context(ProjectOptions options) {
            return Findings.context(faults(), Map.of(text.path(), text), options, false);
        }
    }

    /** The baseline file, if any. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * Reads the baseline file, if any; ends the command if it does not exist.
     *
     * @param found whose settings may name it
     */
    Optional<BaselineFile> read(Edition found, ProjectOptions options, boolean isToBeWritten) {
        Optional<Path> named = file().or(() -> Strictness.baseline(found, options));
        if (named.isEmpty() && isToBeWritten) {
            throw options.usage("`--write-baseline` needs `--baseline FILE`, or `baseline` in content/site.yaml");
        }
        return named.map(path -> read(path, options, isToBeWritten));
    }

    private static BaselineFile read(Path file, ProjectOptions options, boolean isToBeWritten) {
        options.refuseSource(file, "the baseline cannot be at " + file);
        if (isToBeWritten) {
            RequestedFile.requireWritable(options.folder(), file);
        }
        String path = path(file, options);
        Optional<SourceFile> text = TextFile.read(options.folder(), file, path);
        if (text.isEmpty() && !isToBeWritten) {
            throw options.usage("there is no baseline " + file + "; `waymark check --baseline " + file
                    + " --write-baseline` creates it");
        }
        return BaselineFile.of(file, text.orElseGet(() -> SourceFile.of(path, new Baseline(List.of()).text())));
    }

    /** Writes all findings of a run to the file. */
    static BaselineFile write(
            ProjectOptions options, BaselineFile before, List<Diagnostic> findings, Fingerprints fingerprints) {
        String text = Baseline.of(findings, fingerprints).text();
        RequestedFile.write(options.folder(), before.name(), text);
        return BaselineFile.of(before.name(), SourceFile.of(before.text().path(), text));
    }

    /** Relative to the project, like the paths of all findings. */
    private static String path(Path file, ProjectOptions options) {
        Path folder = ReportFiles.realFolder(options.folder());
        Path real = ReportFiles.real(file);
        Path path = Objects.equals(folder.getRoot(), real.getRoot()) ? folder.relativize(real) : file;
        return path.toString().replace('\\', '/');
    }
}

package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.publish.Comparison;
import org.waymark.publish.Difference;
import org.waymark.publish.Manifest;
import org.waymark.report.JsonEscaper;
import org.waymark.schema.Choice;
import org.waymark.source.Invisible;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a published folder with its manifest. */
@Command(
        name = "verify",
        description = "Compares a published folder with its manifest.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {"", "Exit codes: 0 the same, 1 different, 2 no manifest, 3 a file cannot be read."})
final class VerifyCommand implements Callable<Integer> {
    /** For each kind of difference; the rest is counted. */
    private static final int SHOWN = 20;

    private static final Path HERE = Path.of("");
    private static final String TEXT = "text";
    private static final String JSON = "json";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "site-output",
            description = "Folder to compare (default: site-output).")
    private Path folder = Path.of("site-output");

    @Option(
            names = {"-m", "--manifest"},
            paramLabel = "FILE",
            description = "Manifest, for a copy without one (default: .waymark/manifest in the folder).")
    private @Nullable Path manifest;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = VerifyFormatConverter.class,
            description = "Output format: text or json (default: text).")
    private String format = TEXT;

    @Override
    public Integer call() {
        Comparison comparison = find().orElseThrow(() -> noManifest());
        if (comparison.manifest().state() == Manifest.State.WITHOUT_DIGESTS) {
            throw usage("the manifest of " + folder.normalize()
                    + " is from an earlier version of Waymark and has no checksums; build again");
        }
        if (format.equals(JSON)) {
            spec.commandLine().getOut().println(JsonEscaper.of(Json.indented(json(comparison))));
        } else {
            print(comparison);
        }
        if (!comparison.differences(Difference.Kind.UNREADABLE).isEmpty()) {
            return ExitCode.FAILURE;
        }
        return comparison.isSame() ? ExitCode.OK : ExitCode.CONTENT;
    }

    private Optional<Comparison> find() {
        return manifest == null ? Comparison.of(HERE, folder) : Comparison.of(HERE, folder, manifest);
    }

    private ParameterException noManifest() {
        return manifest == null
                ? usage("there is no manifest in " + folder.normalize()
                        + "; name a folder that Waymark has published to, or a manifest with --manifest")
                : usage("there is no file " + manifest);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void print(Comparison comparison) {
        PrintWriter out = spec.commandLine().getOut();
        for (Difference.Kind kind : Difference.Kind.values()) {
            List<Difference> differences = comparison.differences(kind);
            differences.stream().limit(SHOWN).forEach(difference -> out.println(line(difference)));
            if (differences.size() > SHOWN) {
                out.println(" ".repeat(12) + "and "
                        + Findings.count(differences.size() - SHOWN, "more file", "more files") + " " + phrase(kind));
            }
        }
        out.println(closing(comparison));
    }

    /** Shows invisible characters of a name as escapes. */
    private static String line(Difference difference) {
        String path = difference
                .path()
                .codePoints()
                .mapToObj(c ->
                        Invisible.is(c) || c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
        return (word(difference.kind()) + " ".repeat(12)).substring(0, 12)
                + path
                + (difference.detail().isEmpty() ? "" : ": " + difference.detail());
    }

    private String closing(Comparison comparison) {
        String name = folder.normalize().toString();
        return switch (comparison.manifest().state()) {
            case UNFINISHED ->
                name + " has parts of two editions: a publication was interrupted. Build again to complete it.";
            case DAMAGED -> "The manifest of " + name + " is damaged. Build again.";
            default ->
                comparison.isSame()
                        ? same(name, comparison.manifest())
                        : name + " differs from what was published: " + counts(comparison) + ".";
        };
    }

    private static String same(String name, Manifest manifest) {
        Optional<String> day = Optional.ofNullable(manifest.facts().get("day"));
        return name + " matches what was published: "
                + Findings.count(manifest.digests().size(), "file", "files")
                + day.map(date -> " for " + date).orElse("")
                + ".";
    }

    private static String counts(Comparison comparison) {
        return Stream.of(Difference.Kind.values())
                .filter(kind -> !comparison.differences(kind).isEmpty())
                .map(kind -> Findings.count(comparison.differences(kind).size(), "file", "files") + " " + phrase(kind))
                .collect(Collectors.joining(", "));
    }

    private static String phrase(Difference.Kind kind) {
        return switch (kind) {
            case MISSING -> "missing";
            case CHANGED -> "changed";
            case FOREIGN -> "not published by Waymark";
            case UNREADABLE -> "unreadable";
        };
    }

    private static String word(Difference.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Members json(Comparison comparison) {
        Members members = Json.object()
                .add("same", comparison.isSame())
                .add("manifest", word(comparison.manifest().state()))
                .add("facts", comparison.manifest().facts());
        for (Difference.Kind kind : Difference.Kind.values()) {
            members.add(
                    word(kind),
                    comparison.differences(kind).stream()
                            .map(VerifyCommand::json)
                            .toList());
        }
        return members;
    }

    private static Members json(Difference difference) {
        return Json.object()
                .add("path", difference.path())
                .add("detail", Optional.of(difference.detail()).filter(detail -> !detail.isEmpty()));
    }

    private static String word(Manifest.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Reads the name of a format, ignoring case. */
    static final class VerifyFormatConverter extends FieldTypeConverter<String> {
        VerifyFormatConverter() {
            super("--format", new Choice<>(new TreeMap<>(Map.of(TEXT, TEXT, JSON, JSON))));
        }

        @Override
        public String convert(String text) {
            return super.convert(text.toLowerCase(Locale.ROOT));
        }
    }
}

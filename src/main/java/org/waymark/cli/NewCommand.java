package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Settings;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.Reference;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.Span;
import org.waymark.source.TextFile;
import org.waymark.tool.edit.ChangedProject;
import org.waymark.tool.edit.NewEntry;
import org.waymark.tool.edit.Refusal;
import org.waymark.tool.edit.TypedFields;
import org.waymark.tool.edit.UnifiedDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a new entry, from options or answers. */
@Command(
        name = "new",
        description = "Adds an entry. On a terminal, asks for required fields that are not set.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "A list takes several values: --set services=health-checks,extended-access, or one --set for each.",
            "Put a backslash before a comma inside a value. Name the members of a group with a dot;",
            "repeating a member starts the next group of a list:",
            "  --set sources.title='Annual report' --set sources.url=https://www.example.org/ …",
            "To see the fields of a kind: waymark schema KIND"
        })
final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindArgument.Converter.class,
            completionCandidates = KindArgument.EntryKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a kind that the project declares.")
    private KindArgument kindName;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID",
            description = "Id, which is the file name without its extension (default: from the title or name).")
    private @Nullable String id;

    @Option(
            names = {"-v", "--set"},
            paramLabel = "FIELD=VALUE",
            description = "Value of a field; may be repeated.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--text", paramLabel = "TEXT", description = "Text of the entry, in Markdown.")
    private @Nullable String text;

    @Option(
            names = "--text-file",
            paramLabel = "FILE",
            description = "File with the text of the entry; - reads standard input.")
    private @Nullable Path textFile;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Show the file without writing it.")
    private boolean dryRun;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Project project = dryRun ? options.read() : options.readToChange();
        Settings settings = options.settings(Optional.empty());
        Directory directory = Build.once().check(project, settings).directory();
        Kind kind = kindName.ofEntries(directory.kinds(), options);
        try {
            TypedFields fields = typed(kind);
            fields.resolveNames(directory);
            Optional<String> body = body();
            Interview.keyboard()
                    .filter(in -> !isStandardInput())
                    .map(in -> new Interview(in, out, fields, directory, settings.asOf()))
                    .ifPresent(interview -> interview.askFor(kind.fields()));
            fields.setMissingDates(settings.asOf());
            requireValid(kind, fields, directory);
            FileChange change = NewEntry.of(directory, project, kind, Optional.ofNullable(id), fields, body);
            requireValid(project, change, settings);
            if (dryRun) {
                out.print(TerminalEscaper.ofLines(UnifiedDiff.of(project, List.of(change))));
            } else {
                options.writer().apply(project, List.of(change));
                out.println("Wrote " + change.path() + ".");
                out.println(next(kind, fields, body.isPresent()));
            }
            return ExitCode.OK;
        } catch (Refusal e) {
            throw options.usage(String.valueOf(e.getMessage()));
        }
    }

    private static String next(Kind kind, TypedFields fields, boolean hasText) {
        String last = fields.has(CommonFields.DRAFT.name()) ? "remove the line `draft: yes`" : "run waymark check";
        return "Next: "
                + (kind.place().hasBody() && !hasText ? "open it and write the text, then " : "")
                + last + ". waymark serve --open shows it.";
    }

    private boolean isStandardInput() {
        return textFile != null && textFile.toString().equals("-");
    }

    /** The text of the entry, if given. */
    private Optional<String> body() {
        if (text != null && textFile != null) {
            throw options.usage("give either --text or --text-file");
        }
        if (textFile == null) {
            return Optional.ofNullable(text);
        }
        if (!isStandardInput()) {
            return Optional.of(TextFile.read(options.folder(), textFile, textFile.toString())
                    .orElseThrow(() -> options.usage("there is no file " + textFile))
                    .text());
        }
        try {
            return Optional.of(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw options.usage("cannot read standard input: " + e.getMessage());
        }
    }

    private TypedFields typed(Kind kind) {
        var fields = new TypedFields(kind);
        for (String each : set) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw options.usage("`--set " + each + "` must have the form FIELD=VALUE");
            }
            fields.set(each.substring(0, equals), each.substring(equals + 1));
        }
        return fields;
    }

    /** Reports everything missing or wrong at once. */
    private void requireValid(Kind kind, TypedFields fields, Directory directory) {
        var missing = new LinkedHashMap<String, String>();
        for (Field<?> field : kind.fields()) {
            if (field.isRequired() && !fields.has(field.name())) {
                missing.putAll(examples(field.name(), field, directory));
            }
        }
        List<Diagnostic> wrong =
                kind
                        .decode(new Id("new"), fields.mapping(), Span.startOf("new"), Optional.empty())
                        .diagnostics()
                        .stream()
                        .filter(finding ->
                                missing.isEmpty() || !finding.message().startsWith(kind.phrase() + " needs"))
                        .toList();
        if (!missing.isEmpty() || !wrong.isEmpty()) {
            var message = new StringBuilder();
            wrong.forEach(finding -> message.append(sentence(finding)).append('\n'));
            if (!missing.isEmpty()) {
                message.append(kind.phrase()).append(" also needs:");
                missing.forEach((option, doc) -> message.append("\n  ")
                        .append(option)
                        .append("  (")
                        .append(doc)
                        .append(')'));
            }
            throw options.usage(message.toString().strip());
        }
    }

    /** The options that set a field, with their descriptions. */
    private static Map<String, String> examples(String path, Field<?> field, Directory directory) {
        var examples = new LinkedHashMap<String, String>();
        FieldType<?> type = field.type();
        FieldType<?> item = type instanceof ListOf<?> items ? items.item() : type;
        if (item instanceof Group<?> group) {
            group.fields().stream()
                    .filter(Field::isRequired)
                    .forEach(part -> examples.putAll(examples(path + "." + part.name(), part, directory)));
        } else if (item instanceof Reference reference) {
            List<Kind> targets = reference.kinds().stream()
                    .map(name -> directory.kinds().named(name).orElseThrow())
                    .toList();
            Optional<Entry> first = targets.stream().flatMap(directory::entries).findFirst();
            examples.put(
                    "--set " + path + "="
                            + first.map(entry -> reference.typed(entry.kind().name(), entry.id()))
                                    .orElse("…"),
                    field.doc()
                            + (first.isPresent()
                                    ? ""
                                    : "; there is none yet, add it first: waymark new "
                                            + targets.get(0).name()));
        } else {
            String example = type.example().replaceAll("^\\[|\\]$", "");
            String quote = example.matches("[\\w.,:/@-]+") ? "" : "'";
            examples.put("--set " + path + "=" + quote + example + quote, field.doc());
        }
        return examples;
    }

    /** Reports what a check finds in the new file, before it is written. */
    private void requireValid(Project project, FileChange change, Settings settings) {
        Project with = ChangedProject.of(project, List.of(change));
        List<String> before = messages(Build.once().check(project, settings).diagnostics(), change.path());
        List<String> after =
                new ArrayList<>(messages(Build.once().check(with, settings).diagnostics(), change.path()));
        before.forEach(after::remove);
        if (!after.isEmpty()) {
            throw options.usage(String.join("\n", after));
        }
    }

    private static List<String> messages(List<Diagnostic> found, String path) {
        return found.stream()
                .filter(finding -> finding.isError() && finding.span().path().equals(path))
                .map(NewCommand::sentence)
                .toList();
    }

    private static String sentence(Diagnostic finding) {
        return finding.message() + finding.help().map(help -> "; " + help).orElse("");
    }
}

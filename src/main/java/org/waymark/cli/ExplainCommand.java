package org.waymark.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.content.ProjectShape;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Explanation;
import org.waymark.directory.Kinds;
import org.waymark.render.TemplateData;
import org.waymark.report.TerminalEscaper;
import org.waymark.source.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a code, or lists all codes. */
@Command(
        name = "explain",
        description = "Explains a finding: what it means, why it matters, and an example.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            completionCandidates = AllCodes.class,
            description = "Code in square brackets, such as unknown-reference (default: list all).")
    private @Nullable String code;

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description =
                    "Print the data available to a template such as page/entry.ftlh, with the fields of the project.")
    private @Nullable String template;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (template != null) {
            if (code != null) {
                throw options.usage("give either CODE or --template");
            }
            out.print(TerminalEscaper.ofLines(templateData(template)));
            return ExitCode.OK;
        }
        if (code == null) {
            int widest = Codes.names().stream().mapToInt(String::length).max().orElse(0);
            for (Code each : Codes.ALL) {
                out.println(each.name()
                        + " ".repeat(widest + 2 - each.name().length())
                        + (each.severity().word() + "    ").substring(0, 9)
                        + each.summary());
            }
            return ExitCode.OK;
        }
        Optional<Code> known = Codes.named(bare(code));
        if (known.isEmpty()) {
            String help = DidYouMean.question(code, Codes.names()).orElse("`waymark explain` lists them all");
            throw new ParameterException(spec.commandLine(), "there is no code `" + code + "`; " + help);
        }
        out.print(Explanation.of(known.get()).text());
        return ExitCode.OK;
    }

    private String templateData(String typed) {
        Project project = options.read();
        Kinds kinds = ProjectShape.of(project).value().orElseGet(ProjectShape::ofDefault);
        List<String> names = TemplateData.names(kinds, project);
        String name = typed.replace('\\', '/').replaceFirst("^(?:\\./)?templates/", "");
        String whole = name.endsWith(".ftlh") ? name : name + ".ftlh";
        if (!names.contains(whole)) {
            throw options.usage("there is no template `" + typed + "`; "
                    + near(whole, names)
                            .orElse("the pages have "
                                    + names.stream()
                                            .filter(each -> each.startsWith("page/"))
                                            .collect(Collectors.joining(", "))));
        }
        return TemplateData.of(whole, kinds, project);
    }

    /** The template of nearly the same name, in the same folder if one is given. */
    private static Optional<String> near(String typed, List<String> names) {
        String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        Map<String, String> byName = new TreeMap<>();
        names.stream().filter(name -> name.startsWith(folder)).forEach(name -> byName.put(bareName(name), name));
        return DidYouMean.nearest(bareName(typed), byName.keySet())
                .map(name -> "did you mean `" + byName.get(name) + "`?");
    }

    private static String bareName(String template) {
        return template.substring(template.lastIndexOf('/') + 1).replaceFirst("\\.ftlh$", "");
    }

    /** The code alone, if it was copied from a finding: {@code error[broken-link]:}. */
    private static String bare(String typed) {
        return typed.replaceFirst("^(?:error|warning)?\\[", "").replaceFirst("\\]:?$", "");
    }

    /** All codes, for completion. */
    static final class AllCodes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Codes.names().iterator();
        }
    }
}

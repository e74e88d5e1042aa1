package org.waymark.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.check.Rules;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.schema.Id;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/**
 * Counts what the language rules find in prose that they have never seen, and what share of it a person has judged to
 * be right. Judgements are kept in {@code src/bench/judgements.tsv}, by rule, fingerprint and verdict, without any of
 * the text.
 */
final class ProseFindings {
    private static final Path JUDGEMENTS = Path.of("src/bench/judgements.tsv");
    private static final String HELP = """
            --write MARKDOWN FOLDER   makes a directory in FOLDER of the Markdown files in MARKDOWN, then counts
            --count FOLDER            prints findings by rule, with the share of judged ones that are right
            --show FOLDER RULE [N]    prints N findings that nobody has judged, always the same ones: 20 unless said
            --judge FOLDER            adds lines with a fingerprint and `right` or `wrong` from standard input
            """;
    /** A page with more characters is divided at its headings. */
    private static final int LONG_PAGE = 3_000;

    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,3} +(?=\\S)");
    private static final int CONTEXT = 110;

    private final Map<String, SourceFile> files;
    private final List<Diagnostic> findings;
    private final Fingerprints fingerprints;
    private final int entries;

    private ProseFindings(Path folder) {
        Project project = ProjectReader.read(folder);
        Edition edition = Build.once().check(project, new Settings(GeneratedDirectory.AS_OF, Optional.empty()));
        files = project.content().stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
        findings = edition.diagnostics();
        fingerprints = new Fingerprints(findings, files);
        entries = project.content().size();
    }

    /** @throws IOException if a folder cannot be read or written */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        switch (arguments.length == 0 ? "--help" : arguments[0]) {
            case "--write" -> {
                write(Path.of(arguments[1]), Path.of(arguments[2]));
                new ProseFindings(Path.of(arguments[2])).count(out);
            }
            case "--count" -> new ProseFindings(Path.of(arguments[1])).count(out);
            case "--show" ->
                new ProseFindings(Path.of(arguments[1]))
                        .show(out, arguments[2], arguments.length > 3 ? Integer.parseInt(arguments[3]) : 20);
            case "--judge" -> new ProseFindings(Path.of(arguments[1])).judge();
            default -> out.print(HELP);
        }
    }

    private static void write(Path markdown, Path folder) throws IOException {
        Path pages = Files.createDirectories(folder.resolve("content/pages"));
        Files.writeString(folder.resolve("content/site.yaml"), """
                title: Foreign prose
                summary: What others have written.
                publisher: {name: Example, url: https://www.example.org/}
                language: en-GB
                base-url: https://directory.example.org/
                contact: {email: editors@example.org}
                source: {title: Example, publisher: Example, url: https://www.example.org/, published: 2021}
                """);
        // Without a glossary, abbreviations are not checked.
        Files.writeString(
                folder.resolve("content/glossary.yaml"), "- {term: entry, definition: A text of a directory.}\n");
        try (Stream<Path> all = Files.list(markdown)) {
            for (Path file : all.sorted().toList()) {
                String name = Id.from(file.getFileName().toString().replaceFirst("\\.md$", ""))
                        .toString();
                List<String> parts = divided(Files.readString(file).replace("\u0000", ""));
                for (int i = 0; i < parts.size(); i++) {
                    String end = i == 0 ? "" : "-" + (i + 1);
                    String id = name.substring(0, Math.min(name.length(), 70)).replaceFirst("-$", "") + end;
                    Files.writeString(pages.resolve(id + ".md"), entry(parts.get(i)));
                }
            }
        }
    }

    /** In parts of about the length of a page. A line of code that begins like a heading is not one. */
    private static List<String> divided(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean isCode = false;
        for (String line : text.split("(?<=\n)")) {
            isCode ^= line.strip().startsWith("```");
            if (!isCode && part.length() > LONG_PAGE && HEADING.matcher(line).lookingAt()) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(line);
        }
        parts.add(part.toString());
        return parts;
    }

    /** A page with its own first heading as its title. */
    private static String entry(String text) {
        var heading = HEADING.matcher(text);
        String title = heading.find()
                ? text.substring(heading.end()).lines().findFirst().orElse("")
                : "";
        String plain = title.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("[*_`\\\\]", "")
                .strip();
        String quoted =
                (plain.isEmpty() ? "A page" : plain.substring(0, Math.min(80, plain.length()))).replace("'", "''");
        return "---\ntitle: '" + quoted + "'\nsummary: A text of others.\n---\n\n" + text;
    }

    private static boolean isOfLanguage(String rule) {
        return Stream.of(
                        Rules.OF_TEXT.stream().map(each -> each.code().name()),
                        Rules.OF_FILE.stream().map(each -> each.code().name()),
                        Stream.of("vague-link-text", "unsafe-link", "misleading-link"))
                .flatMap(Function.identity())
                .anyMatch(rule::equals);
    }

    private void count(PrintStream out) throws IOException {
        Map<String, Boolean> verdicts = verdicts();
        var counts = new TreeMap<String, int[]>();
        Rules.OF_TEXT.forEach(rule -> counts.put(rule.code().name(), new int[3]));
        for (Diagnostic finding : findings) {
            if (isOfLanguage(finding.code().name())) {
                int[] count = counts.computeIfAbsent(finding.code().name(), name -> new int[3]);
                count[0]++;
                Boolean verdict = verdicts.get(fingerprints.of(finding));
                count[1] += verdict == null ? 0 : 1;
                count[2] += Boolean.TRUE.equals(verdict) ? 1 : 0;
            }
        }
        out.println(entries + " entries");
        out.printf("%-24s %8s %8s %8s%n", "rule", "findings", "judged", "right");
        counts.forEach((rule, count) -> out.printf(
                "%-24s %8d %8d %8s%n",
                rule, count[0], count[1], count[1] == 0 ? "" : 100 * count[2] / count[1] + " %"));
    }

    private void show(PrintStream out, String rule, int most) throws IOException {
        Map<String, Boolean> verdicts = verdicts();
        var byFingerprint = new TreeMap<String, Diagnostic>();
        findings.stream()
                .filter(finding -> finding.code().name().equals(rule))
                .filter(finding -> !verdicts.containsKey(fingerprints.of(finding)))
                .forEach(finding -> byFingerprint.put(fingerprints.of(finding), finding));
        byFingerprint.entrySet().stream()
                .limit(most)
                .forEach(each -> out.println(each.getKey() + " " + inContext(each.getValue())));
    }

    /** The location, and the words there with some context. */
    private String inContext(Diagnostic finding) {
        SourceFile file = files.get(finding.span().path());
        if (file == null) {
            return finding.message();
        }
        int start = file.offset(finding.span().start());
        int end = file.offset(finding.span().end());
        String before = file.text().substring(Math.max(0, start - CONTEXT), start);
        String after = file.text().substring(end, Math.min(file.text().length(), end + CONTEXT));
        String words = before + "[[" + file.text().substring(start, end) + "]]" + after;
        return file.path().replaceFirst(".*/", "") + ":"
                + finding.span().start().line() + "\n    " + words.replaceAll("\\s+", " ");
    }

    private void judge() throws IOException {
        Map<String, String> rules = new HashMap<>();
        findings.forEach(
                finding -> rules.put(fingerprints.of(finding), finding.code().name()));
        List<String> lines = new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        var judged = new TreeMap<String, String>();
        for (String line : Files.exists(JUDGEMENTS) ? Files.readAllLines(JUDGEMENTS) : List.<String>of()) {
            judged.put(line.substring(0, line.lastIndexOf('\t')), line);
        }
        for (String line : lines) {
            String[] parts = line.strip().split("\\s+");
            String rule = rules.get(parts[0]);
            if (rule == null || parts.length != 2 || !(parts[1].equals("right") || parts[1].equals("wrong"))) {
                throw new IllegalArgumentException("expected a fingerprint and `right` or `wrong`, found " + line);
            }
            judged.put(rule + "\t" + parts[0], rule + "\t" + parts[0] + "\t" + parts[1]);
        }
        Files.write(JUDGEMENTS, judged.values());
    }

    private static Map<String, Boolean> verdicts() throws IOException {
        return Files.exists(JUDGEMENTS)
                ? Files.readAllLines(JUDGEMENTS).stream()
                        .map(line -> line.split("\t"))
                        .collect(Collectors.toMap(line -> line[1], line -> line[2].equals("right")))
                : Map.of();
    }
}

package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.source.FileChange;
import org.waymark.tool.edit.HostingFile.Upkeep;

/**
 * The files with which a code host checks and publishes a directory, complete: there is nothing in them to edit.
 *
 * @param branch the one that is published
 * @param zone the time zone in which entries begin and end
 */
public record HostingFiles(CodeHost host, String branch, String zone, Installation installation) {
    /** The file that says which branch is published. */
    public static final String PUBLISHING = ".github/workflows/publish.yml";

    /** The file of GitLab. */
    public static final String PIPELINE = ".gitlab-ci.yml";

    private static final Pattern ZONE = Pattern.compile("(?m)^ {2}TZ: (\\S+)$");
    private static final Pattern BRANCH = Pattern.compile("(?m)^ {4}branches: \\[([\\w./-]+)]$");
    private static final Pattern UNQUOTED = Pattern.compile("[A-Za-z][\\w./-]*");

    /** Settings of Git, for a directory on any host. */
    public static List<HostingFile> forGit() {
        return List.of(
                new HostingFile(".gitattributes", Upkeep.COMPLETED, InitResource.read("gitattributes")),
                new HostingFile(".gitignore", Upkeep.COMPLETED, InitResource.read("gitignore")));
    }

    /** The time zone that an earlier run wrote. */
    public static Optional<String> zone(String text) {
        return first(ZONE, text);
    }

    /** The branch that an earlier run wrote for GitHub. */
    public static Optional<String> branch(String text) {
        return first(BRANCH, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** All files, those for Git included. */
    public List<HostingFile> all() {
        return Stream.concat(forGit().stream(), forHost()).toList();
    }

    /**
     * The changes that bring a repository up to date.
     *
     * @param existing the text of a file at a path
     * @throws Refusal if someone else's file is in the way
     */
    public List<FileChange> changes(Function<String, Optional<String>> existing) {
        var changes = new ArrayList<FileChange>();
        boolean isFirst =
                existing.apply(PUBLISHING).or(() -> existing.apply(PIPELINE)).isEmpty();
        all().stream()
                .filter(file -> isFirst || file.upkeep() != Upkeep.ONCE)
                .forEach(file -> file.change(existing.apply(file.path())).ifPresent(changes::add));
        return changes;
    }

    private Stream<HostingFile> forHost() {
        return switch (host) {
            case GITHUB -> forGithub();
            case GITLAB -> forGitlab();
            case NONE -> Stream.empty();
        };
    }

    private Stream<HostingFile> forGithub() {
        String action = installation instanceof Installation.Sources ? "action-source.yml" : "action-release.yml";
        Stream<HostingFile> workflows = Stream.of("check", "comment", "publish", "weekly")
                .map(name -> "workflows/" + name + ".yml")
                .map(name -> file(".github/" + name, Upkeep.REPLACED, "github/" + name));
        Stream<HostingFile> starts = Stream.of(
                        "dependabot.yml", "ISSUE_TEMPLATE/new-entry.yml", "ISSUE_TEMPLATE/question.yml")
                .map(name -> file(".github/" + name, Upkeep.ONCE, "github/" + name));
        return Stream.of(
                        Stream.of(file(".github/actions/waymark/action.yml", Upkeep.REPLACED, "github/" + action)),
                        workflows,
                        starts,
                        Stream.of(file(".github/pull_request_template.md", Upkeep.ONCE, "change-request.md")))
                .flatMap(files -> files);
    }

    private Stream<HostingFile> forGitlab() {
        return Stream.of(
                file(PIPELINE, Upkeep.REPLACED, "gitlab/gitlab-ci.yml"),
                file("renovate.json", Upkeep.ONCE, "gitlab/renovate.json"),
                file(".gitlab/issue_templates/New entry.md", Upkeep.ONCE, "gitlab/issue_templates/new-entry.md"),
                file(".gitlab/issue_templates/Question.md", Upkeep.ONCE, "gitlab/issue_templates/question.md"),
                file(".gitlab/merge_request_templates/Default.md", Upkeep.ONCE, "change-request.md"));
    }

    private HostingFile file(String path, Upkeep upkeep, String resource) {
        return new HostingFile(path, upkeep, filled(InitResource.read(resource)));
    }

    /** A text with its placeholders filled in. */
    private String filled(String text) {
        String whole = withBlocks(text);
        for (var word : words().entrySet()) {
            whole = whole.replace("@" + word.getKey() + "@", word.getValue());
        }
        return whole;
    }

    /** A placeholder for several lines is on a line of its own, whose indentation they get. */
    private String withBlocks(String text) {
        return text.lines()
                .flatMap(line -> {
                    String indentation = line.substring(
                            0, line.length() - line.stripLeading().length());
                    return block(line.strip())
                            .map(block ->
                                    withBlocks(block).lines().map(each -> each.isEmpty() ? "" : indentation + each))
                            .orElseGet(() -> Stream.of(line));
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private Optional<String> block(String name) {
        boolean isGithub = host == CodeHost.GITHUB;
        return switch (name) {
            case "@INSTALLATION@" ->
                Optional.of(InitResource.read(
                        installation instanceof Installation.Sources ? "gitlab/source.yml" : "gitlab/release.yml"));
            case "@PUSH_LEDGER@" -> Optional.of(InitResource.read("push-ledger.sh"));
            case "@RECORDED@" ->
                Optional.of(isGithub ? "echo recorded=yes >> \"$GITHUB_OUTPUT\"\nexit 0\n" : "exit 0\n");
            case "@SUPERSEDED@" -> Optional.of(isGithub ? "exit 0\n" : "exit 75\n");
            default -> Optional.empty();
        };
    }

    private Map<String, String> words() {
        boolean isGithub = host == CodeHost.GITHUB;
        return Map.of(
                "BRANCH_FILTER", filter(branch),
                "ZONE", zone,
                "ERROR", isGithub ? "::error::" : "",
                "WARNING", isGithub ? "::warning::" : "",
                "HINT",
                        isGithub
                                ? "To have it done for you, let GitHub Actions bypass the rule that protects the branch."
                                : "To have it done for you, allow Git push requests to the repository in the project's"
                                        + " settings, under CI/CD, Job token permissions.",
                "RELEASE_URL", installation instanceof Installation.Release release ? release.url() : "",
                "RELEASE_SHA256", installation instanceof Installation.Release release ? release.sha256() : "");
    }

    /** A branch as a pattern of GitHub, in which some characters are special, and as YAML. */
    private static String filter(String branch) {
        if (UNQUOTED.matcher(branch).matches()) {
            return branch;
        }
        return "'" + branch.replaceAll("[+!]", "\\\\$0").replace("'", "''") + "'";
    }
}

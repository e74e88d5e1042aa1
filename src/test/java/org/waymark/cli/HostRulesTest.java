package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.tool.edit.CodeHost;
import org.waymark.tool.edit.HostingFile;
import org.waymark.tool.edit.HostingFiles;
import org.waymark.tool.edit.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Rules of GitHub and GitLab that the schemas of their files do not express, as their documentation states them. A file
 * that breaks one is rejected as a whole, and only the host reports it.
 */
class HostRulesTest {
    private static final List<Installation> INSTALLATIONS = List.of(
            new Installation.Sources(), new Installation.Release("https://example.org/a.tar.gz", "0".repeat(64)));

    /** Events that start a workflow, of those that we use, and the keys that each allows. */
    private static final Map<String, Set<String>> EVENTS = Map.of(
            "pull_request", Set.of("branches", "types", "paths"),
            "merge_group", Set.of("types"),
            "push", Set.of("branches", "tags", "paths"),
            "schedule", Set.of(),
            "workflow_dispatch", Set.of("inputs"),
            "workflow_run", Set.of("workflows", "types", "branches"));

    private static final Set<String> PERMISSIONS = Set.of(
            "actions",
            "attestations",
            "checks",
            "contents",
            "deployments",
            "discussions",
            "id-token",
            "issues",
            "packages",
            "pages",
            "pull-requests",
            "security-events",
            "statuses");

    /** What an action may do only with a permission; some need it only in private repositories. */
    private static final Map<String, List<String>> NEEDS = Map.of(
            "actions/checkout", List.of("contents"),
            "actions/configure-pages", List.of("pages"),
            "actions/deploy-pages", List.of("pages: write", "id-token: write"),
            "github/codeql-action/upload-sarif", List.of("contents", "actions", "security-events: write"));

    private static final Pattern JOB_ID = Pattern.compile("[A-Za-z_][\\w-]*");
    private static final Pattern EXPOSED = Pattern.compile("[\\w -]+");
    private static final Pattern CRON = Pattern.compile("\\d+ \\d+ [*\\d]+ [*\\d]+ [*\\d]+");

    private record Named(String path, JsonNode yaml) {
        @Override
        public String toString() {
            return path;
        }
    }

    private static Stream<Named> files(CodeHost host, String prefix) {
        return INSTALLATIONS.stream()
                .flatMap(installation -> new HostingFiles(host, "main", "Europe/London", installation).all().stream())
                .filter(file -> file.path().startsWith(prefix) && file.path().endsWith(".yml"))
                .filter(file -> file.upkeep() != HostingFile.Upkeep.COMPLETED)
                .map(file -> new Named(file.path(), new YAMLMapper().readTree(file.text())));
    }

    static Stream<Named> workflows() {
        return files(CodeHost.GITHUB, ".github/workflows/");
    }

    static Stream<Named> forms() {
        return files(CodeHost.GITHUB, ".github/ISSUE_TEMPLATE/");
    }

    static Stream<Named> pipelines() {
        return files(CodeHost.GITLAB, HostingFiles.PIPELINE);
    }

    private static Stream<JsonNode> jobs(Named workflow) {
        return workflow.yaml().path("jobs").valueStream();
    }

    private static Stream<JsonNode> steps(Named workflow) {
        return jobs(workflow).flatMap(job -> job.path("steps").valueStream());
    }

    private static String action(JsonNode step) {
        return step.path("uses").asString("").replaceFirst("@.*", "");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void startOnEventsThatThereAre(Named workflow) {
        workflow.yaml().path("on").properties().forEach(event -> {
            Set<String> keys = EVENTS.get(event.getKey());
            assertTrue(keys != null, workflow + ": " + event.getKey());
            event.getValue().propertyNames().forEach(key -> assertTrue(keys.contains(key), workflow + ": " + key));
        });
        workflow.yaml()
                .at("/on/schedule")
                .forEach(schedule -> assertTrue(
                        CRON.matcher(schedule.path("cron").asString()).matches(), workflow + ": " + schedule));
    }

    /** A workflow that another one starts is found by the name in that one's file. */
    @Test
    void followWorkflowsOfTheirRealNames() {
        Set<String> names = new HashSet<>();
        workflows().forEach(workflow -> names.add(workflow.yaml().path("name").asString()));
        List<String> followed = workflows()
                .flatMap(workflow ->
                        workflow.yaml().at("/on/workflow_run/workflows").valueStream())
                .map(JsonNode::asString)
                .toList();
        assertTrue(!followed.isEmpty() && names.containsAll(followed), followed.toString());
    }

    /** A required check that a merge queue does not start would block the queue for ever. */
    @Test
    void checkTheMergeQueue() {
        assertEquals(
                2,
                workflows()
                        .filter(workflow -> workflow.yaml().path("on").has("pull_request")
                                && workflow.yaml().path("on").has("merge_group"))
                        .count());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nameJobsAndPermissionsRightly(Named workflow) {
        Set<String> jobs = new HashSet<>(workflow.yaml().path("jobs").propertyNames());
        workflow.yaml().path("jobs").properties().forEach(job -> {
            assertTrue(JOB_ID.matcher(job.getKey()).matches(), job.getKey());
            assertTrue(job.getValue().path("timeout-minutes").asInt() <= 360, job.getKey());
            job.getValue().path("permissions").properties().forEach(permission -> {
                assertTrue(PERMISSIONS.contains(permission.getKey()), workflow + ": " + permission);
                assertTrue(
                        Set.of("read", "write", "none")
                                .contains(permission.getValue().asString()),
                        workflow + ": " + permission);
            });
            JsonNode needs = job.getValue().path("needs");
            assertTrue(needs.isMissingNode() || jobs.contains(needs.asString()), workflow + ": " + needs);
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void allowWhatEachActionDoes(Named workflow) {
        jobs(workflow)
                .forEach(job -> job.path("steps")
                        .forEach(step -> NEEDS.getOrDefault(action(step), List.of())
                                .forEach(needed -> {
                                    String[] parts = needed.split(": ");
                                    String given = job.path("permissions")
                                            .path(parts[0])
                                            .asString("none");
                                    boolean isEnough =
                                            given.equals("write") || (parts.length == 1 && given.equals("read"));
                                    assertTrue(isEnough, workflow + ": " + action(step) + " needs " + needed);
                                })));
    }

    /** Those of another run need a token and the permission to read it. */
    @ParameterizedTest
    @MethodSource("workflows")
    void nameArtifactsAsFilesMayBeNamed(Named workflow) {
        steps(workflow).filter(step -> action(step).endsWith("-artifact")).forEach(step -> {
            String name = step.path("with").path("name").asString("github-pages");
            assertTrue(name.matches("[^\":<>|*?\\r\\n\\\\/]+"), workflow + ": " + name);
            int days = step.path("with").path("retention-days").asInt(1);
            assertTrue(days >= 1 && days <= 90, workflow + ": kept for " + days + " days");
        });
        jobs(workflow)
                .filter(job -> job.path("steps")
                        .valueStream()
                        .anyMatch(step -> step.path("with").has("run-id")))
                .forEach(job ->
                        assertEquals("read", job.at("/permissions/actions").asString()));
    }

    /** Composite actions have no default shell. */
    @Test
    void nameTheShellOfAnAction() {
        files(CodeHost.GITHUB, ".github/actions/")
                .forEach(action -> action.yaml()
                        .at("/runs/steps")
                        .valueStream()
                        .filter(step -> step.has("run"))
                        .forEach(step -> assertEquals("bash", step.path("shell").asString(), action.toString())));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void askInFormsThatGithubAccepts(Named form) {
        var ids = new ArrayList<String>();
        assertTrue(form.yaml().path("name").asString().length() >= 3);
        assertTrue(!form.yaml().path("description").asString("").isBlank());
        form.yaml().path("body").forEach(part -> {
            String type = part.path("type").asString();
            assertTrue(
                    Set.of("markdown", "input", "textarea", "dropdown", "checkboxes")
                            .contains(type),
                    type);
            if (!type.equals("markdown")) {
                ids.add(part.path("id").asString());
                assertTrue(!part.at("/attributes/label").asString("").isBlank(), form.toString());
            }
            List<String> options = part.at("/attributes/options")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            assertEquals(options.size(), Set.copyOf(options).size(), form.toString());
        });
        assertTrue(ids.stream().allMatch(id -> id.matches("[\\w-]+")) && !ids.isEmpty(), ids.toString());
        assertEquals(ids.size(), Set.copyOf(ids).size(), form.toString());
    }

    /** GitLab refuses the whole file if such a name has other characters, and shows no path with a variable or a star. */
    @ParameterizedTest
    @MethodSource("pipelines")
    void exposeArtifactsAsGitlabAllows(Named pipeline) {
        List<JsonNode> exposed = pipeline.yaml()
                .valueStream()
                .map(job -> job.path("artifacts"))
                .filter(artifacts -> artifacts.has("expose_as"))
                .toList();
        assertEquals(1, exposed.size());
        exposed.forEach(artifacts -> {
            assertTrue(EXPOSED.matcher(artifacts.path("expose_as").asString()).matches(), artifacts.toString());
            assertTrue(artifacts.path("expose_as").asString().length() <= 100, artifacts.toString());
            artifacts.path("paths").forEach(path -> assertTrue(!path.asString().matches(".*[$*].*"), path.toString()));
        });
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void keepToTheLimitsOfGitlab(Named pipeline) {
        pipeline.yaml().properties().forEach(job -> {
            assertTrue(job.getKey().length() <= 255, job.getKey());
            JsonNode caches = job.getValue().path("cache");
            assertTrue(caches.size() <= 4, job.getKey() + " has too many caches");
            caches.forEach(cache -> assertTrue(cache.at("/key/files").size() <= 2, cache.toString()));
            JsonNode parent = job.getValue().path("extends");
            assertTrue(parent.isMissingNode() || pipeline.yaml().has(parent.asString()), job.getKey());
        });
        assertTrue(pipeline.yaml().path("pages").path("script").isArray());
        assertTrue(pipeline.yaml()
                .at("/pages/artifacts/paths")
                .valueStream()
                .anyMatch(path -> path.asString()
                        .equals(pipeline.yaml().at("/pages/pages/publish").asString())));
    }

    @Test
    void namesTheEcosystemsOfDependabot() {
        files(CodeHost.GITHUB, ".github/dependabot").forEach(file -> {
            assertEquals(2, file.yaml().path("version").asInt());
            file.yaml().path("updates").forEach(update -> {
                assertEquals("github-actions", update.path("package-ecosystem").asString());
                assertTrue(update.has("directory") || update.has("directories"));
                assertTrue(Set.of("daily", "weekly", "monthly")
                        .contains(update.at("/schedule/interval").asString()));
            });
        });
    }
}

package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/** Sends the findings of a project to the client, file by file, only where they have changed. */
final class FindingsPublisher {
    private final Consumer<PublishDiagnosticsParams> editor;
    private final Map<OpenProject, Map<String, PublishDiagnosticsParams>> sent = new LinkedHashMap<>();

    FindingsPublisher(Consumer<PublishDiagnosticsParams> editor) {
        this.editor = editor;
    }

    /**
     * Sends the results of a check.
     *
     * @param open the documents that were checked; each gets its findings with its version, or an empty list
     */
    synchronized void publish(
            OpenProject project, Translation translation, Snapshot snapshot, List<Documents.Document> open) {
        var findings = new LinkedHashMap<String, PublishDiagnosticsParams>();
        if (OpenProject.isDirectory(snapshot)) {
            for (Documents.Document document : open) {
                if (project.path(document.file()).isPresent()) {
                    findings.put(
                            document.uri(),
                            new PublishDiagnosticsParams(document.uri(), new ArrayList<>(), document.version()));
                }
            }
            snapshot.edition().diagnostics().forEach(finding -> {
                String uri = project.uri(finding.span().path());
                Diagnostic diagnostic = translation.diagnostic(project, finding);
                findings.computeIfAbsent(uri, at -> new PublishDiagnosticsParams(at, new ArrayList<>()))
                        .getDiagnostics()
                        .add(diagnostic);
            });
        }
        send(project, findings);
    }

    /** Withdraws all findings of a project. */
    synchronized void clear(OpenProject project) {
        send(project, Map.of());
        sent.remove(project);
    }

    private void send(OpenProject project, Map<String, PublishDiagnosticsParams> findings) {
        Map<String, PublishDiagnosticsParams> before = sent.getOrDefault(project, Map.of());
        findings.forEach((uri, now) -> {
            if (!now.equals(before.get(uri))) {
                editor.accept(now);
            }
        });
        before.forEach((uri, then) -> {
            if (!findings.containsKey(uri) && !then.getDiagnostics().isEmpty()) {
                editor.accept(new PublishDiagnosticsParams(uri, List.of()));
            }
        });
        sent.put(project, findings);
    }
}

package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.tool.lsp.TestEditor.at;
import static org.waymark.tool.lsp.TestEditor.id;
import static org.waymark.tool.lsp.TestEditor.now;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/** What a client sees of the server, over pipes. The folder has a space and an accent in its name. */
class LanguageServerTest {
    @TempDir
    private Path temporary;

    private Path root;
    private Path study;
    private Path service;
    private String text;
    private TestEditor editor;

    @BeforeEach
    void copyTheSmallestDirectory() throws IOException {
        root = SmallDirectory.in(temporary.resolve("fédération de soins")).root();
        study = root.resolve("content/case-studies/evening-hubs.md");
        service = root.resolve("content/services/extended-access.md");
        text = Files.readString(study);
        editor = new TestEditor();
    }

    @AfterEach
    void endsWithoutABug() throws Exception {
        editor.close();
        assertEquals("", editor.log.toString());
    }

    @Test
    void reportsFindingsInUnsavedText() {
        editor.begin(root).open(study, text);
        editor.findings(study);
        editor.change(study, 7, text.replace("[extended-access]", "[extended-acess]"));
        Diagnostic finding = editor.findings(study, "unknown-reference").get(0);
        assertEquals(
                "no service is called `extended-acess`\nhelp: did you mean `extended-access`?",
                finding.getMessage().getLeft());
        assertEquals(new Range(new Position(4, 11), new Position(4, 25)), finding.getRange());
        assertEquals(DiagnosticSeverity.Error, finding.getSeverity());
        assertEquals("waymark", finding.getSource());
        assertEquals(7, editor.version(study));
        editor.change(study, 8, text);
        editor.findings(study);
        assertEquals(8, editor.version(study));
    }

    /** The open text of a file of the shape applies, saved or not, to other open files as well. */
    @Test
    void judgesEntriesByTheShapeThatIsTyped() throws IOException {
        Path kind = root.resolve("content/shape/kinds/meeting.yaml");
        Path meeting = root.resolve("content/meetings/first.md");
        Files.createDirectories(kind.getParent());
        Files.createDirectories(meeting.getParent());
        String shape = "name: {one: meeting, many: meetings, a: a meeting}\nfolder: meetings\nfields:\n"
                + "  title: {type: line, max: 90, required: yes, help: x}\n  day: {type: date, help: x}\n"
                + "roles: {label: title}\n";
        String typed = "---\ntitle: A\nday: 2025-01-01\n---\n\nText.\n";
        Files.writeString(kind, shape);
        Files.writeString(meeting, typed);
        editor.begin(root).open(meeting, typed);
        editor.findings(meeting);
        editor.open(kind, shape);
        editor.findings(kind);
        editor.change(kind, 2, shape.replace("  day: {type: date, help: x}\n", ""));
        editor.findings(meeting, "unknown-field");
        editor.change(kind, 3, shape.replace("type: date", "type: dat"));
        Diagnostic finding = editor.findings(kind, "invalid-value").get(0);
        assertEquals(new Range(new Position(4, 14), new Position(4, 17)), finding.getRange());
        editor.findings(meeting);
        // Meanwhile the entry still has its fields.
        editor.change(meeting, 2, "---\nda\n---\n");
        var items = now(editor.server()
                        .getTextDocumentService()
                        .completion(new CompletionParams(id(meeting), new Position(1, 2))))
                .getRight()
                .getItems();
        assertEquals(
                List.of("day"), items.stream().map(CompletionItem::getLabel).toList());
        var declared = now(editor.server()
                        .getTextDocumentService()
                        .definition(new DefinitionParams(id(kind), at(shape, "title}"))))
                .getRight();
        assertEquals(3, declared.get(0).getTargetRange().getStart().getLine());
    }

    @Test
    void reportsExactlyTheFindingsOfACheck() throws IOException {
        Files.writeString(root.resolve("content/services/Wrong Name.md"), "no fields");
        Files.writeString(study, text.replace("region: Midlands\n", "").replace("## Results", "#### Results"));
        var expected = Build.once()
                .check(ProjectReader.read(root), TestProject.SETTINGS)
                .diagnostics();
        assertTrue(expected.size() > 3, expected.toString());
        editor.begin(root);
        for (Path file : List.of(study, root.resolve("content/services/Wrong Name.md"))) {
            List<String> codes = expected.stream()
                    .filter(d -> root.resolve(d.span().path()).equals(file))
                    .map(d -> d.code().name())
                    .toList();
            editor.findings(file, codes.toArray(String[]::new));
        }
    }

    @Test
    void reportsEffectsOnOtherFiles() {
        editor.begin(root)
                .open(root.resolve("content/organisations/taurus-healthcare.yaml"), "name: Taurus\nkind: x\n");
        editor.findings(root.resolve("content/organisations/taurus-healthcare.yaml"), "missing-field", "missing-field");
        Path gone = root.resolve("content/services/new-service.md");
        editor.open(gone, "---\nname: New\nsummary: New.\ncategory: no-such\n---\n\nText.\n");
        editor.findings(gone, "unknown-reference");
        editor.close(gone);
        editor.findings(gone, told -> told.isEmpty());
    }

    @Test
    void noticesExternalFileChanges() throws IOException {
        editor.begin(root);
        Path added = root.resolve("content/services/added.md");
        Files.writeString(added, "---\nname: Added\nsummary: Added.\ncategory: no-such\n---\n\nText.\n");
        assertFalse(editor.registrations().isEmpty() && !waitForRegistration());
        tell(added, FileChangeType.Created);
        editor.findings(added, "unknown-reference");
        Files.delete(added);
        tell(added, FileChangeType.Deleted);
        editor.findings(added);
    }

    private boolean waitForRegistration() {
        for (int i = 0; i < 100 && editor.registrations().isEmpty(); i++) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return !editor.registrations().isEmpty();
    }

    private void tell(Path file, FileChangeType type) {
        editor.server()
                .getWorkspaceService()
                .didChangeWatchedFiles(
                        new DidChangeWatchedFilesParams(List.of(new FileEvent(TestEditor.uri(file), type))));
    }

    @Test
    void findsTheProjectOfAnOpenFile() {
        editor.begin().open(study, text.replace("region: Midlands", "region: Nowhere"));
        editor.findings(study, "invalid-value");
        editor.close(study);
        editor.findings(study);
    }

    @Test
    void ignoresOtherFiles() throws IOException {
        Path notes = root.resolve("README.md");
        Path hugo =
                Files.createDirectories(temporary.resolve("hugo/content/posts")).resolve("a.md");
        Files.writeString(hugo, "+++\ntitle = 'A'\n+++\n");
        editor.begin(root, temporary.resolve("hugo")).open(notes, "# Notes\n\n[a](b)");
        editor.open(hugo, "+++\n");
        editor.open(study, text.replace("region: Midlands", "region: Nowhere"));
        editor.findings(study, "invalid-value");
        assertNull(now(editor.server().getTextDocumentService().hover(new HoverParams(id(notes), new Position(0, 3)))));
        assertTrue(
                editor.told().stream().noneMatch(uri -> uri.contains("hugo") || uri.contains("README")),
                editor.told().toString());
    }

    @Test
    void completes() {
        String broken = text.replace("region: Midlands", "region: Mi\nperi");
        editor.begin(root).open(study, broken);
        assertEquals(List.of("Midlands"), labels(completion(new Position(6, 10))));
        CompletionItem field = completion(new Position(7, 4)).get(0);
        assertEquals("period: ${1:2018 onwards}", field.getTextEdit().getLeft().getNewText());
        assertEquals(InsertTextFormat.Snippet, field.getInsertTextFormat());
        String linked = text + "\nSee [it](../serv\n";
        editor.change(study, 2, linked);
        CompletionItem link =
                completion(new Position((int) linked.lines().count() - 1, 16)).get(0);
        assertEquals(
                "../services/extended-access.md", link.getTextEdit().getLeft().getNewText());
        assertEquals("Extended access", link.getLabelDetails().getDescription());
    }

    private List<CompletionItem> completion(Position position) {
        return now(editor.server().getTextDocumentService().completion(new CompletionParams(id(study), position)))
                .getRight()
                .getItems();
    }

    private static List<String> labels(List<CompletionItem> items) {
        return items.stream().map(CompletionItem::getLabel).toList();
    }

    @Test
    void showsHoverText() {
        String linked = text + "\nA PCN has [hubs](../services/extended-access.md#how-it-works).\n";
        editor.begin(root).open(study, linked);
        assertTrue(hover(linked, "region").contains("One of `East of England`"), hover(linked, "region"));
        assertTrue(hover(linked, "extended-access").contains("Appointments in the evenings and at weekends."));
        assertTrue(hover(linked, "PCN").contains("A group of neighbouring GP practices."));
        assertTrue(hover(linked, "../services").contains("How it works"));
        String wrong = text.replace("[extended-access]", "[extended-acess]");
        editor.change(study, 2, wrong);
        editor.findings(study, "unknown-reference");
        assertTrue(hover(wrong, "extended-acess").contains("A field names an entry that does not exist"));
    }

    private String hover(String in, String words) {
        return now(editor.server().getTextDocumentService().hover(new HoverParams(id(study), at(in, words))))
                .getContents()
                .getRight()
                .getValue();
    }

    @Test
    void findsDefinitions() {
        String linked =
                text + "\nA PCN has [hubs](../services/extended-access.md#how-it-works) ![A bus](../images/bus.svg).\n";
        editor.begin(root).open(study, linked);
        assertEquals(service.toUri() + " 1:6", definition(linked, "extended-access"));
        assertEquals(service.toUri() + " 6:0", definition(linked, "../services"));
        assertEquals(root.resolve("content/images/bus.svg").toUri() + " 0:0", definition(linked, "../images"));
        assertEquals(root.resolve("content/glossary.yaml").toUri() + " 0:8", definition(linked, "PCN"));
        assertEquals(
                root.resolve("content/organisations/taurus-healthcare.yaml").toUri() + " 0:6",
                definition(linked, "taurus-healthcare"));
    }

    private String definition(String in, String words) {
        var found = now(editor.server()
                        .getTextDocumentService()
                        .definition(new DefinitionParams(id(study), at(in, words))))
                .getRight()
                .get(0);
        Position start = found.getTargetSelectionRange().getStart();
        return found.getTargetUri() + " " + start.getLine() + ":" + start.getCharacter();
    }

    @Test
    void findsReferences() {
        String linked = text
                + "\nSee [hubs](../services/extended-access.md) and [how](../services/extended-access.md#how-it-works).\n";
        editor.begin(root).open(study, linked);
        var places = now(editor.server()
                .getTextDocumentService()
                .references(new ReferenceParams(id(service), new Position(1, 8), new ReferenceContext(true))));
        assertEquals(4, places.size(), places.toString());
        var headings = now(editor.server()
                .getTextDocumentService()
                .references(new ReferenceParams(id(service), new Position(6, 5), new ReferenceContext(false))));
        assertEquals(1, headings.size(), headings.toString());
    }

    @Test
    void listsSymbols() {
        editor.begin(root).open(study, text);
        var symbols = now(editor.server().getTextDocumentService().documentSymbol(new DocumentSymbolParams(id(study))));
        List<String> names = symbols.stream().map(s -> s.getRight().getName()).toList();
        assertEquals(List.of("title", "summary"), names.subList(0, 2));
        assertEquals(List.of("Challenge", "Results"), names.subList(names.size() - 2, names.size()));
        var entries = now(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("taurus")));
        // Clients treat the two forms alike, since they have the same members.
        assertEquals(
                List.of("Taurus Healthcare"),
                entries.getRight().stream().map(entry -> entry.getName()).toList());
        assertFalse(now(editor.server().getTextDocumentService().foldingRange(new FoldingRangeRequestParams(id(study))))
                .isEmpty());
        editor.change(study, 2, text + "\n[a](../services/extended-access.md)\n");
        var links = now(editor.server().getTextDocumentService().documentLink(new DocumentLinkParams(id(study))));
        assertEquals(service.toUri().toString(), links.get(0).getTarget());
    }

    @Test
    void renamesAnEntryFromAReference() {
        editor.begin(root).open(study, text);
        Position cursor = at(text, "extended-access");
        var prepared =
                now(editor.server().getTextDocumentService().prepareRename(new PrepareRenameParams(id(study), cursor)));
        assertEquals("extended-access", prepared.getSecond().getPlaceholder());
        assertEquals(
                new Range(new Position(4, 11), new Position(4, 26)),
                prepared.getSecond().getRange());
        var changes = now(editor.server()
                        .getTextDocumentService()
                        .rename(new RenameParams(id(study), cursor, "longer-hours")))
                .getDocumentChanges();
        var renamed = changes.stream()
                .filter(c -> c.isRight())
                .map(c -> (RenameFile) c.getRight())
                .toList();
        assertEquals(
                root.resolve("content/services/longer-hours.md").toUri().toString(),
                renamed.get(0).getNewUri());
        var edited = changes.stream()
                .filter(c -> c.isLeft())
                .map(c -> c.getLeft())
                .filter(c -> c.getTextDocument().getUri().equals(TestEditor.uri(study)))
                .toList();
        assertEquals("longer-hours", edited.get(0).getEdits().get(0).getLeft().getNewText());
        assertEquals(1, edited.get(0).getTextDocument().getVersion());
    }

    /** Of a field from an entry, of the label of a choice from an entry, of an id and of a kind from their files. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content/talks/bread.md                    | seats: 40        | seats    | places   | content/shape/kinds/talk.yaml, content/talks/bread.md
            content/talks/bread.md                    | Beginners        | Beginners | Starters | content/shape/vocabularies/levels.yaml, content/talks/bread.md
            content/shape/kinds/talk.yaml             | seats: {         | seats    | places   | content/shape/kinds/talk.yaml, content/talks/bread.md
            content/shape/kinds/talk.yaml             | seats, level     | seats    | places   | content/shape/kinds/talk.yaml, content/talks/bread.md
            content/shape/vocabularies/levels.yaml    | beginners        | beginners | starters | content/shape/vocabularies/levels.yaml
            content/shape/kinds/talk.yaml             | name: {one: talk | talk     | speech   | content/shape/kinds/speech.yaml, content/shape/kinds/talk.yaml, content/speeches/bread.md, content/talks/bread.md
            """)
    void renamesAPartOfTheShape(String path, String word, String placeholder, String to, String expected)
            throws IOException {
        declareTalks();
        Path file = root.resolve(path);
        String typed = Files.readString(file);
        editor.begin(root).open(file, typed);
        Position cursor = at(typed, word);
        var prepared =
                now(editor.server().getTextDocumentService().prepareRename(new PrepareRenameParams(id(file), cursor)));
        assertEquals(placeholder, prepared.getSecond().getPlaceholder());
        var changes = now(editor.server().getTextDocumentService().rename(new RenameParams(id(file), cursor, to)))
                .getDocumentChanges();
        var touched = new TreeSet<String>();
        changes.forEach(change -> {
            if (change.isLeft()) {
                touched.add(change.getLeft().getTextDocument().getUri());
            } else if (change.getRight() instanceof RenameFile move) {
                touched.add(move.getOldUri());
                touched.add(move.getNewUri());
            }
        });
        assertEquals(
                expected,
                touched.stream()
                        .map(uri -> root.relativize(Path.of(URI.create(uri))).toString())
                        .collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content/talks/bread.md                    | seats: 40        | Places    | lower-case letters
            content/talks/bread.md                    | seats: 40        | level     | has a field `level` already
            content/talks/bread.md                    | Beginners        | Improvers | a choice with the label `Improvers` already
            content/shape/vocabularies/levels.yaml    | beginners        | improvers | has a choice `improvers` already
            content/shape/kinds/talk.yaml             | name: {one: talk | page      | names a page already
            content/shape/kinds/talk.yaml             | word: level      | standard  | never changes
            content/shape/kinds/talk.yaml             | from: levels     | grades    | the name of its file
            """)
    void refusesToRenameAPartOfTheShape(String path, String word, String to, String reason) throws IOException {
        declareTalks();
        Path file = root.resolve(path);
        String typed = Files.readString(file);
        editor.begin(root).open(file, typed);
        int within =
                word.indexOf(": ") < 0 || word.endsWith("40") || word.startsWith("name") ? 0 : word.indexOf(": ") + 2;
        Position start = at(typed, word);
        var refused = assertThrows(
                AssertionError.class,
                () -> now(editor.server()
                        .getTextDocumentService()
                        .rename(new RenameParams(
                                id(file), new Position(start.getLine(), start.getCharacter() + within), to))));
        var error = ((ResponseErrorException) refused.getCause()).getResponseError();
        assertEquals(ResponseErrorCode.RequestFailed.getValue(), error.getCode());
        assertTrue(error.getMessage().contains(reason), error.getMessage());
    }

    private void declareTalks() throws IOException {
        write("content/shape/kinds/talk.yaml", """
                name: {one: talk, many: talks, a: a talk}
                folder: talks
                fields:
                  title: {type: line, max: 90, required: yes, help: its title}
                  seats: {type: number, help: how many seats there are}
                  level: {type: choice, from: levels, help: for whom it is}
                roles: {label: title}
                includes: [former-ids]
                card: [seats, level]
                listing: {as: finder, facets: [{word: level, path: level, label: Level, any: Any level}]}
                """);
        write("content/shape/vocabularies/levels.yaml", """
                choices:
                  - {id: beginners, label: Beginners}
                  - {id: improvers, label: Improvers}
                """);
        write("content/talks/bread.md", """
                ---
                title: Bread at home
                seats: 40
                level: Beginners
                ---

                You mix, knead and bake.
                """);
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
    }

    @Test
    void refusesAnInvalidRename() {
        editor.begin(root).open(study, text);
        var refused = assertThrows(
                AssertionError.class,
                () -> now(editor.server()
                        .getTextDocumentService()
                        .rename(new RenameParams(id(study), at(text, "extended-access"), "Not An Id"))));
        var error = ((ResponseErrorException) refused.getCause()).getResponseError();
        assertEquals(ResponseErrorCode.RequestFailed.getValue(), error.getCode());
        assertNull(now(editor.server()
                .getTextDocumentService()
                .prepareRename(new PrepareRenameParams(id(study), at(text, "Three hubs open")))));
    }

    @Test
    void rejectsUnsupportedRequests() {
        editor.begin(root);
        var refused = assertThrows(
                AssertionError.class,
                () -> now(editor.server()
                        .getWorkspaceService()
                        .executeCommand(new ExecuteCommandParams("waymark.x", List.of()))));
        var error = ((ResponseErrorException) refused.getCause()).getResponseError();
        assertEquals(ResponseErrorCode.MethodNotFound.getValue(), error.getCode());
    }

    @Test
    void clampsPositionsToTheEndOfAFile() {
        editor.begin(root).open(study, text);
        var after = new Position(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertNull(now(editor.server().getTextDocumentService().hover(new HoverParams(id(study), after))));
    }

    @Test
    void offersToAllowAWarning() {
        String warned = text.replace("## Results", "#### Results");
        editor.begin(root).open(study, warned);
        var range = editor.findings(study, "heading-order").get(0).getRange();
        List<CodeAction> actions = actions(range, null);
        CodeAction allow = actions.stream()
                .filter(a -> a.getTitle().startsWith("Allow"))
                .findFirst()
                .orElseThrow();
        var edit = allow.getEdit().getDocumentChanges().get(0).getLeft();
        assertEquals(
                "allow: [heading-order]\n", edit.getEdits().get(0).getLeft().getNewText());
        assertEquals("heading-order", allow.getDiagnostics().get(0).getCode().getLeft());
        assertTrue(actions(range, List.of("refactor")).isEmpty());
    }

    @Test
    void offersCertainFixes() {
        String wrong = text.replace("published: 2025-02-01", "published: 1 February 2025")
                .replace("[extended-access]", "extended-access")
                .replace("region: Midlands", "region: Midland");
        editor.begin(root).open(study, wrong);
        List<Diagnostic> found = editor.findings(study, "invalid-value", "invalid-value", "invalid-value");
        CodeAction list = actions(found.get(0).getRange(), List.of("quickfix")).get(0);
        assertTrue(list.getIsPreferred(), list.toString());
        CodeAction all = actions(new Range(new Position(0, 0), new Position(0, 0)), List.of("source.fixAll"))
                .get(0);
        assertEquals("source.fixAll", all.getKind());
        String fixed = applied(
                wrong,
                all.getEdit().getDocumentChanges().get(0).getLeft().getEdits().stream()
                        .map(edit -> edit.getLeft())
                        .toList());
        assertTrue(fixed.contains("services: [extended-access]\n"), fixed);
        assertTrue(fixed.contains("published: 2025-02-01\n"), fixed);
        editor.change(study, 2, fixed);
        editor.findings(study, now -> now.size() < 2);
    }

    private static String applied(String text, List<TextEdit> edits) {
        SourceFile file = SourceFile.of("file", text);
        var changed = new StringBuilder(text);
        for (int i = edits.size() - 1; i >= 0; i--) {
            var span = Translation.span("file", edits.get(i).getRange());
            changed.replace(
                    file.offset(span.start()),
                    file.offset(span.end()),
                    edits.get(i).getNewText());
        }
        return changed.toString();
    }

    private List<CodeAction> actions(Range range, List<String> only) {
        var context = new CodeActionContext(List.of(), only);
        return now(editor.server().getTextDocumentService().codeAction(new CodeActionParams(id(study), range, context)))
                .stream()
                .map(action -> action.getRight())
                .toList();
    }

    @Test
    void readsCarriageReturns() {
        String windows = text.replace("[extended-access]", "[extended-acess]").replace("\n", "\r\n");
        editor.begin(root).open(study, windows);
        var finding = editor.findings(study, "unknown-reference").get(0);
        assertEquals(new Range(new Position(4, 11), new Position(4, 25)), finding.getRange());
    }

    @Test
    void countsUtf16Units() {
        String emoji = text.replace("Patients could", "🚑 [a](nowhere.md) Patients could");
        editor.begin(root).open(study, emoji);
        var finding = editor.findings(study, "broken-link").get(0);
        assertEquals(7, finding.getRange().getStart().getCharacter());
    }

    @Test
    void servesABasicClient() {
        editor.begin(new ClientCapabilities(), root).open(study, text.replace("region: Midlands", "reg"));
        editor.findings(study, found -> !found.isEmpty());
        var items = completion(new Position(6, 3));
        assertEquals("region: ", items.get(0).getTextEdit().getLeft().getNewText());
        assertEquals(List.of(), actions(new Range(new Position(0, 0), new Position(9, 0)), null));
        editor.change(study, 2, text);
        var refused = assertThrows(
                AssertionError.class,
                () -> now(editor.server()
                        .getTextDocumentService()
                        .rename(new RenameParams(id(service), new Position(1, 8), "longer-hours"))));
        assertTrue(refused.getMessage().contains("waymark rename"), refused.getMessage());
    }

    @Test
    void reportsAnUnreadableFile() throws IOException {
        editor.begin(root).open(study, text);
        editor.findings(study);
        Files.move(root.resolve("content"), root.resolve("moved"));
        tell(root.resolve("content"), FileChangeType.Deleted);
        for (int i = 0; i < 200 && editor.messages().isEmpty(); i++) {
            sleep();
        }
        assertTrue(
                editor.messages().get(0).startsWith("Waymark: cannot read "),
                editor.messages().toString());
        Files.move(root.resolve("moved"), root.resolve("content"));
        editor.change(study, 2, text.replace("region: Midlands", "region: Nowhere"));
        editor.findings(study, "invalid-value");
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void rejectsRequestsBeforeInitializeAndAfterShutdown() throws Exception {
        var early = editor.server().getTextDocumentService().hover(new HoverParams(id(study), new Position(0, 0)));
        assertEquals(ResponseErrorCode.ServerNotInitialized.getValue(), code(early));
        editor.begin(root);
        now(editor.server().shutdown());
        var late = editor.server().getTextDocumentService().hover(new HoverParams(id(study), new Position(0, 0)));
        assertEquals(ResponseErrorCode.InvalidRequest.getValue(), code(late));
        editor.server().exit();
        assertTrue(editor.ended.get(30, TimeUnit.SECONDS));
    }

    private static int code(CompletableFuture<?> answer) throws Exception {
        var refused = assertThrows(ExecutionException.class, () -> answer.get(30, TimeUnit.SECONDS));
        return ((ResponseErrorException) refused.getCause()).getResponseError().getCode();
    }

    @Test
    void endsWithTheClientsMessages() throws Exception {
        editor.begin(root);
        editor.close();
        assertFalse(editor.ended.get(30, TimeUnit.SECONDS));
    }
}

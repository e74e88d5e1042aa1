package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Every page and style sheet is valid in the eyes of the Nu Html Checker, which finds no reason for a warning either. */
class HtmlValidityTest {
    private static final List<String> SAMPLES = List.of("awkward", "bundled");

    private static SimpleDocumentValidator validator;

    @BeforeAll
    static void startChecker() throws Exception {
        validator = new SimpleDocumentValidator(true, false, false);
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new Findings());
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void publishesNothingInvalid(String sample) throws Exception {
        boolean awkward = sample.equals("awkward");
        Project project = awkward ? TestProject.awkward() : ProjectReader.read(Path.of(""));
        Settings settings = awkward ? TestProject.SETTINGS : new Settings(LocalDate.of(2026, 11, 21), Optional.empty());
        var findings = new Findings();
        validator.setUpValidatorAndParsers(findings, true, false);
        for (OutputFile file : BuiltSite.of(project, settings).files()) {
            if (file instanceof OutputFile.Made made) {
                findings.check(made);
            }
        }
        assertEquals(List.of(), findings.all);
    }

    /** Collects what the checker says. */
    private static final class Findings implements ErrorHandler {
        private final List<String> all = new ArrayList<>();
        private String page = "";

        void check(OutputFile.Made file) throws IOException, SAXException {
            page = file.path();
            var source = new InputSource(new ByteArrayInputStream(file.bytes()));
            source.setSystemId("https://site.invalid/" + page);
            source.setEncoding("UTF-8");
            if (page.endsWith(".html")) {
                validator.checkHtmlInputSource(source);
            } else if (page.endsWith(".css")) {
                validator.checkCssInputSource(source);
            }
        }

        @Override
        public void warning(SAXParseException e) {
            add(e);
        }

        @Override
        public void error(SAXParseException e) {
            add(e);
        }

        @Override
        public void fatalError(SAXParseException e) {
            add(e);
        }

        private void add(SAXParseException e) {
            all.add(page + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
        }
    }
}

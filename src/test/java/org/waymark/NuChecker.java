package org.waymark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import nu.validator.validation.SimpleDocumentValidator;
import org.waymark.render.OutputFile;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu Html Checker. For one thread. */
final class NuChecker {
    private static final long STACK_BYTES = 16 << 20;

    /** Features of browsers and the standard that the checker does not know yet. */
    private static final List<String> NEWER = List.of(
            "Unknown pseudo-element or pseudo-class “::details-content”",
            "“position-area”: Property",
            "“position-try-fallbacks”: Property",
            "“position-try-order”: Property",
            "“subgrid” is not a “grid-template-columns” value");

    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);

    /**
     * Loads the HTML schema, which needs a larger stack while its code has only been compiled by the fast compiler.
     */
    NuChecker() throws Exception {
        var reading = new FutureTask<Void>(() -> {
            validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new Findings());
            return null;
        });
        new Thread(null, reading, "schema", STACK_BYTES).start();
        reading.get();
    }

    /** The messages about the pages and style sheets among these files. */
    List<String> check(List<OutputFile> files) throws IOException, SAXException {
        var findings = new Findings();
        validator.setUpValidatorAndParsers(findings, true, false);
        for (OutputFile file : files) {
            if (file instanceof OutputFile.Made made) {
                findings.check(made);
            }
        }
        return findings.all;
    }

    /** Collects the checker's messages. */
    private final class Findings implements ErrorHandler {
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
            if (NEWER.stream().noneMatch(e.getMessage()::contains)) {
                all.add(page + ":" + e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
            }
        }
    }
}

package org.waymark.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.waymark.diagnostic.Diagnostic;

/**
 * Findings as results of tests, in the XML that JUnit's first tools wrote and that most CI servers read. Each file with
 * findings is a suite, each finding a test: failed if it fails the run, else skipped, which servers show without failing.
 * Where nothing was found, one test has passed, since a report without tests counts as broken.
 */
final class JunitReport implements Report {
    private final ReportContext context;

    JunitReport(ReportContext context) {
        this.context = context;
    }

    @Override
    public void write(List<Diagnostic> diagnostics, PrintWriter target) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            start(xml, "testsuites", "waymark", diagnostics);
            if (diagnostics.isEmpty()) {
                writeClean(xml);
            }
            Map<String, List<Diagnostic>> byFile = diagnostics.stream()
                    .collect(Collectors.groupingBy(each -> each.span().path(), TreeMap::new, Collectors.toList()));
            for (Map.Entry<String, List<Diagnostic>> file : byFile.entrySet()) {
                writeSuite(xml, file.getKey(), file.getValue(), () -> move(text, target));
            }
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        move(text, target);
    }

    private static void move(StringWriter text, PrintWriter target) {
        // GitHub treats `##[…]` as a command wherever it occurs.
        target.append(text.toString().replace("##[", "##&#91;"));
        text.getBuffer().setLength(0);
    }

    private void start(XMLStreamWriter xml, String element, String name, List<Diagnostic> findings)
            throws XMLStreamException {
        long failures = findings.stream().filter(context::fails).count();
        xml.writeStartElement(element);
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(Math.max(1, findings.size())));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Long.toString(findings.size() - failures));
        xml.writeAttribute("time", "0");
        xml.writeCharacters("\n");
    }

    private void writeClean(XMLStreamWriter xml) throws XMLStreamException {
        start(xml, "testsuite", "waymark", List.of());
        xml.writeEmptyElement("testcase");
        xml.writeAttribute("name", "nothing is wrong");
        xml.writeAttribute("classname", "waymark");
        xml.writeAttribute("time", "0");
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void writeSuite(XMLStreamWriter xml, String path, List<Diagnostic> findings, Runnable onTest)
            throws XMLStreamException {
        String file = TerminalEscaper.of(context.inRepository(path));
        start(xml, "testsuite", file, findings);
        var repeats = new HashMap<String, Integer>();
        for (Diagnostic finding : findings) {
            String name = finding.code() + ": " + TerminalEscaper.of(finding.message());
            int repeat = repeats.merge(name, 1, Integer::sum);
            xml.writeStartElement("testcase");
            // Servers identify tests by their names, so these contain no line numbers.
            xml.writeAttribute("name", repeat == 1 ? name : name + " (" + repeat + ")");
            xml.writeAttribute("classname", file);
            xml.writeAttribute("time", "0");
            xml.writeAttribute("file", file);
            writeResult(xml, finding);
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.flush();
            onTest.run();
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void writeResult(XMLStreamWriter xml, Diagnostic finding) throws XMLStreamException {
        boolean failed = context.fails(finding);
        xml.writeStartElement(failed ? "failure" : "skipped");
        if (failed) {
            xml.writeAttribute("type", finding.code().name());
        }
        xml.writeAttribute("message", FindingText.of(finding));
        xml.writeCharacters("\n" + new TextReport(context.files(), false, OptionalInt.empty()).text(finding));
        xml.writeEndElement();
    }
}

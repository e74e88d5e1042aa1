package org.waymark.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;

/** A form in which findings are reported. */
public interface Report {
    /** Writes the whole report, with a line end where it is not empty. Hardly more than one finding is in memory at a time. */
    void write(List<Diagnostic> findings, PrintWriter target);

    /** The whole report as a text, for findings that are not many. */
    default String render(List<Diagnostic> findings) {
        var text = new StringWriter();
        var target = new PrintWriter(text);
        write(findings, target);
        target.flush();
        return text.toString();
    }

    /** What of the findings a report leaves out because those who read its form take no more, in a sentence. */
    default Optional<String> omission(List<Diagnostic> findings) {
        return Optional.empty();
    }
}

package org.waymark.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;

/** A report format. */
public interface Report {
    /**
     * Writes the whole report, with a final line end unless it is empty. Keeps little more than one finding in memory
     * at a time.
     */
    void write(List<Diagnostic> findings, PrintWriter target);

    /** The whole report as a text, for a small number of findings. */
    default String render(List<Diagnostic> findings) {
        var text = new StringWriter();
        var target = new PrintWriter(text);
        write(findings, target);
        target.flush();
        return text.toString();
    }

    /** What a report leaves out of the findings because consumers of its format accept no more, in a sentence. */
    default Optional<String> omission(List<Diagnostic> findings) {
        return Optional.empty();
    }
}

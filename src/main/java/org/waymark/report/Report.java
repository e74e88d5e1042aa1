package org.waymark.report;

import java.util.List;
import org.waymark.diagnostic.Diagnostic;

/** A form in which findings are told. */
public interface Report {
    /** The whole report, with a line end where it is not empty. */
    String render(List<Diagnostic> diagnostics);
}

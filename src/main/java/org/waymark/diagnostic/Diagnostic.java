package org.waymark.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waymark.source.Span;

/**
 * A finding about a span of a file.
 *
 * @param code the kind of finding
 * @param severity that of the code, unless the site's settings override it
 * @param span the smallest text that shows the problem
 * @param message the fact: lower case, no full stop, names in backticks
 * @param help what to do
 * @param notes other locations that matter
 * @param fix edits that a tool can apply
 */
public record Diagnostic(
        Code code,
        Severity severity,
        Span span,
        String message,
        Optional<String> help,
        List<Note> notes,
        Optional<Fix> fix) {
    /** By location, code, then message: the order of every report. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::span)
            .thenComparing(d -> d.code().name())
            .thenComparing(Diagnostic::message);

    public Diagnostic {
        notes = List.copyOf(notes);
    }

    public static Diagnostic of(Code code, Span span, String message) {
        return new Diagnostic(code, code.severity(), span, message, Optional.empty(), List.of(), Optional.empty());
    }

    public static Diagnostic of(Code code, Span span, String message, String help) {
        return of(code, span, message).withHelp(Optional.of(help));
    }

    public Diagnostic withHelp(Optional<String> newHelp) {
        return new Diagnostic(code, severity, span, message, newHelp, notes, fix);
    }

    public Diagnostic withNote(Span at, String text) {
        var more = new ArrayList<>(notes);
        more.add(new Note(at, text));
        return new Diagnostic(code, severity, span, message, help, more, fix);
    }

    public Diagnostic withSeverity(Severity newSeverity) {
        return new Diagnostic(code, newSeverity, span, message, help, notes, fix);
    }

    public Diagnostic withFix(Optional<Fix> newFix) {
        return new Diagnostic(code, severity, span, message, help, notes, newFix);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}

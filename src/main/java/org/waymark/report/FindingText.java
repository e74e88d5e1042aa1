package org.waymark.report;

import org.waymark.diagnostic.Diagnostic;

/** A finding as whole sentences, for people who do not read it in a terminal. */
final class FindingText {
    private FindingText() {}

    /** The message and the help. */
    static String of(Diagnostic finding) {
        return fact(finding) + finding.help().map(help -> " " + sentence(help)).orElse("");
    }

    static String fact(Diagnostic finding) {
        return sentence(finding.message());
    }

    static String sentence(String text) {
        String clean = TerminalEscaper.of(text).strip();
        if (clean.isEmpty()) {
            return clean;
        }
        String begun = Character.toUpperCase(clean.charAt(0)) + clean.substring(1);
        return ".?!:…".indexOf(begun.charAt(begun.length() - 1)) >= 0 ? begun : begun + ".";
    }
}

package org.waymark.report;

import org.waymark.diagnostic.Diagnostic;

/** What a finding says, as whole sentences for those who read it elsewhere than on a terminal. */
final class FindingText {
    private FindingText() {}

    /** The fact and the cure. */
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

package org.waymark.tool.proofread;

import org.languagetool.rules.ITSIssueType;
import org.languagetool.rules.RuleMatch;

/** Turns a LanguageTool match into a message in Waymark's style: the fact, in lower case, without a full stop. */
final class MatchMessage {
    private MatchMessage() {}

    static String of(RuleMatch match, String words) {
        if (match.getRule().getLocQualityIssueType() == ITSIssueType.Misspelling
                && match.getRule().isDictionaryBasedSpellingRule()) {
            return "`" + words + "` is not in the dictionary";
        }
        String message = match.getMessage()
                .replaceAll("</?suggestion>", "`")
                .replaceAll("[“‘\"]([^”’\"]+)[”’\"]|(?<!\\p{L})'([^']+)'(?!\\p{L})", "`$1$2`")
                .strip();
        if (message.endsWith(".") || message.endsWith("?")) {
            message = message.substring(0, message.length() - 1);
        }
        boolean isSentence = message.length() > 1
                && Character.isUpperCase(message.charAt(0))
                && !Character.isUpperCase(message.charAt(1))
                && !message.startsWith("I ");
        return isSentence ? Character.toLowerCase(message.charAt(0)) + message.substring(1) : message;
    }
}

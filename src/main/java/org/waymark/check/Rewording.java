package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.markdown.Passage;
import org.waymark.source.Edit;
import org.waymark.source.Span;

/** A finding that other words would be better, which a fix inserts where they fit without further change. */
final class Rewording {
    private Rewording() {}

    /**
     * @param start where the words are in the passage
     * @param better what to write instead, the most likely first; what is in brackets is advice
     * @param message with {@code %s} for the words as written
     */
    static Diagnostic of(Code code, Passage passage, int start, int end, List<String> better, String message) {
        String found = passage.text().substring(start, end);
        List<String> words = better.stream()
                .filter(each -> !each.startsWith("("))
                .map(each -> inCaseOf(found, each))
                .toList();
        Span span = passage.span(start, end);
        String advice = words.isEmpty()
                ? better.get(0).substring(1, better.get(0).length() - 1)
                : "write " + words.stream().map(each -> "`" + each + "`").collect(Collectors.joining(" or "));
        Diagnostic finding = Diagnostic.of(code, span, message.replace("%s", "`" + found + "`"), advice);
        boolean isReplaceable = !words.isEmpty() && passage.isVerbatim(start, end);
        return isReplaceable ? finding.withFix(Optional.of(replace(span, words.get(0), false))) : finding;
    }

    static Fix replace(Span span, String words, boolean isCertain) {
        return new Fix("Change to `" + words + "`", isCertain, List.of(new Edit(span, words)));
    }

    /** The replacement, capitalised like the words in the text. */
    private static String inCaseOf(String found, String better) {
        boolean isCapital = Character.isUpperCase(found.codePointAt(0)) && Character.isLowerCase(better.codePointAt(0));
        return isCapital ? Character.toUpperCase(better.charAt(0)) + better.substring(1) : better;
    }
}

package org.waymark.check;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds numbers in a text, by patterns that begin with a digit. They are tried nowhere else, which most of a text is. */
final class Numbers {
    private Numbers() {}

    static Stream<MatchResult> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        Stream.Builder<MatchResult> found = Stream.builder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9' && matcher.region(at, text.length()).lookingAt()) {
                found.add(matcher.toMatchResult());
                at = matcher.end() - 1;
            }
        }
        return found.build();
    }
}

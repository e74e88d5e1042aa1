package org.waymark.check;

import java.util.BitSet;

/** Finds code in a Markdown file before it is parsed: text between fences or backticks, or indented far enough. */
final class CodeInText {
    private CodeInText() {}

    /**
     * The characters of code, roughly: an unclosed fence continues to the end of the text, backticks only to the end
     * of a line.
     */
    static BitSet in(String text) {
        var code = new BitSet(text.length());
        String fence = "";
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end).stripLeading();
            boolean isFence = line.startsWith("```") || line.startsWith("~~~");
            if (isFence && fence.isEmpty()) {
                fence = line.substring(0, 3);
            } else if (isFence && line.startsWith(fence)) {
                fence = "";
            } else if (!fence.isEmpty()) {
                code.set(start, end);
            } else {
                addSpans(text, start, end, code);
            }
            start = end + 1;
        }
        return code;
    }

    private static void addSpans(String text, int start, int end, BitSet code) {
        int open = text.indexOf('`', start);
        while (open >= 0 && open < end) {
            int close = text.indexOf('`', open + 1);
            if (close < 0 || close >= end) {
                return;
            }
            code.set(open, close);
            open = text.indexOf('`', close + 1);
        }
    }
}

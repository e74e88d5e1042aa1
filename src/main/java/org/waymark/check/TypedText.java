package org.waymark.check;

import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.markdown.PlainText;
import org.waymark.markdown.Prose;
import org.waymark.source.SourceFile;

/**
 * A body as typed, and which parts of it readers see unchanged. Offsets are in UTF-16 units of the file. For one
 * thread.
 */
final class TypedText {
    /** How far back to look for the start of an address, so a text without spaces is not read repeatedly. */
    private static final int LONGEST_ADDRESS = 300;

    private final Prose body;
    private final String text;
    /** Most bodies have nothing to look up in it. */
    private @Nullable PlainText plain;

    TypedText(Prose body) {
        this.body = body;
        this.text = body.file().text();
    }

    /** The whole file. */
    String text() {
        return text;
    }

    SourceFile file() {
        return body.file();
    }

    /** Where the body begins. */
    int start() {
        return body.offset();
    }

    /** The character at an offset; the end of a line if there is none. */
    char at(int offset) {
        return offset >= start() && offset < text.length() ? text.charAt(offset) : '\n';
    }

    /** Where the line of an offset ends, before its line feed. */
    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    /** Where the line of an offset begins. */
    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    PlainText plain() {
        if (plain == null) {
            plain = body.plainText();
        }
        return plain;
    }

    /** Whether readers see the character at an offset as typed. */
    boolean isPlain(int offset) {
        return plain().isAt(offset);
    }

    /** Whether an offset is within an address that is written out. */
    boolean isInAddress(int offset) {
        int start = offset;
        while (start > start() && offset - start < LONGEST_ADDRESS && isOfAddress(text.charAt(start - 1))) {
            start--;
        }
        String before = text.substring(start, offset);
        return before.contains("://") || before.startsWith("www.");
    }

    private static boolean isOfAddress(char c) {
        return c > ' ' && "<>[]`\"|".indexOf(c) < 0;
    }

    Diagnostic finding(int start, int end, String what, String help) {
        return Diagnostic.of(
                Codes.UNRENDERED_MARKUP, file().span(start, end), what + " is shown to readers as typed", help);
    }
}

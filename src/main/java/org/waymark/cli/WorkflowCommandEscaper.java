package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Prints lines of which none is a command to GitHub's runner, whatever strangers wrote into the content. The runner takes a
 * line for a command that begins with {@code ::} behind any spaces, or has {@code ##[} anywhere. A character of these becomes
 * U+FFFD. Only what {@link #printCommands} prints goes through as it is.
 */
final class WorkflowCommandEscaper extends PrintWriter {
    private final Writer target;

    WorkflowCommandEscaper(Writer target) {
        super(new Lines(target));
        this.target = target;
    }

    /** Prints lines that are meant as commands, each line escaped as it must be. */
    static void printCommands(PrintWriter printer, String commands) {
        if (printer instanceof WorkflowCommandEscaper harmless) {
            var raw = new PrintWriter(harmless.target);
            printer.flush();
            raw.print(commands);
            raw.flush();
        } else {
            printer.print(commands);
        }
    }

    /** Looks at each character, with what came before it on its line. */
    private static final class Lines extends Writer {
        private final Writer target;
        /** Whether nothing but spaces has come on this line. */
        private boolean isAtStart = true;
        /** What has come right before, as far as it may begin a command. */
        private String before = "";

        Lines(Writer target) {
            this.target = target;
        }

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            var clean = new StringBuilder(length);
            for (int i = from; i < from + length; i++) {
                clean.append(next(chars[i]));
            }
            target.write(clean.toString());
        }

        private char next(char c) {
            boolean isCommand = (c == ':' && before.equals(":")) || (c == '[' && before.equals("##"));
            if (c == ':') {
                before = isAtStart && before.isEmpty() ? ":" : "";
            } else if (c == '#') {
                before = before.startsWith("#") ? "##" : "#";
            } else {
                before = "";
            }
            isAtStart = c == '\n' || c == '\r' || (isAtStart && isSpace(c));
            return isCommand ? '\uFFFD' : c;
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u0085';
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }
}

package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Prevents printed lines from acting as workflow commands on GitHub, whatever the content contains. The runner treats
 * a line as a
 * command if it begins with {@code ::} after any spaces, or has {@code ##[} anywhere. One character of these becomes U+FFFD.
 * Only {@link #printCommands} prints commands.
 */
final class WorkflowCommandEscaper extends PrintWriter {
    private final Writer target;

    WorkflowCommandEscaper(Writer target) {
        super(new Lines(target));
        this.target = target;
    }

    /** Prints workflow commands, already escaped. */
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

    /** Tracks the state of the current line. */
    private static final class Lines extends Writer {
        private final Writer target;
        /** Whether this line has only spaces so far. */
        private boolean isAtStart = true;
        /** The preceding characters that may start a command. */
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

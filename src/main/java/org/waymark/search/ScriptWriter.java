package org.waymark.search;

import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the scripts that hold data: calls of one function with constant arguments. Values are also valid JSON, but
 * with as few escapes as browsers allow, since every reader downloads them.
 */
public final class ScriptWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();

    /** Writes code unchanged. */
    public ScriptWriter raw(String code) {
        text.append(code);
        return this;
    }

    public ScriptWriter number(int number) {
        text.append(number);
        return this;
    }

    /** Writes a text in double quotes. */
    public ScriptWriter string(String value) {
        text.append('"');
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isPlain(c) || (Character.isSurrogate(c) && isPaired(value, i))) {
                continue;
            }
            text.append(value, done, i);
            done = i + 1;
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else {
                appendCode(c);
            }
        }
        // Most texts need no escaping and are appended in one step.
        if (done == 0) {
            text.append(value);
        } else {
            text.append(value, done, value.length());
        }
        text.append('"');
        return this;
    }

    private static boolean isPlain(char c) {
        return c < 0x2028 ? c >= ' ' && c != '"' && c != '\\' : c > 0x2029 && !Character.isSurrogate(c);
    }

    private static boolean isPaired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    private void appendCode(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt(c >> shift & 15));
        }
    }

    public <T> ScriptWriter list(List<T> values, Consumer<T> each) {
        text.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            each.accept(values.get(i));
        }
        text.append(']');
        return this;
    }

    public ScriptWriter strings(List<String> values) {
        return list(values, this::string);
    }

    public ScriptWriter numbers(List<Integer> values) {
        return list(values, this::number);
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

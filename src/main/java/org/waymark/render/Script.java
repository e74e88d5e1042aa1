package org.waymark.render;

/**
 * A classic script that calls one function with constant arguments: lists, texts and whole numbers. What it writes as text
 * is also JSON.
 */
final class Script {
    private final StringBuilder text = new StringBuilder();

    Script(String function) {
        text.append(function).append('(');
    }

    /** Begins a list. */
    Script open() {
        separate();
        text.append('[');
        return this;
    }

    Script close() {
        text.append(']');
        return this;
    }

    Script number(int number) {
        separate();
        text.append(number);
        return this;
    }

    Script text(String value) {
        separate();
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20 || c == 0x2028 || c == 0x2029) {
                text.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
            } else {
                text.append(c);
            }
        }
        text.append('"');
        return this;
    }

    /** The finished script. */
    String end() {
        return text.append(");\n").toString();
    }

    private void separate() {
        char last = text.charAt(text.length() - 1);
        if (last != '(' && last != '[') {
            text.append(',');
        }
    }
}

package org.waymark.render;

import org.waymark.search.ScriptText;

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
        ScriptText.append(text, value);
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

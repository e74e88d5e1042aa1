package org.waymark.search;

import java.util.List;
import java.util.function.Consumer;

/** Writes values as a script has them. Kept as small as browsers allow, since every reader loads it. */
final class Script {
    private final StringBuilder text = new StringBuilder();

    Script raw(String code) {
        text.append(code);
        return this;
    }

    Script number(int number) {
        text.append(number);
        return this;
    }

    Script string(String value) {
        ScriptText.append(text, value);
        return this;
    }

    <T> Script list(List<T> values, Consumer<T> each) {
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

    Script strings(List<String> values) {
        return list(values, this::string);
    }

    Script numbers(List<Integer> values) {
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

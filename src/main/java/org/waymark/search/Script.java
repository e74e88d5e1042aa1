package org.waymark.search;

import java.util.List;
import java.util.function.Consumer;

/** Writes values as a script has them. Kept as small as browsers allow, since every reader loads it. */
final class Script {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();

    Script raw(String code) {
        text.append(code);
        return this;
    }

    Script number(int number) {
        text.append(number);
        return this;
    }

    Script string(CharSequence value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c == 0x2028 || c == 0x2029 || (Character.isSurrogate(c) && !isPaired(value, i))) {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(HEX.charAt(c >> shift & 15));
                }
            } else {
                text.append(c);
            }
        }
        text.append('"');
        return this;
    }

    private static boolean isPaired(CharSequence value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
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

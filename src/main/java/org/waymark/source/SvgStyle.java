package org.waymark.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds CSS that could load a file or animate. Allows functions and at-rules by name, and checks comments and strings
 * too, so it need not agree with browsers on where those end.
 */
final class SvgStyle {
    private static final Set<String> AT_RULES = Set.of("media", "supports");

    /** Functions of selectors, colours, numbers, transforms, shapes and filters. None takes a URL. */
    private static final Set<String> FUNCTIONS =
            Set.of(("and or not is where has nth-child nth-last-child nth-of-type nth-last-of-type lang dir "
                            + "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix var calc min max clamp "
                            + "matrix matrix3d perspective rotate rotate3d rotatex rotatey rotatez scale scale3d scalex scaley "
                            + "scalez skew skewx skewy translate translate3d translatex translatey translatez "
                            + "rect inset circle ellipse polygon path "
                            + "blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia")
                    .split(" "));

    private static final int LONGEST_NAME = 40;

    private SvgStyle() {}

    /** The first forbidden item in a style sheet or property value; empty if there is none. */
    static Optional<String> fault(String css) {
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '\\') {
                return Optional.of("\\");
            } else if (c == '@') {
                String name = css.substring(i + 1, nameEnd(css, i + 1));
                if (!AT_RULES.contains(name.toLowerCase(Locale.ROOT))) {
                    return Optional.of("@" + name);
                }
            } else if (c == '(') {
                String name = css.substring(nameStart(css, i), i);
                String function = name.toLowerCase(Locale.ROOT);
                boolean isAllowed = function.equals("url")
                        ? isOwnPart(css, i + 1)
                        : function.isEmpty() || FUNCTIONS.contains(function);
                if (!isAllowed) {
                    return Optional.of(name + "(");
                }
            }
        }
        return Optional.empty();
    }

    private static int nameEnd(String css, int start) {
        int end = start;
        while (end < css.length() && end - start < LONGEST_NAME && isNamePart(css.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int nameStart(String css, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_NAME && isNamePart(css.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isNamePart(char c) {
        return c >= 0x80 || c == '-' || c == '_' || Character.isLetterOrDigit(c);
    }

    /** Whether the argument of {@code url()} is a fragment, such as {@code #name}, quoted or not. */
    private static boolean isOwnPart(String css, int start) {
        int at = afterSpaces(css, start);
        char quote = at < css.length() ? css.charAt(at) : ' ';
        boolean isQuoted = quote == '"' || quote == '\'';
        at = isQuoted ? at + 1 : at;
        if (at >= css.length() || css.charAt(at) != '#') {
            return false;
        }
        while (at < css.length() && "'\"()\\ \t\n\f<>".indexOf(css.charAt(at)) < 0) {
            at++;
        }
        if (isQuoted) {
            if (at >= css.length() || css.charAt(at) != quote) {
                return false;
            }
            at++;
        }
        at = afterSpaces(css, at);
        return at < css.length() && css.charAt(at) == ')';
    }

    private static int afterSpaces(String css, int start) {
        int at = start;
        while (at < css.length() && " \t\n".indexOf(css.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}

package org.waymark.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large a drawing is by the attributes of its first element (SVG 2, sections 5.1 and 8.2). */
final class SvgSize {
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,9})?)(px|pt|pc|mm|cm|in)?");
    private static final Pattern BOX = Pattern.compile(
            "\\s*[-+.0-9eE]{1,30}[\\s,]+[-+.0-9eE]{1,30}[\\s,]+([0-9]{0,6}(?:\\.[0-9]{1,9})?)[\\s,]+([0-9]{0,6}(?:\\.[0-9]{1,9})?)\\s*");

    private SvgSize() {}

    static Optional<ImageSize> of(String width, String height, String viewBox) {
        double wide = pixels(width);
        double high = pixels(height);
        Matcher box = BOX.matcher(viewBox);
        if (box.matches() && !box.group(1).isEmpty() && !box.group(2).isEmpty()) {
            double boxWidth = Double.parseDouble(box.group(1));
            double boxHeight = Double.parseDouble(box.group(2));
            if (wide > 0 && high <= 0) {
                high = wide * boxHeight / boxWidth;
            } else if (high > 0 && wide <= 0) {
                wide = high * boxWidth / boxHeight;
            } else if (wide <= 0) {
                wide = boxWidth;
                high = boxHeight;
            }
        }
        boolean isKnown = wide >= 0.5 && high >= 0.5 && wide < 1e6 && high < 1e6;
        return isKnown ? Optional.of(new ImageSize((int) Math.round(wide), (int) Math.round(high))) : Optional.empty();
    }

    /** CSS Values 4, section 6.2; zero for what depends on the page, such as a percentage. */
    private static double pixels(String length) {
        Matcher typed = LENGTH.matcher(length.strip());
        if (!typed.matches()) {
            return 0;
        }
        double number = Double.parseDouble(typed.group(1));
        String unit = typed.group(2) == null ? "px" : typed.group(2);
        return number
                * switch (unit) {
                    case "pt" -> 96 / 72.0;
                    case "pc" -> 16;
                    case "mm" -> 96 / 25.4;
                    case "cm" -> 96 / 2.54;
                    case "in" -> 96;
                    default -> 1;
                };
    }
}

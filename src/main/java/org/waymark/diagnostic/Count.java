package org.waymark.diagnostic;

/** Formats numbers and counts in British English. */
public final class Count {
    private Count() {}

    /** {@code 190,000} */
    public static String digits(long number) {
        String digits = Long.toString(number);
        var grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /** {@code no case studies}, {@code 1 case study}, {@code 1,234 case studies} */
    public static String of(long count, String one, String many) {
        return count == 0 ? "no " + many : inDigits(count, one, many);
    }

    /** The same with {@code 0} for none. */
    public static String inDigits(long count, String one, String many) {
        return digits(count) + " " + (count == 1 ? one : many);
    }

    /** {@code 2 errors and 1 warning}; a count of zero is left out. */
    public static String findings(long errors, long warnings) {
        String error = errors == 0 ? "" : of(errors, "error", "errors");
        String warning = warnings == 0 ? "" : of(warnings, "warning", "warnings");
        return error + (errors == 0 || warnings == 0 ? "" : " and ") + warning;
    }
}

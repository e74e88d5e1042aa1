package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Looks line by line for front matter that is not in its usual form, and reports what is wrong with it. */
final class FrontMatterRecovery {
    private static final String HELP = "begin the file with a line `---`, then the fields, then another line `---`";
    private static final String TOML =
            "write `---` in place of both lines `+++`, and a colon for each equals sign: `title: Opening hours`";
    private static final Pattern FIELD = Pattern.compile("[\"']?[a-z][a-z0-9-]*[\"']?\\s*:.*");
    /** What people type for a fence, normalised: every dash is a hyphen, and spaces are removed. */
    private static final Pattern NEARLY_FENCE = Pattern.compile("[-.+=*_~;:`]{1,12}|---[^:]{0,12}");

    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");

    private FrontMatterRecovery() {}

    static Outcome<FrontMatter> find(SourceFile file) {
        if (file.text().isBlank()) {
            return Outcome.failed(
                    Diagnostic.of(Codes.MISSING_FRONT_MATTER, file.span(0, 0), "the file is empty", HELP));
        }
        var diagnostics = new ArrayList<Diagnostic>();
        int first = firstField(file, diagnostics);
        if (first == 0) {
            return Outcome.failed(diagnostics);
        }
        int last = closingFence(file, first, diagnostics);
        boolean onFence = isNearlyFence(file.line(last));
        int fieldsStart = lineStart(file, first);
        int fieldsEnd = Math.max(fieldsStart, lineStart(file, last));
        return Outcome.of(
                new FrontMatter(fieldsStart, fieldsEnd, onFence ? lineStart(file, last + 1) : fieldsEnd), diagnostics);
    }

    /** The line below the opening fence, or the first field if there is no fence; 0 if there are no fields. */
    private static int firstField(SourceFile file, List<Diagnostic> diagnostics) {
        if (isFence(file.line(1))) {
            boolean twice = isFence(file.line(2)) && fieldsFollow(file, 2) && fenceFrom(file, 3) > 0;
            if (twice) {
                diagnostics.add(report(
                                line(file, 2), "there is a second line `---` above the fields", "remove one of the two")
                        .withFix(Optional.of(Fix.certain(
                                "Remove it", Fix.deletion(file.path(), new Position(2, 1), new Position(3, 1))))));
            }
            return twice ? 3 : 2;
        }
        int first = 1;
        while (file.line(first).isBlank()) {
            first++;
        }
        if (!isField(file.line(first))) {
            for (int line = first; line <= file.lineCount(); line++) {
                if (isNearlyFence(file.line(line)) && fieldsFollow(file, line)) {
                    diagnostics.add(line == 1 ? misspelt(file, line, "the first line is") : late(file, line));
                    return line + 1;
                }
            }
        }
        if (file.line(first).strip().equals("+++")) {
            diagnostics.add(
                    report(line(file, first), "these fields are written as TOML, between lines of `+++`", TOML));
            return 0;
        }
        diagnostics.add(report(line(file, first), "the file does not begin with `---`", HELP)
                .withFix(opening(file, first)));
        return isField(file.line(first)) ? first : 0;
    }

    private static Optional<Fix> opening(SourceFile file, int first) {
        return lacksOnlyOpening(file, first)
                ? Optional.of(Fix.certain(
                        "Begin the file with `---`",
                        Fix.insertion(file.path(), Position.START, FrontMatter.FENCE + "\n")))
                : Optional.empty();
    }

    /** Whether fields begin at a line and end with the required fence. */
    private static boolean lacksOnlyOpening(SourceFile file, int first) {
        int fence = fenceFrom(file, first);
        return isField(file.line(first)) && fence > 0 && !isTextBetween(file, endOfFields(file, first), fence);
    }

    /** The line at which the fields end. */
    private static int closingFence(SourceFile file, int from, List<Diagnostic> diagnostics) {
        int end = endOfFields(file, from);
        int fence = fenceFrom(file, from);
        if (fence > 0 && !isTextBetween(file, end, fence)) {
            return fence;
        }
        int next = end;
        while (next < file.lineCount() && file.line(next).isBlank()) {
            next++;
        }
        if (isNearlyFence(file.line(next))) {
            diagnostics.add(misspelt(file, next, "the fields end with"));
            return next;
        }
        if (from > 1 && isNearlyFence(file.line(from - 1))) {
            diagnostics.add(report(
                            line(file, from - 1),
                            "the fields begin here, but no line `---` ends them",
                            "add a line `---` between the last field and the text")
                    .withFix(Optional.of(fenceAt(file, end))));
        }
        return end;
    }

    /**
     * The line after the last one that looks like a field or belongs to one; without a fence, text may follow directly.
     */
    private static int endOfFields(SourceFile file, int from) {
        int end = from;
        boolean gap = false;
        for (int line = from; line <= file.lineCount(); line++) {
            String text = file.line(line);
            if (isNearlyFence(text) && !fieldsFollow(file, line)) {
                break;
            }
            boolean goesOn = !text.isBlank() && (text.startsWith(" ") || (text.startsWith("- ") && !gap));
            if (isField(text) || goesOn) {
                end = line + 1;
                gap = false;
            } else if (isGap(text)) {
                gap = true;
            } else if (gap) {
                break;
            }
        }
        return end;
    }

    /** Whether a fence is only a rule across the text: there is text between the fields and it, and no other field. */
    private static boolean isTextBetween(SourceFile file, int end, int fence) {
        boolean gap = false;
        boolean text = false;
        for (int line = end; line < fence; line++) {
            String content = file.line(line);
            if (isField(content)) {
                return false;
            }
            boolean isGap = isGap(content) || isNearlyFence(content);
            text |= gap && !isGap && !content.startsWith(" ");
            gap |= isGap;
        }
        return text;
    }

    private static boolean fieldsFollow(SourceFile file, int line) {
        int next = line + 1;
        while (next < file.lineCount() && isGap(file.line(next))) {
            next++;
        }
        return isField(file.line(next));
    }

    private static int fenceFrom(SourceFile file, int from) {
        for (int line = from; line <= file.lineCount(); line++) {
            if (isFence(file.line(line))) {
                return line;
            }
        }
        return 0;
    }

    private static Fix fenceAt(SourceFile file, int line) {
        boolean isAfterEnd = line > file.lineCount();
        Position place = isAfterEnd ? file.position(file.text().length()) : new Position(line, 1);
        String fence = (isAfterEnd ? "\n" : "") + FrontMatter.FENCE + "\n";
        return Fix.possible("Write a line `---` below the fields", Fix.insertion(file.path(), place, fence));
    }

    private static Diagnostic misspelt(SourceFile file, int line, String where) {
        String typed = file.line(line).strip();
        String spaceless = SPACE.matcher(typed).replaceAll("");
        if (isFence(spaceless)) {
            return report(
                            line(file, line),
                            "the line `---` must contain nothing else, not even a space before it",
                            "type the line again")
                    .withFix(Optional.of(Fix.change(line(file, line), FrontMatter.FENCE, true)));
        }
        boolean isDashes = DASH.matcher(spaceless).replaceAll("-").matches("-{2,}|\\p{Pd}");
        return report(line(file, line), where + " `" + typed + "`, not `---`", "did you mean `---`?")
                .withFix(Optional.of(Fix.change(line(file, line), FrontMatter.FENCE, isDashes)));
    }

    private static Diagnostic late(SourceFile file, int line) {
        boolean isBlankAbove = file.text().substring(0, lineStart(file, line)).isBlank();
        Optional<Fix> fix = Optional.of(Fix.certain(
                        "Remove the empty lines above",
                        Fix.deletion(file.path(), Position.START, new Position(line, 1))))
                .filter(removal -> isBlankAbove);
        return report(
                        line(file, line),
                        "`" + file.line(line).strip() + "` is on line " + line
                                + ", but the very first line must be `---`",
                        "make `---` the first line of the file, with nothing above it")
                .withFix(fix);
    }

    private static boolean isFence(String line) {
        return line.stripTrailing().equals(FrontMatter.FENCE);
    }

    private static boolean isNearlyFence(String line) {
        String spaceless = SPACE.matcher(line).replaceAll("");
        return !isField(line)
                && NEARLY_FENCE.matcher(DASH.matcher(spaceless).replaceAll("-")).matches();
    }

    private static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    /** An empty line or a heading, which is a comment in YAML. */
    private static boolean isGap(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static Diagnostic report(Span span, String message, String help) {
        return Diagnostic.of(Codes.MISSING_FRONT_MATTER, span, message, help);
    }

    private static Span line(SourceFile file, int line) {
        int start = lineStart(file, line);
        return file.span(start, start + file.line(line).length());
    }

    private static int lineStart(SourceFile file, int line) {
        return file.offset(new Position(line, 1));
    }
}

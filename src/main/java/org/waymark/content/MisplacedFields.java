package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;

/**
 * Finds fields below the line that ends them, which readers would see as text: typed there, cut off by a superfluous
 * line {@code ---},
 * or pasted with another entry.
 *
 * @param names of the fields
 */
public record MisplacedFields(List<Diagnostic> diagnostics, Set<String> names) {
    private static final Pattern FIELD = Pattern.compile("([a-z][a-z0-9-]*):(?:\\s.*)?");
    private static final Pattern GOES_ON = Pattern.compile("(?:\\s+|- ).*");
    private static final Pattern CODE = Pattern.compile("\\s{0,3}(```|~~~).*");

    private static final MisplacedFields NONE = new MisplacedFields(List.of(), Set.of());

    static MisplacedFields find(SourceFile file, Kind kind, FrontMatter frontMatter) {
        int first = file.position(frontMatter.bodyStart()).line();
        if (!mayHold(file, kind, frontMatter.bodyStart())) {
            return NONE;
        }
        boolean isFenced = first > 1 && isFence(file.line(first - 1));
        Set<String> known = names(kind);
        var found = new ArrayList<Diagnostic>();
        var names = new LinkedHashSet<String>();
        Optional<String> code = Optional.empty();
        boolean isAtStart = isFenced;
        int line = first;
        while (line <= file.lineCount()) {
            String text = file.line(line);
            Matcher fence = CODE.matcher(text);
            if (fence.matches()) {
                code = code.isEmpty() ? Optional.of(fence.group(1)) : code.filter(open -> !open.equals(fence.group(1)));
            }
            if (text.isBlank() || isFence(text)) {
                line++;
                continue;
            }
            int end = endOfBlock(file, line);
            boolean isBlock = code.isEmpty() && isFields(file, line, end, known);
            if (isBlock) {
                for (int each = line; each < end; each++) {
                    name(file.line(each)).ifPresent(names::add);
                }
                found.add(report(file, first - 1, line, end, isAtStart));
            }
            isAtStart &= isBlock;
            line = code.isEmpty() ? Math.max(end, line + 1) : line + 1;
        }
        return new MisplacedFields(found, names);
    }

    /** Whether a line ends a block of fields below the others, which is found here, whatever Markdown makes of it. */
    public static boolean endAt(SourceFile file, Kind kind, int line) {
        int first = line;
        while (first > 1 && !file.line(first - 1).isBlank() && !isFence(file.line(first - 1))) {
            first--;
        }
        return first < line && isFence(file.line(line)) && isFields(file, first, line, names(kind));
    }

    private static Set<String> names(Kind kind) {
        return kind.fields().stream().map(Field::name).collect(Collectors.toSet());
    }

    /** Whether any line after an offset begins like a field of a kind; few do. */
    private static boolean mayHold(SourceFile file, Kind kind, int start) {
        String text = file.text();
        int line = start;
        while (line < text.length()) {
            int next = text.indexOf('\n', line) + 1;
            int end = next == 0 ? text.length() : next - 1;
            char c = text.charAt(line);
            if (c >= 'a'
                    && c <= 'z'
                    && name(text.substring(line, end)).flatMap(kind::field).isPresent()) {
                return true;
            }
            line = next == 0 ? end : next;
        }
        return false;
    }

    /** The first line after a given one that is empty, a fence, or the start of code. */
    private static int endOfBlock(SourceFile file, int line) {
        int end = line;
        while (end <= file.lineCount()) {
            String text = file.line(end);
            if (text.isBlank()
                    || isFence(text)
                    || (end > line && CODE.matcher(text).matches())) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isFields(SourceFile file, int line, int end, Set<String> known) {
        if (name(file.line(line)).filter(known::contains).isEmpty()) {
            return false;
        }
        for (int each = line; each < end; each++) {
            String text = file.line(each);
            if (name(text).isEmpty() && !GOES_ON.matcher(text).matches()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> name(String line) {
        Matcher field = FIELD.matcher(line);
        return field.matches() ? Optional.of(field.group(1)) : Optional.empty();
    }

    private static boolean isFence(String line) {
        return line.stripTrailing().equals(FrontMatter.FENCE);
    }

    private static Diagnostic report(SourceFile file, int fence, int line, int end, boolean isAtStart) {
        String name = name(file.line(line)).orElseThrow();
        int start = file.offset(new Position(line, 1));
        int above = line - 1;
        while (above > fence && file.line(above).isBlank()) {
            above--;
        }
        int below = end;
        while (below < file.lineCount() && file.line(below).isBlank()) {
            below++;
        }
        boolean isCut = isAtStart && isFence(file.line(below));
        boolean isCopy = above > fence && isFence(file.line(above)) && isFence(file.line(below));
        Diagnostic finding = Diagnostic.of(
                Codes.MISPLACED_FIELDS,
                file.span(start, start + name.length()),
                isCopy
                        ? "the fields of a second entry begin here, but a file contains only one"
                        : "`" + name + "` is below the line `---` that ends the fields, so readers see it as text",
                isCopy
                        ? "remove the copy, or move the second entry to a file of its own"
                        : isCut ? "remove the line `---` above it" : "move it above that line");
        return isCopy
                ? finding
                : finding.withFix(Optional.of(isCut ? withoutFence(file, fence) : moved(file, fence, line, end)));
    }

    private static Fix withoutFence(SourceFile file, int fence) {
        return Fix.certain(
                "Remove the line `---` above it",
                Fix.deletion(file.path(), new Position(fence, 1), new Position(fence + 1, 1)));
    }

    private static Fix moved(SourceFile file, int fence, int line, int end) {
        String block = file.text().substring(file.offset(new Position(line, 1)), file.offset(new Position(end, 1)));
        return Fix.certain(
                "Move it to the other fields",
                Fix.insertion(file.path(), new Position(fence, 1), block.stripTrailing() + "\n"),
                Fix.deletion(file.path(), new Position(line, 1), new Position(end, 1)));
    }
}

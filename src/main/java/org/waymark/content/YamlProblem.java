package org.waymark.content;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Explains a YAML parser error in plain words. Jackson wraps the exception of its own parser, SnakeYAML Engine, which
 * alone knows the exact position.
 */
final class YamlProblem {
    private static final String QUOTE =
            "put the whole value in single quotes, and write a single quote within it twice: 'it''s'";

    /** The name of a field followed by a character that only looks like a colon. */
    private static final Pattern OTHER_COLON = Pattern.compile(
            "([A-Za-z][\\w-]*)[\\uFF1A\\uFE55\\uFE13\\u02D0\\uA789\\u2236\\u0589\\u05C3][ \\u00A0\\u3000]*");

    /** The name of a field followed by an equals sign, as in TOML and in programs. */
    private static final Pattern EQUALS = Pattern.compile("([\"']?)([A-Za-z][\\w-]*)\\1(\\s*=\\s*)(?!=).*");

    /** The fields of a group in parentheses. */
    private static final Pattern PARENTHESES = Pattern.compile("\\(\\s*[\\w-]+: .*");

    private final SourceFile file;
    /** The start of the text that the parser read. */
    private final int base;

    private final int end;
    private final Predicate<String> isFieldName;
    /** Where the parser stopped. */
    private final int at;
    /** The start of what it was parsing then. */
    private final int from;

    private YamlProblem(
            SourceFile file, int base, int end, Predicate<String> isFieldName, Optional<Mark> at, Optional<Mark> from) {
        this.file = file;
        this.base = base;
        this.end = end;
        this.isFieldName = isFieldName;
        this.at = offset(at, base);
        this.from = offset(from, this.at);
    }

    /** @param base the start of the parsed text; the parser's positions count code points from there */
    static Diagnostic diagnose(
            SourceFile file, int base, int end, Predicate<String> isFieldName, JacksonException failure) {
        if (failure.getCause() instanceof MarkedYamlEngineException cause) {
            return new YamlProblem(file, base, end, isFieldName, cause.getProblemMark(), cause.getContextMark())
                    .diagnose(orEmpty(cause.getContext()), orEmpty(cause.getProblem()));
        }
        if (failure instanceof StreamConstraintsException) {
            return tooDeep(file, base, failure);
        }
        int at = failure.getLocation() == null
                ? base
                : file.offsetByCodePoints(
                        base, (int) Math.max(0, failure.getLocation().getCharOffset()));
        return restOfLine(file, at, "this cannot be read as a field and its value", QUOTE);
    }

    /** Jackson limits the depth (and the length of names) to prevent stack overflows. */
    private static Diagnostic tooDeep(SourceFile file, int base, JacksonException failure) {
        long at = failure.getLocation() == null ? 0 : failure.getLocation().getCharOffset();
        int place = Math.min(
                file.offsetByCodePoints(base, (int) Math.max(0, at)),
                file.text().length());
        return report(
                file,
                place,
                place,
                "values are nested too deeply to be read",
                "no field needs more than three levels; put a text that begins with a bracket or dash in quotes");
    }

    /** Anchors, aliases and tags make a value depend on another position, or on a type that its text does not show. */
    static Optional<Diagnostic> indirection(SourceFile file, int start) {
        int wordEnd = start;
        while (wordEnd < file.text().length() && file.text().charAt(wordEnd) > ' ') {
            wordEnd++;
        }
        String word = file.text().substring(start, wordEnd);
        if (word.equals("*")) {
            Optional<Diagnostic> bullet =
                    Bullets.find(file, start, Math.min(wordEnd + 1, file.text().length()));
            if (bullet.isPresent()) {
                return bullet;
            }
        }
        if (word.startsWith("**")) {
            return Optional.of(report(
                            file,
                            start,
                            wordEnd,
                            "a value cannot begin with an asterisk, and fields are plain text",
                            "remove the asterisks; or put the value in quotes if readers are to see them")
                    .withFix(YamlFixes.inQuotes(file, start, each -> true).map(Fix::ifChosen)));
        }
        String what = switch (word.isEmpty() ? ' ' : word.charAt(0)) {
            case '&' -> "`&` names a value (a YAML anchor)";
            case '*' -> "`*` refers to another value (a YAML alias)";
            case '!' -> "`!` gives a value a type (a YAML tag)";
            case '<' -> word.matches("<<:?") ? "`<<` includes other values (a YAML merge key)" : "";
            default -> "";
        };
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(report(
                                file,
                                start,
                                wordEnd,
                                what + ", which is not supported",
                                "write the value itself; put it in quotes if it begins with that character")
                        .withFix(YamlFixes.inQuotes(file, start, each -> true).map(Fix::ifChosen)));
    }

    /** A line that is indented more or less than it should be. */
    static Diagnostic indentation(SourceFile file, int at) {
        return restOfLine(
                file,
                at,
                "this line does not fit the indentation of the lines above",
                "align it with the line it belongs to");
    }

    /** @param isFieldName whether a word is the name of a field of the file */
    static Diagnostic notAField(SourceFile file, int at, Predicate<String> isFieldName) {
        String line = file.text().substring(at, lineEnd(file, at));
        if (line.matches("-\\S.*")) {
            return restOfLine(file, at, "this is not recognised as a list item", "add a space after the `-`")
                    .withFix(YamlFixes.space(file, at, isFieldName));
        }
        Optional<Diagnostic> equals = equalsSign(file, at, isFieldName);
        if (equals.isPresent()) {
            return equals.get();
        }
        Matcher colon = OTHER_COLON.matcher(line);
        if (colon.lookingAt()) {
            int place = at + colon.end(1);
            return report(
                            file,
                            place,
                            place + 1,
                            "this colon is from another script, so it does not end the name of a field",
                            "type an ordinary colon and a space")
                    .withFix(Optional.of(Fix.change(file.span(place, at + colon.end()), ": ", true)));
        }
        return restOfLine(
                        file,
                        at,
                        "this line is not of the form `field: value`",
                        line.matches("[\\w-]+:\\S.*")
                                ? "add a space after the colon"
                                : "write the name of a field, a colon, a space and its value; indent continuation lines by two spaces")
                .withFix(YamlFixes.space(file, at, isFieldName));
    }

    private static Optional<Diagnostic> equalsSign(SourceFile file, int at, Predicate<String> isFieldName) {
        String line = file.text().substring(at, lineEnd(file, at));
        Matcher equals = EQUALS.matcher(line);
        if (!equals.matches()) {
            return Optional.empty();
        }
        int sign = at + line.indexOf('=', equals.start(3));
        Fix fix = Fix.change(
                file.span(at + equals.start(3), at + equals.end(3)), ": ", isFieldName.test(equals.group(2)));
        return Optional.of(report(
                        file,
                        sign,
                        sign + 1,
                        "an equals sign does not end the name of a field",
                        "write a colon and a space in place of it: `" + equals.group(2) + ": …`")
                .withFix(Optional.of(fix)));
    }

    private Diagnostic diagnose(String context, String problem) {
        Optional<Diagnostic> hidden = hidden(problem);
        if (hidden.isPresent()) {
            return hidden.get();
        }
        if (problem.contains("(TAB)")) {
            int tab = file.text().indexOf('\t', Math.max(base, at - 1));
            int place = tab >= 0 && tab < end ? tab : at;
            return sign(place, "there is a tab here, but YAML allows only spaces", "replace it with spaces")
                    .withFix(charAt(place) == '\t' ? YamlFixes.spaces(file, place, end) : Optional.empty());
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return UnclosedQuote.at(file, from);
        }
        if (problem.contains("escape character") || problem.contains("escape sequence")) {
            int backslash = Math.max(base, file.text().lastIndexOf('\\', at));
            return report(
                    file,
                    backslash,
                    backslash + 2,
                    "a backslash within double quotes must begin a known escape",
                    "use single quotes, which leave backslashes unchanged");
        }
        Optional<Diagnostic> indirection = indirection(file, from);
        if (indirection.isPresent() && (context + problem).matches("(?s).*(anchor|alias|tag).*")) {
            return indirection.get();
        }
        if (problem.contains("mapping values are not allowed")) {
            return colon();
        }
        if (problem.contains("expected ',' or")) {
            return flow();
        }
        if (problem.contains("expected the node content")) {
            return ",]}".indexOf(charAt(at)) >= 0 ? cannotBegin(at) : unfinished(problem);
        }
        if (context.contains("block scalar") && !problem.contains("leading empty lines")) {
            return cannotBegin(from);
        }
        if (problem.contains("cannot start any token") || problem.contains("mapping keys are not allowed")) {
            return cannotBegin(at);
        }
        if (problem.contains("sequence entries are not allowed")) {
            return sign(
                    at,
                    "a list cannot begin on the line of its field",
                    "write each item on a line of its own; or use quotes if this is not a list");
        }
        return problem.contains("could not find expected ':'") ? notAField(file, from, isFieldName) : misplaced();
    }

    /** A comment that hides what the parser misses. */
    private Optional<Diagnostic> hidden(String problem) {
        if (problem.contains("expected ',' or") || problem.contains("stream end>")) {
            return ("[{".indexOf(charAt(from)) >= 0 ? Optional.of(from) : bracket())
                    .flatMap(opening -> HiddenText.inBrackets(file, opening, end));
        }
        int top = file.position(base).line();
        return problem.contains("expected ':'") || problem.contains("mapping values") || problem.contains("block end")
                ? HiddenText.aboveLine(file, file.position(from).line(), top)
                        .or(() -> HiddenText.aboveLine(file, file.position(at).line(), top))
                : Optional.empty();
    }

    /** A colon where no field can begin: within a value, or on a line that the one above has made part of a value. */
    private Diagnostic colon() {
        int line = file.position(at).line();
        int lineStart = file.offset(new Position(line, 1));
        YamlLine field = YamlLine.of(file.line(line));
        boolean isOwnColon = field.isField() && at - lineStart <= field.colon();
        Optional<Diagnostic> equals = equalsSign(file, firstSign(line), isFieldName);
        if (equals.isPresent()) {
            return equals.get();
        }
        if (!isOwnColon
                && field.isField()
                && PARENTHESES.matcher(field.value().strip()).matches()) {
            return parentheses(lineStart, field);
        }
        if (!isOwnColon) {
            return sign(at, "a second colon on the line begins another field here", QUOTE)
                    .withFix(YamlFixes.inQuotes(file, at, isFieldName));
        }
        int above = line - 1;
        int notAField = 0;
        int top = file.position(base).line();
        while (above >= top && !YamlLine.of(file.line(above)).isField()) {
            notAField = file.line(above).isBlank() ? notAField : above;
            above--;
        }
        YamlLine owner = YamlLine.of(above < top ? "" : file.line(above));
        boolean isGroup = !owner.isField() || owner.value().isBlank();
        return notAField > 0 && isGroup
                ? notAField(file, firstSign(notAField), isFieldName)
                : indentation(file, firstSign(line));
    }

    private Diagnostic parentheses(int lineStart, YamlLine field) {
        int opening = file.text().indexOf('(', lineStart + field.colon());
        String value = field.value().strip();
        int closing = opening + value.length() - 1;
        Optional<Fix> fix = Optional.of(value)
                .filter(text -> text.endsWith(")") && text.indexOf('(', 1) < 0)
                .map(text -> Fix.certain(
                        "Write braces around it",
                        new Edit(file.span(opening, opening + 1), "{"),
                        new Edit(file.span(closing, closing + 1), "}")));
        return sign(
                        opening,
                        "parentheses do not hold the fields of a group",
                        "write braces around them: `{` in place of `(`, and `}` in place of `)`; or put a text in quotes")
                .withFix(fix);
    }

    /** Something within brackets that is neither a comma nor the closing bracket. */
    private Diagnostic flow() {
        char opening = charAt(from);
        char closing = opening == '[' ? ']' : '}';
        char found = charAt(at);
        boolean sameLine = file.position(at).line() == file.position(from).line();
        if (found <= ' ' || (!sameLine && "\"'[{".indexOf(found) < 0)) {
            return unclosed(from);
        }
        if (isAfterQuote()) {
            return quotedTooSoon();
        }
        if (found == ']' || found == '}') {
            return sign(at, "`" + opening + "` is not closed with `" + found + "`", "write `" + closing + "`")
                    .withFix(YamlFixes.changed(file, at, closing));
        }
        boolean isOpening = found == '[' || found == '{';
        if (before().matches(".*[]}]") && !isOpening && "\"'".indexOf(found) < 0) {
            return afterBracket();
        }
        if (isOpening && at > 0 && " \n,[]{}".indexOf(charAt(at - 1)) < 0) {
            return sign(at, "a text with `" + found + "` in it needs quotes here", QUOTE);
        }
        return found == ':'
                ? sign(
                        at,
                        "a second colon begins another field here",
                        "write a comma between two fields; or put the value in quotes")
                : restOfLine(file, at, "a comma is missing before this", "write a comma between two values")
                        .withFix(YamlFixes.comma(file, at));
    }

    /** The text ends, or another field begins, where a value should be. */
    private Diagnostic unfinished(String problem) {
        return (problem.contains("end>") ? bracket() : Optional.<Integer>empty())
                .map(this::unclosed)
                .orElseGet(() -> indentation(file, at));
    }

    /** The nearest unclosed bracket above. */
    private Optional<Integer> bracket() {
        int depth = 0;
        for (int i = Math.min(at, end) - 1; i >= base; i--) {
            char c = charAt(i);
            depth += c == ']' || c == '}' ? 1 : 0;
            depth -= c == '[' || c == '{' ? 1 : 0;
            if (depth < 0) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Diagnostic unclosed(int opening) {
        Diagnostic problem = charAt(opening) == '['
                ? sign(opening, "a list opens here with `[` and is not closed with `]`", "add the `]`")
                : sign(opening, "`{` opens here and is not closed with `}`", "add the `}`, or use quotes");
        return problem.withFix(YamlFixes.closed(file, opening, charAt(opening) == '[' ? "]" : "}"));
    }

    /** The parser expected the value or the list to end. Usually an apostrophe has closed a quoted text too soon. */
    private Diagnostic misplaced() {
        char found = charAt(at);
        if (found == ']' || found == '}') {
            return sign(at, "nothing is open that `" + found + "` could close", "remove it, or use quotes");
        }
        if (isAfterQuote()) {
            return quotedTooSoon();
        }
        String before = before();
        if (before.matches(".*[]}]")) {
            return afterBracket();
        }
        int star = before.lastIndexOf(" *") + 1;
        return before.matches(".* \\*\\S+")
                ? indirection(file, file.offset(new Position(file.position(at).line(), star + 1)))
                        .orElseThrow()
                : indentation(file, at);
    }

    private Diagnostic afterBracket() {
        return restOfLine(
                file,
                at,
                "the value ends with the bracket before this text",
                "remove the text; or use quotes if the value only begins with a bracket");
    }

    private boolean isAfterQuote() {
        return before().matches(".*['\"]");
    }

    private Diagnostic quotedTooSoon() {
        if (file.line(file.position(at).line())
                .substring(file.position(at).column() - 1)
                .matches(",\\s*")) {
            return sign(at, "a comma ends the line, as in JSON; fields have none", "remove it")
                    .withFix(Optional.of(Fix.certain("Remove it", new Edit(file.span(at, at + 1), ""))));
        }
        Optional<Diagnostic> unclosed = UnclosedQuote.above(
                file, file.position(at).line(), file.position(base).line());
        if (unclosed.isPresent()) {
            return unclosed.get();
        }
        String help = before().endsWith("'")
                ? "write an apostrophe within single quotes twice: 'it''s'"
                : "put the whole value in single quotes, which may contain double ones: 'the \"best\" hub'";
        return restOfLine(file, at, "the quoted value ends before this text", help)
                .withFix(YamlFixes.requoted(file, at));
    }

    private Diagnostic cannotBegin(int place) {
        Optional<Fix> fix = YamlFixes.inQuotes(file, place, isFieldName);
        String sign = charAt(place) == '`' ? "a backtick" : "`" + charAt(place) + "`";
        return sign(place, "a value cannot begin with " + sign, QUOTE)
                .withFix("]}".indexOf(charAt(place)) < 0 ? fix : fix.map(Fix::ifChosen));
    }

    /** The text before the position on its line. */
    private String before() {
        Position position = file.position(at);
        return file.line(position.line()).substring(0, position.column() - 1).stripTrailing();
    }

    /** Where a line begins, after its spaces and the dash of a list item. */
    private int firstSign(int line) {
        return file.offset(new Position(line, YamlLine.of(file.line(line)).content() + 1));
    }

    private char charAt(int place) {
        return place < file.text().length() ? file.text().charAt(place) : '\n';
    }

    private int offset(Optional<Mark> mark, int otherwise) {
        return mark.map(m -> Math.min(file.offsetByCodePoints(base, m.getIndex()), Math.max(base, end - 1)))
                .orElse(otherwise);
    }

    private Diagnostic sign(int place, String message, String help) {
        return report(file, place, place + 1, message, help);
    }

    private static Diagnostic restOfLine(SourceFile file, int at, String message, String help) {
        return report(file, at, lineEnd(file, at), message, help);
    }

    private static int lineEnd(SourceFile file, int at) {
        int lineEnd = file.text().indexOf('\n', at);
        return lineEnd < 0 ? file.text().length() : lineEnd;
    }

    private static Diagnostic report(SourceFile file, int start, int end, String message, String help) {
        int length = file.text().length();
        return Diagnostic.of(
                Codes.INVALID_YAML, file.span(Math.min(start, length), Math.min(end, length)), message, help);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

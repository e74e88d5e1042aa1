package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/** Fixes for text that is not YAML, if it is clear what was meant. Offsets are in UTF-16 units. */
final class YamlFixes {
    private static final Pattern WORD_BEFORE = Pattern.compile("([\\w-]+)[\"']?\\s*$");
    private static final String IN_QUOTES = "Put it in quotes";

    private YamlFixes() {}

    /**
     * The value on a line.
     *
     * @param indentation that of its field or item; lines below that are indented further belong to it
     */
    private record LineValue(SourceFile file, int line, int indentation, int column, String text) {
        static Optional<LineValue> at(SourceFile file, int offset) {
            int line = file.position(offset).line();
            YamlLine row = YamlLine.of(file.line(line));
            if (row.isField()) {
                return of(file, line, row.content(), row.colon() + 1, row.value());
            }
            return row.isItem()
                    ? of(
                            file,
                            line,
                            row.indentation(),
                            row.content(),
                            row.text().substring(row.content()))
                    : Optional.empty();
        }

        private static Optional<LineValue> of(SourceFile file, int line, int indentation, int column, String text) {
            String value = text.strip();
            int start = column + text.indexOf(value);
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LineValue(file, line, indentation, start, value));
        }

        Span span() {
            return new Span(file.path(), line, column + 1, line, column + 1 + text.length());
        }

        /**
         * Whether the value is complete: no comment follows, no bracket or comma ends it, and it does not continue
         * below.
         */
        boolean isWhole() {
            int below = line + 1;
            while (below < file.lineCount() && file.line(below).isBlank()) {
                below++;
            }
            String next = file.line(below);
            boolean goesOn =
                    !next.isBlank() && next.length() - next.stripLeading().length() > indentation;
            return !goesOn && !text.contains(" #") && ",]}".indexOf(text.charAt(text.length() - 1)) < 0;
        }

        Fix changed(UnaryOperator<String> change, boolean isCertain) {
            return new Fix(IN_QUOTES, isCertain && isWhole(), List.of(new Edit(span(), change.apply(text))));
        }
    }

    /**
     * Quotes the value on a line at whose text the parser has stopped.
     *
     * @param isFieldName whether a word is the name of a field of the file
     */
    static Optional<Fix> inQuotes(SourceFile file, int at, Predicate<String> isFieldName) {
        return LineValue.at(file, at)
                .filter(value -> "'\"[{".indexOf(value.text().charAt(0)) < 0)
                .map(value -> value.changed(YamlFixes::quoted, isText(file, at, isFieldName)));
    }

    /** Whether the words before a colon are not the name of a field, which would make two fields of one line. */
    private static boolean isText(SourceFile file, int at, Predicate<String> isFieldName) {
        Position place = file.position(at);
        Matcher word = WORD_BEFORE.matcher(file.line(place.line()).substring(0, place.column() - 1));
        return !file.text().startsWith(":", at) || !word.find() || !isFieldName.test(word.group(1));
    }

    /** Requotes a value that was ended by an apostrophe or quotation mark within it. */
    static Optional<Fix> requoted(SourceFile file, int at) {
        Optional<LineValue> found = LineValue.at(file, at);
        if (found.isEmpty() || "'\"".indexOf(found.get().text().charAt(0)) < 0) {
            return Optional.empty();
        }
        LineValue value = found.get();
        String text = value.text();
        char quote = text.charAt(0);
        boolean isClosed = text.length() > 2 && text.charAt(text.length() - 1) == quote;
        if (!isClosed) {
            return Optional.of(value.changed(YamlFixes::quoted, false));
        }
        String inner = text.substring(1, text.length() - 1);
        boolean isRight = quote == '\'' && text.equals(quoted(inner.replace("''", "'")));
        return isRight || (inner.indexOf('\\') >= 0 && quote == '"')
                ? Optional.empty()
                : Optional.of(value.changed(typed -> quoted(quote == '"' ? inner : inner.replace("''", "'")), true));
    }

    /** A text in single quotes. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Closes a quotation mark at the end of its line, if it was meant to end there. */
    static Optional<Fix> closed(SourceFile file, int opening, String closing) {
        Position place = file.position(opening);
        String line = file.line(place.line()).stripTrailing();
        if (line.endsWith("\\")) {
            return Optional.empty();
        }
        return Optional.of(Fix.possible(
                "Add `" + closing + "` at the end of the line",
                Fix.insertion(file.path(), new Position(place.line(), line.length() + 1), closing)));
    }

    static Optional<Fix> changed(SourceFile file, int at, char sign) {
        return Optional.of(Fix.change(file.span(at, at + 1), String.valueOf(sign), true));
    }

    static Optional<Fix> comma(SourceFile file, int at) {
        return Optional.of(
                Fix.possible("Write a comma before it", Fix.insertion(file.path(), file.position(at), ", ")));
    }

    /** Adds the space after a dash or colon without which a line is not an item or field. */
    static Optional<Fix> space(SourceFile file, int at, Predicate<String> isFieldName) {
        Position place = file.position(at);
        String line = file.line(place.line()).substring(place.column() - 1);
        boolean isItem = line.matches("-[^-\\s].*");
        Matcher field = Pattern.compile("([\\w-]+):[^/\\s].*").matcher(line);
        if (!isItem && !field.matches()) {
            return Optional.empty();
        }
        int after = place.column() + (isItem ? 1 : field.end(1) + 1);
        var edits = new ArrayList<Edit>();
        edits.add(Fix.insertion(file.path(), new Position(place.line(), after), " "));
        if (isItem) {
            addShiftBelow(edits, file, place);
        }
        return Optional.of(new Fix(
                "Add a space after the " + (isItem ? "dash" : "colon"),
                isItem || isFieldName.test(field.group(1)),
                edits));
    }

    /** The other lines of an item are aligned with its first word, which a space moves to the right. */
    private static void addShiftBelow(List<Edit> edits, SourceFile file, Position dash) {
        for (int line = dash.line() + 1; indentation(file.line(line)) == dash.column(); line++) {
            edits.add(Fix.insertion(file.path(), new Position(line, 1), " "));
        }
    }

    private static int indentation(String line) {
        return line.isBlank() ? 0 : line.length() - line.stripLeading().length();
    }

    /** Replaces the tab at an offset with spaces; if it indents a line, also those of the lines below. */
    static Optional<Fix> spaces(SourceFile file, int tab, int end) {
        Position place = file.position(tab);
        boolean indents =
                file.line(place.line()).substring(0, place.column() - 1).isBlank();
        if (!indents) {
            return Optional.of(Fix.certain("Replace the tab with a space", new Edit(file.span(tab, tab + 1), " ")));
        }
        var edits = new ArrayList<Edit>();
        for (int line = place.line(); file.offset(new Position(line, 1)) < end; line++) {
            String text = file.line(line);
            String indentation =
                    text.substring(0, text.length() - text.stripLeading().length());
            if (indentation.indexOf('\t') < 0) {
                break;
            }
            edits.add(new Edit(
                    new Span(file.path(), line, 1, line, indentation.length() + 1), indentation.replace("\t", "  ")));
        }
        return Optional.of(new Fix("Replace the tabs with spaces", true, edits));
    }

    /** Removes the second of two equal fields, if it is alone on its lines. */
    static Optional<Fix> withoutTwin(SourceFile file, Member twin, Member first) {
        boolean isEqual = twin.value().isPresent()
                && first.value().isPresent()
                && twin.value().get() instanceof Scalar second
                && first.value().get() instanceof Scalar scalar
                && second.text().equals(scalar.text());
        if (!isEqual) {
            return Optional.empty();
        }
        Position start = twin.key().span().start();
        Position end = twin.value().get().span().end();
        boolean isAlone =
                file.line(start.line()).substring(0, start.column() - 1).isBlank()
                        && file.line(end.line()).substring(end.column() - 1).isBlank();
        return isAlone
                ? Optional.of(Fix.certain(
                        "Remove it",
                        Fix.deletion(file.path(), new Position(start.line(), 1), new Position(end.line() + 1, 1))))
                : Optional.empty();
    }
}

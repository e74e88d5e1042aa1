package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;
import tools.jackson.core.JacksonException;

/**
 * Reads broken YAML. A parser gives up at the first mistake. So that an editor sees all mistakes at once, the text is read
 * in pieces, one for each line that begins a field or list item at the left margin, and each without what is broken in it.
 */
final class YamlPieces {
    private static final Pattern FIELD = Pattern.compile("[^-\\s].*?:(\\s.*)?");
    private static final Pattern ITEM = Pattern.compile("-(\\s.*)?");
    /** Comments, the ends of brackets opened on a line above, and document markers. */
    private static final Pattern NO_CONTENT = Pattern.compile("\\s.*|[#\\]}].*|---(\\s.*)?|");

    /**
     * The most mistakes to report in one file. Each requires another pass over the rest of the file, so without a limit
     * a long file with a mistake in each line would take hours.
     */
    static final int MOST_MISTAKES = 50;

    /** The most passes over one file: lines in a row with the same fault are one mistake, but each takes a pass. */
    private static final int MOST_PASSES = 200;

    private final SourceFile file;
    private final int end;
    private final Predicate<String> isFieldName;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<Value> items = new ArrayList<>();
    private int passes;
    /** The problem that was found last, reported or not. */
    private @Nullable Diagnostic latest;

    private YamlPieces(SourceFile file, int end, Predicate<String> isFieldName) {
        this.file = file;
        this.end = end;
        this.isFieldName = isFieldName;
    }

    /** Reads what can be read between two offsets, and reports the rest. */
    static Outcome<Value> read(SourceFile file, int start, int end, Predicate<String> isFieldName) {
        var pieces = new YamlPieces(file, end, isFieldName);
        pieces.readFrom(file.position(start).line());
        if (pieces.isGivenUp()) {
            // Unread fields are not missing.
            pieces.members.replaceAll((name, member) -> new Member(member.key(), Optional.empty()));
            pieces.members.computeIfAbsent("", name -> pieces.nothing(start));
        }
        Span span = file.span(start, end);
        Value whole = pieces.items.isEmpty()
                ? new Mapping(List.copyOf(pieces.members.values()), span)
                : new Sequence(pieces.items, false, span);
        return Outcome.of(whole, pieces.diagnostics);
    }

    private boolean isGivenUp() {
        return diagnostics.size() >= MOST_MISTAKES || passes >= MOST_PASSES;
    }

    private Member nothing(int start) {
        return new Member(new Value.Scalar("", file.span(start, start)), Optional.empty());
    }

    private void readFrom(int first) {
        int start = first;
        boolean begun = false;
        boolean isList = false;
        var strays = new ArrayList<Integer>();
        for (int line = first; lineStart(line) < end && !isGivenUp(); line++) {
            String text = file.line(line);
            if (NO_CONTENT.matcher(text).matches()) {
                continue;
            }
            boolean isItem = ITEM.matcher(text).matches();
            isList |= isItem && !begun && strays.isEmpty();
            boolean begins = isList ? text.startsWith("-") : FIELD.matcher(text).matches() && !isOutdented(line);
            if (begins && (begun || !strays.isEmpty())) {
                readPiece(start, line, strays, isList);
                start = line;
                strays.clear();
            } else if (!begins && !isItem) {
                strays.add(line);
            }
            begun |= begins;
        }
        readPiece(start, file.position(Math.max(0, end - 1)).line() + 1, strays, isList);
    }

    /** Whether a line with a field of a group is at the left margin by mistake. */
    private boolean isOutdented(int line) {
        YamlLine row = YamlLine.of(file.line(line));
        int below = keyColumn(line + 1);
        return row.isField() && !row.value().isBlank() && below > 0 && below == keyColumn(line - 1);
    }

    private int keyColumn(int line) {
        YamlLine row = YamlLine.of(line < 1 ? "" : file.line(line));
        return row.isField() ? row.content() : 0;
    }

    private void readPiece(int first, int after, List<Integer> strays, boolean isList) {
        var repair = new YamlRepair(file, Math.min(end, lineStart(after)), isFieldName);
        int last = -1;
        for (int stray : strays) {
            if (isGivenUp()) {
                return;
            }
            boolean goesOn = stray == last + 1 && (isList || file.line(stray).indexOf(':') < 0);
            if (!goesOn) {
                int at = lineStart(stray);
                boolean isField = FIELD.matcher(file.line(stray)).matches();
                diagnostics.add(
                        isField ? YamlProblem.indentation(file, at) : YamlProblem.notAField(file, at, isFieldName));
            }
            last = stray;
        }
        repair.takeOutLines(strays);
        Optional<Value> value = read(repair, lineStart(first));
        if (value.isPresent() && value.get() instanceof Sequence sequence) {
            items.addAll(sequence.items());
        } else if (isList && !repair.isBroken(first)) {
            diagnostics.add(YamlProblem.notAField(file, lineStart(first), isFieldName));
        } else if (value.isPresent() && value.get() instanceof Mapping mapping) {
            mapping.members().forEach(this::add);
        } else {
            if (value.isPresent()) {
                diagnostics.add(YamlProblem.notAField(
                        file, file.offset(value.get().span().start()), isFieldName));
            }
            Scalar name = YamlRepair.name(file, lineStart(first), lineStart(after));
            members.putIfAbsent(name.text(), new Member(name, Optional.empty()));
        }
        repair.takeLost(lineStart(first), lineStart(after)).forEach(key -> add(new Member(key, Optional.empty())));
    }

    private void add(Member member) {
        Member first = members.get(member.key().text());
        if (first == null || first.value().isEmpty()) {
            members.put(member.key().text(), member);
        } else if (member.value().isPresent() && !YamlReader.isMerged(file, member, first)) {
            diagnostics.add(YamlReader.duplicate(file, member, first));
        }
    }

    /** Parses a piece repeatedly, each time without whatever stopped the parser. */
    private Optional<Value> read(YamlRepair repair, int start) {
        while (!isGivenUp()) {
            var reader = new YamlReader(repair, start);
            try {
                Optional<Value> value = reader.parse(repair.end());
                diagnostics.addAll(reader.diagnostics());
                return value;
            } catch (JacksonException e) {
                passes++;
                Diagnostic problem = YamlProblem.diagnose(repair.file(), start, repair.end(), isFieldName, e);
                int line = problem.span().start().line();
                if (!repair.isBroken(line) && !goesOn(problem)) {
                    diagnostics.add(problem);
                }
                latest = problem;
                if (!repair.takeOut(line)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a line has the same fault as the one above it, so both are one mistake. */
    private boolean goesOn(Diagnostic problem) {
        return latest != null
                && latest.message().equals(problem.message())
                && latest.help().equals(problem.help())
                && latest.span().startColumn() == problem.span().startColumn()
                && latest.span().startLine() == problem.span().startLine() - 1;
    }

    private int lineStart(int line) {
        return file.offset(new Position(line, 1));
    }
}

package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.RouteLedger;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Comment;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLSchema;

/**
 * Reads YAML token by token, because only tokens have the text of every value as typed and its position; Jackson's tree
 * loses duplicate keys and reads an alias as its name. Invalid YAML is left to {@link YamlPieces}.
 */
final class YamlReader {
    /**
     * Without YAML's own types for values, since fields have types; and without a limit of length, which the
     * addresses of a large directory would reach.
     */
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .yamlSchema(YAMLSchema.FAILSAFE)
            .loadSettings(LoadSettings.builder()
                    .setAllowDuplicateKeys(true) // they are reported, each with its span
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .build())
            .build();
    /** The length of {@code ---} and {@code ...}, which end a document. */
    private static final int MARKER = 3;

    private static final Pattern LATER_ITEM = Pattern.compile("\\n *(- )");

    private final YamlRepair repair;
    private final SourceFile file;
    /** The start of the text being read. */
    private final int base;

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    /** How many brackets are open. */
    private int brackets;

    YamlReader(YamlRepair repair, int base) {
        this.repair = repair;
        this.file = repair.file();
        this.base = base;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * Reads a part of a file, from offset to offset. No value if the part is empty.
     *
     * @param isFieldName whether a word is the name of a field of the file, which decides how certain a fix is
     */
    static Outcome<Value> read(SourceFile file, int start, int end, Predicate<String> isFieldName) {
        OptionalInt second = secondDocument(file.text(), start, end);
        if (second.isEmpty()) {
            return readDocument(file, start, end, isFieldName);
        }
        int at = second.getAsInt();
        Outcome<Value> first = readDocument(file, start, at, isFieldName);
        var diagnostics = new ArrayList<>(first.diagnostics());
        diagnostics.add(Diagnostic.of(
                Codes.INVALID_YAML,
                file.span(at, at + MARKER),
                "a second document begins here, but a file may contain only one",
                "remove this line, or move the rest to a file of its own"));
        return new Outcome<>(first.value(), diagnostics);
    }

    /** The position of a document end marker below the content of the first (YAML 1.2, section 9.1). */
    private static OptionalInt secondDocument(String text, int start, int end) {
        boolean content = false;
        int line = start;
        while (line < end) {
            boolean marker = (text.startsWith("---", line) || text.startsWith("...", line))
                    && (line + MARKER >= end || text.charAt(line + MARKER) <= ' ');
            if (content && marker && (text.charAt(line) == '-' || !isBlank(text, line + MARKER, end))) {
                return OptionalInt.of(line);
            }
            int next = text.indexOf('\n', line);
            next = next < 0 || next >= end ? end : next + 1;
            content = content || (!marker && "#%".indexOf(text.charAt(line)) < 0 && !isBlank(text, line, next));
            line = next;
        }
        return OptionalInt.empty();
    }

    private static boolean isBlank(String text, int start, int end) {
        return start >= end || text.substring(start, end).isBlank();
    }

    private static Outcome<Value> readDocument(SourceFile file, int start, int end, Predicate<String> isFieldName) {
        var reader = new YamlReader(new YamlRepair(file, end, isFieldName), start);
        try {
            Optional<Value> value = reader.parse(end);
            boolean isText = value.isPresent() && value.get() instanceof Scalar;
            return isText ? YamlPieces.read(file, start, end, isFieldName) : new Outcome<>(value, reader.diagnostics);
        } catch (JacksonException e) {
            Outcome<Value> pieces = YamlPieces.read(file, start, end, isFieldName);
            return pieces.diagnostics().isEmpty()
                    ? new Outcome<>(pieces.value(), List.of(YamlProblem.diagnose(file, start, end, isFieldName, e)))
                    : pieces;
        }
    }

    /** @throws JacksonException if the text is not YAML */
    Optional<Value> parse(int end) {
        String text = file.text().substring(base, end);
        try (var parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), new SnakeYamlReader(text))) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.empty();
            }
            Optional<Value> value = value(parser, token);
            JsonToken next = parser.nextToken();
            return next == null ? value : value(parser, next); // the first document was empty
        }
    }

    /** No value if the text is broken or has an unsupported one, which is reported. */
    private Optional<Value> value(YAMLParser parser, JsonToken token) {
        int start = start(parser);
        int end = end(parser, start);
        boolean plain = isPlain(start, end);
        return switch (token) {
            case START_OBJECT, START_ARRAY -> {
                int opening = "[{".indexOf(charAt(start)) >= 0 ? 1 : 0;
                brackets += opening;
                Optional<Value> value =
                        token == JsonToken.START_ARRAY ? sequence(parser, start) : Optional.of(mapping(parser, start));
                brackets -= opening;
                yield value;
            }
            default -> plain ? scalar(parser, start, end) : Optional.empty();
        };
    }

    private Optional<Value> scalar(YAMLParser parser, int start, int end) {
        String read = isNull(start, end) ? "" : parser.getString();
        var scalar = new Scalar(read, file.span(start, end), comment(start, end));
        if (scalar.text().isBlank() && isBroken(scalar.span().startLine())) {
            return Optional.empty(); // there was a value
        }
        Optional<Diagnostic> item = itemWithin(scalar, start, end);
        item.ifPresent(diagnostics::add);
        return item.isEmpty() ? Optional.of(scalar) : Optional.empty();
    }

    /**
     * Text after a value on its line that looks like a comment. After a quotation mark it is one, unless it continues
     * at once
     * as `#2` does. Within brackets it ends where the next value begins.
     */
    private Optional<Comment> comment(int start, int end) {
        int sign = end;
        while (charAt(sign) == ' ' || charAt(sign) == '\t') {
            sign++;
        }
        if (charAt(sign) != '#' || sign == base || charAt(sign - 1) > ' ' || "|>".indexOf(charAt(start)) >= 0) {
            return Optional.empty();
        }
        boolean isQuoted = end > start && "'\"".indexOf(charAt(start)) >= 0;
        if (isQuoted && !Character.isLetterOrDigit(charAt(sign + 1))) {
            return Optional.empty();
        }
        int after = sign;
        while (after < file.text().length()
                && charAt(after) != '\n'
                && (brackets == 0 || ",]}".indexOf(charAt(after)) < 0)) {
            after++;
        }
        after = trimmed(sign, after);
        int from = start == end ? sign : start;
        return Optional.of(new Comment(
                file.span(sign, after), file.span(from, after), file.text().substring(from, after)));
    }

    /** Whether YAML's core schema reads the text as null. Nobody wants to see it on a page. */
    private boolean isNull(int start, int end) {
        String text = file.text();
        return switch (end - start) {
            case 1 -> text.charAt(start) == '~';
            case 4 ->
                text.startsWith("null", start) || text.startsWith("Null", start) || text.startsWith("NULL", start);
            default -> false;
        };
    }

    private boolean isBroken(int line) {
        return repair.isBroken(line) || repair.isBroken(line + 1);
    }

    /** A line of a plain value that begins with a dash was meant as a list item; it, or the first line, has a mistake. */
    private Optional<Diagnostic> itemWithin(Scalar scalar, int start, int end) {
        Optional<Diagnostic> bullet = Bullets.find(file, start, end);
        if (bullet.isPresent()) {
            return bullet;
        }
        if (!scalar.text().contains(" - ") || "'\"|>".indexOf(charAt(start)) >= 0) {
            return Optional.empty();
        }
        Matcher item = LATER_ITEM.matcher(file.text()).region(start, end);
        if (!item.find()) {
            return Optional.empty();
        }
        return Optional.of(
                charAt(start) == '-'
                        ? YamlProblem.notAField(file, start, repair.isFieldName())
                        : YamlProblem.indentation(file, item.start(1)));
    }

    private Mapping mapping(YAMLParser parser, int start) {
        var members = new LinkedHashMap<String, Member>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int keyStart = start(parser);
            int keyEnd = end(parser, keyStart);
            var key = new Scalar(parser.currentName(), file.span(keyStart, keyEnd));
            boolean plain = isPlain(keyStart, keyEnd);
            int found = diagnostics.size();
            Optional<Value> value = value(parser, parser.nextToken());
            if (!plain) {
                diagnostics.subList(found, diagnostics.size()).clear();
            }
            var member = new Member(key, plain ? value : Optional.empty());
            Member first = members.putIfAbsent(key.text(), member);
            if (first != null && value.isPresent() && !isMerged(file, member, first)) {
                diagnostics.add(duplicate(file, member, first));
            }
        }
        int last = start(parser);
        repair.takeLost(start, last).forEach(key -> members.putIfAbsent(key.text(), new Member(key, Optional.empty())));
        return new Mapping(List.copyOf(members.values()), file.span(start, trimmed(start, end(parser, last))));
    }

    /** Without unsupported items; no value if none is left. */
    private Optional<Value> sequence(YAMLParser parser, int start) {
        var items = new ArrayList<Value>();
        boolean complete = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Optional<Value> item = value(parser, token);
            complete &= item.isPresent();
            item.ifPresent(items::add);
        }
        return complete || !items.isEmpty()
                ? Optional.of(new Sequence(
                        items, charAt(start) == '[', file.span(start, trimmed(start, end(parser, start(parser))))))
                : Optional.empty();
    }

    /** Whether two lines of the route ledger are the same, as when two branches that both added it are merged. */
    static boolean isMerged(SourceFile file, Member twin, Member first) {
        return file.path().equals(RouteLedger.PATH)
                && twin.value().orElse(null) instanceof Scalar value
                && first.value().orElse(null) instanceof Scalar other
                && value.text().strip().equals(other.text().strip());
    }

    static Diagnostic duplicate(SourceFile file, Member twin, Member first) {
        return Diagnostic.of(
                        Codes.DUPLICATE_KEY,
                        twin.key().span(),
                        "`" + twin.key().text() + "` appears here a second time",
                        "keep one of the two")
                .withNote(first.key().span(), "the first one is here")
                .withFix(YamlFixes.withoutTwin(file, twin, first));
    }

    /** Whether the value is literal, not from an anchor, alias or tag. */
    private boolean isPlain(int start, int end) {
        if (start == end || "&*!<".indexOf(charAt(start)) < 0) {
            return true;
        }
        if (diagnostics.size() >= YamlPieces.MOST_MISTAKES) {
            return false;
        }
        Optional<Diagnostic> problem = YamlProblem.indirection(file, start);
        problem.ifPresent(diagnostics::add);
        return problem.isEmpty();
    }

    private char charAt(int offset) {
        return offset < file.text().length() ? file.text().charAt(offset) : '\n';
    }

    /** Where the current token begins. */
    private int start(YAMLParser parser) {
        return offset(parser.currentTokenLocation());
    }

    /** Where the current token ends, without line ends after it. */
    private int end(YAMLParser parser, int start) {
        return trimmed(start, offset(parser.currentLocation()));
    }

    private int trimmed(int start, int after) {
        int end = Math.max(start, after);
        while (end > start && charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    private int offset(TokenStreamLocation location) {
        return file.offsetByCodePoints(base, (int) location.getCharOffset());
    }
}

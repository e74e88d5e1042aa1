package org.waymark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Site;
import org.waymark.directory.Synonym;
import org.waymark.schema.CommonFields;
import org.waymark.schema.DateType;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.MapOf;
import org.waymark.schema.QualifiedReference;
import org.waymark.schema.Reference;
import org.waymark.source.Invisible;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * A directory with hostile content: for each string, one entry of each kind with the string in each field that
 * accepts it and in each Markdown construct. Rejected strings are recorded, and replaced by an example.
 */
public final class HostileProject {
    static final Settings SETTINGS = new Settings(LocalDate.of(2026, 11, 21), Optional.empty());

    private static final AtomicReference<List<String>> LAST_STRINGS = new AtomicReference<>();
    private static final AtomicReference<BuiltSite> LAST_SITE = new AtomicReference<>();
    private static final Span PLACE = new Span("content/site.yaml", 1, 1, 1, 2);
    private static final String FIRST_ID = "h-0";

    /** Values that make the entries visible. */
    private static final Map<String, String> SEEN = Map.of(
            CommonFields.DRAFT.name(), "no",
            CommonFields.PUBLISH_ON.name(), "2020-01-01",
            CommonFields.EXPIRE_ON.name(), "2099-12-31");

    /** A string rejected by a field, with the findings. */
    public record Refusal(String field, String text, List<Diagnostic> findings) {}

    private final List<Refusal> refusals = new ArrayList<>();
    /** How many strings each field has accepted. */
    private final Map<String, Integer> taken = new LinkedHashMap<>();

    private final Map<String, String> files = new LinkedHashMap<>();

    /** Writes an entry of each kind for each string. */
    public HostileProject(List<String> strings) {
        for (Kind kind : TestKinds.ALL.forReaders()) {
            for (int i = 0; i < strings.size(); i++) {
                add(kind, i, strings.get(i));
            }
        }
        for (int i = 0; i < strings.size(); i++) {
            add(TestKinds.ALL.notices(), i, strings.get(i));
            add(Synonym.KIND, i, strings.get(i));
        }
        files.put(Site.KIND.place().path(), site(strings.get(0)));
    }

    /** The site of these strings. The last one is cached, since several tests use it. */
    public static synchronized BuiltSite built(List<String> strings) {
        if (!strings.equals(LAST_STRINGS.get())) {
            LAST_SITE.set(BuiltSite.of(new HostileProject(strings).project(), SETTINGS));
            LAST_STRINGS.set(strings);
        }
        return LAST_SITE.get();
    }

    /** The smallest directory with a string in each setting of the site. */
    public static Project settings(String text) {
        return TestProject.smallWith(
                SourceFile.of(Site.KIND.place().path(), new HostileProject(List.of(text)).site(text)));
    }

    public Project project() {
        SourceFile[] sources = files.entrySet().stream()
                .map(file -> SourceFile.of(file.getKey(), file.getValue()))
                .toArray(SourceFile[]::new);
        return TestProject.smallWith(sources);
    }

    /** The text of each file, by path. */
    public Map<String, String> files() {
        return files;
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    public Map<String, Integer> taken() {
        return taken;
    }

    private void add(Kind kind, int number, String text) {
        String id = "h-" + number;
        String fields = kind.fields().stream()
                .filter(field -> !field.name().equals("allow"))
                .map(field -> field.name() + ": " + value(kind.name(), field, id, text))
                .collect(Collectors.joining("\n"));
        if (kind.place() instanceof Kind.YamlList) {
            files.merge(kind.fileOf(new Id(id)), "- " + fields.replace("\n", "\n  ") + "\n", String::concat);
        } else {
            files.put(
                    kind.fileOf(new Id(id)),
                    kind.place().hasBody() ? "---\n" + fields + "\n---\n\n" + body(text) : fields + "\n");
        }
    }

    /** Turns adjustable errors into warnings, so none prevents publishing. */
    private String site(String text) {
        String fields = Site.KIND.fields().stream()
                .filter(field -> !field.name().equals(Site.SEVERITIES.name()))
                // The shape must be one that exists.
                .map(field -> field.name().equals(Site.SHAPE.name())
                        ? "shape: services-with-examples"
                        : field.name() + ": " + value(Site.KIND.name(), field, FIRST_ID, text))
                .collect(Collectors.joining("\n"));
        return fields + "\nseverities:\n"
                + Codes.adjustable().stream()
                        .map(code -> "  " + code + ": warning\n")
                        .collect(Collectors.joining());
    }

    private String value(String owner, Field<?> field, String id, String text) {
        String name = field.name();
        if (SEEN.containsKey(name)) {
            return SEEN.get(name);
        }
        switch (name) {
            case "former-ids":
                return "[was-" + id + (owner.equals(TestKinds.ALL.notices().name()) ? "-gone" : "") + "]";
            case "was":
                return "service/gone-" + id;
            case "related":
                return "[" + (id.equals(FIRST_ID) ? "h-1" : FIRST_ID) + "]";
            case "language":
                return "en-GB";
            default:
                return value(owner + "." + name, field, field.type(), id, text);
        }
    }

    private String value(String path, Field<?> field, FieldType<?> type, String id, String text) {
        if (isText(type) && path.endsWith(".term")) {
            return takes(path, field, new Scalar(text + " " + id, PLACE), text)
                    ? quoted(text + " " + id)
                    : quoted(field.type().example() + " " + id);
        }
        if (isText(type)) {
            return takes(path, field, new Scalar(text, PLACE), text)
                    ? quoted(text)
                    : quoted(field.type().example());
        }
        if (!type.choices().isEmpty()) {
            return quoted(type.choices().get(0));
        }
        if (type instanceof Reference) {
            return id;
        }
        if (type instanceof QualifiedReference) {
            return "service/" + id;
        }
        if (type instanceof ListOf<?> items && isText(items.item())) {
            var list = new Sequence(List.of(new Scalar(text, PLACE)), true, PLACE);
            return takes(path, field, list, text)
                    ? "[" + quoted(text) + "]"
                    : field.type().example();
        }
        if (type instanceof ListOf<?> items) {
            return "[" + value(path, field, items.item(), id, text) + "]";
        }
        if (type instanceof Group<?> group) {
            return group.fields().stream()
                    .map(part -> part.name() + ": " + value(path, part, id, text))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return quoted(type.example());
    }

    /** Whether a field takes free text. */
    static boolean isText(FieldType<?> type) {
        return type.choices().isEmpty()
                && !(type instanceof DateType)
                && !(type instanceof Reference)
                && !(type instanceof QualifiedReference)
                && !(type instanceof ListOf)
                && !(type instanceof Group)
                && !(type instanceof MapOf);
    }

    private boolean takes(String path, Field<?> field, Value value, String text) {
        List<Diagnostic> findings = field.type().decode(field.name(), value).diagnostics();
        boolean isTaken = findings.stream().noneMatch(Diagnostic::isError);
        if (isTaken) {
            taken.merge(path, 1, Integer::sum);
        } else {
            refusals.add(new Refusal(path, text, findings));
        }
        return isTaken;
    }

    /** In double quotes, for which YAML has an escape for everything. */
    static String quoted(String text) {
        var yaml = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            char c = (char) unit;
            if (c == '"' || c == '\\') {
                yaml.append('\\').append(c);
            } else if (c < ' ' || (c > '~' && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c))) {
                yaml.append(String.format(Locale.ROOT, "\\u%04X", unit));
            } else {
                yaml.append(c);
            }
        });
        String quoted = yaml.append('"').toString();
        return isWhole(text)
                ? quoted
                : quoted.chars()
                        .mapToObj(c -> Character.isSurrogate((char) c)
                                ? String.format(Locale.ROOT, "\\u%04X", c)
                                : Character.toString(c))
                        .collect(Collectors.joining());
    }

    /** Whether a text has no lone surrogates, and so can be in a file. */
    static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /**
     * A string in each construct of Markdown. Leaves out what no file may contain; other tests check that it is
     * reported.
     */
    static String body(String hostile) {
        String text = hostile.codePoints()
                .filter(c -> !Invisible.isIn(Character.toString(c)) || c == '\r')
                .filter(c -> c != 0xFFFD)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .replace("\r", "\n")
                .replaceAll("&#(1|128);", "");
        return String.join(
                                "\n\n",
                                "## S",
                                "S",
                                "S\nS",
                                "Words before S words after.",
                                "S\n===",
                                "- S\n  1. S",
                                "> S",
                                "*S* **S** `S`",
                                "```S\nS\n```",
                                "~~~ S\nS\n~~~",
                                "    S",
                                "| S | S |\n|---|---|\n| S | S |",
                                "[S](https://www.example.org/)",
                                "[a link](S) [a link](<S>) [a link](https://www.example.org/S) [a link](https://www.example.org/?S#S)",
                                "[a link](https://www.example.org/ \"S\") [a link](https://www.example.org/ 'S')",
                                "![S](../images/bus.svg) ![a bus](S) ![a bus](<S>) ![a bus](../images/bus.svg \"S\")",
                                "![a bus](../images/bus.svg#S) [a bus](../images/bus.svg?S)",
                                "<S> <https://www.example.org/S> <S@example.org>",
                                "[one] [two][S] [three][three]",
                                "[one]: S",
                                "[S]: https://www.example.org/S",
                                "[three]: <S> \"S\"",
                                "<div S>S</div>",
                                "\\S &S; S&#60;S",
                                "S")
                        .replace("S", text)
                + "\n";
    }
}

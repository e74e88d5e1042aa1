package org.waymark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Fields as people type them: each value in any YAML style that can represent it, with comments and blank lines
 * between.
 *
 * @param text of the file
 * @param meaning a text, or a list of texts, by the name of its field
 * @param scalars each individual value as typed, in file order
 * @param comments all comments, in file order
 */
public record TypedYaml(String text, Map<String, Object> meaning, List<String> scalars, List<String> comments) {
    /** Fields with a single value, and with a list. */
    public static final List<String> SINGLE = List.of("name", "place", "summary", "website");

    public static final List<String> LISTS = List.of("former-ids", "allow");

    private static final List<String> SIGNS = List.of(
            "a",
            "b",
            "Z",
            "0",
            "9",
            " ",
            "  ",
            "é",
            "e\u0301",
            "\uD83D\uDE8C",
            "'",
            "\"",
            ":",
            ": ",
            " #",
            "#",
            "-",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            ", ",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "\\",
            "~",
            "?",
            "null",
            "yes",
            "---");

    /** A value and how it is typed. */
    private record Typed(String value, String form) {}

    public static Arbitrary<TypedYaml> any() {
        Arbitrary<List<String>> names = Arbitraries.shuffle(SINGLE.get(0), SINGLE.get(1), SINGLE.get(2), "website")
                .flatMap(single -> Arbitraries.shuffle("former-ids", "allow")
                        .flatMap(lists -> Arbitraries.shuffle(joined(single, lists))));
        Arbitrary<List<Typed>> values = scalar().list().ofSize(SINGLE.size());
        Arbitrary<List<List<Typed>>> lists = scalar().filter(
                        item -> !item.value().isEmpty())
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .list()
                .ofSize(LISTS.size());
        Arbitrary<List<Integer>> styles =
                Arbitraries.integers().between(0, 8).list().ofSize(6);
        return Combinators.combine(names, values, lists, styles, Arbitraries.of("\n", "\r\n"))
                .as(TypedYaml::write);
    }

    /** A single line of arbitrary characters. */
    public static Arbitrary<String> line() {
        return Arbitraries.of(SIGNS)
                .list()
                .ofMaxSize(8)
                .map(signs -> String.join("", signs).strip());
    }

    private static Arbitrary<Typed> scalar() {
        return Combinators.combine(line(), Arbitraries.integers().between(0, 2)).as(TypedYaml::typed);
    }

    private static Typed typed(String value, int style) {
        boolean isPlain =
                value.matches("[\\p{L}\\p{M}\uD83D\uDE8C][\\p{L}\\p{M}\\d \uD83D\uDE8C]*") && !value.equals("null");
        if (style == 0 && isPlain) {
            return new Typed(value, value);
        }
        return style == 1
                ? new Typed(value, "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                : new Typed(value, "'" + value.replace("'", "''") + "'");
    }

    private static List<String> joined(List<String> some, List<String> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static TypedYaml write(
            List<String> names, List<Typed> values, List<List<Typed>> lists, List<Integer> styles, String lineEnd) {
        var lines = new ArrayList<String>();
        Map<String, Object> meaning = new LinkedHashMap<>();
        var scalars = new ArrayList<String>();
        var comments = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int style = styles.get(i);
            String comment = style % 3 == 0 ? " # remark " + i : "";
            if (!comment.isEmpty()) {
                comments.add(comment.strip());
            }
            if (SINGLE.contains(name)) {
                Typed value = values.get(SINGLE.indexOf(name));
                lines.add(name + ": " + value.form() + comment);
                meaning.put(name, value.value());
                scalars.add(value.form());
            } else {
                List<Typed> items = lists.get(LISTS.indexOf(name));
                List<String> forms = items.stream().map(Typed::form).toList();
                if (style < 4) {
                    lines.add(name + ": [" + String.join(", ", forms) + "]" + comment);
                } else {
                    lines.add(name + ":" + comment);
                    String indentation = " ".repeat(style - 4);
                    forms.forEach(form -> lines.add(indentation + "- " + form));
                }
                meaning.put(name, items.stream().map(Typed::value).toList());
                scalars.addAll(forms);
            }
            if (style % 4 == 1) {
                lines.add("");
            }
        }
        return new TypedYaml(String.join(lineEnd, lines) + lineEnd, meaning, scalars, comments);
    }
}

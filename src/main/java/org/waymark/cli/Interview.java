package org.waymark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.DateType;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.ListOf;
import org.waymark.schema.Reference;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;
import org.waymark.tool.edit.TypedFields;

/**
 * Asks on a terminal for the required fields of a new entry. A choice is made by number, or by any unambiguous part of its
 * name.
 */
final class Interview {
    /** Longer lists are cut; a few letters narrow them down. */
    private static final int LONGEST_LIST = 20;

    private final BufferedReader in;
    private final PrintWriter out;
    private final TypedFields fields;
    private final Directory directory;
    private final LocalDate today;
    private final Set<String> optional = new HashSet<>();

    /** An interview that sets the fields of an entry. */
    Interview(BufferedReader in, PrintWriter out, TypedFields fields, Directory directory, LocalDate today) {
        this.in = in;
        this.out = out;
        this.fields = fields;
        this.directory = directory;
        this.today = today;
    }

    /** Allows a part of a group to be left empty although its type requires it, since it has a default. */
    Interview withDefaultFor(String path) {
        optional.add(path);
        return this;
    }

    /** A choice. */
    private record MenuItem(String word, String name) {
        boolean contains(String typed) {
            return word.toLowerCase(Locale.ROOT).contains(typed)
                    || name.toLowerCase(Locale.ROOT).contains(typed);
        }
    }

    /** The keyboard; empty without a terminal. */
    static Optional<BufferedReader> keyboard() {
        return Terminal.console().map(console -> new BufferedReader(console.reader()));
    }

    /**
     * Asks for one of several words.
     *
     * @param words each with its meaning
     * @param usual the word that an empty answer selects
     * @return empty if the input ends
     */
    Optional<String> choose(String question, Map<String, String> words, String usual) {
        List<MenuItem> choices = new ArrayList<>();
        words.forEach((word, meaning) -> choices.add(new MenuItem(word, meaning)));
        var answer = new AtomicReference<@Nullable String>();
        untilStopped(() -> {
            out.println();
            out.println(question + " (Enter: " + usual + ")");
            show(choices);
            while (answer.get() == null) {
                String typed = answer(">").strip();
                answer.set(typed.isEmpty() ? usual : chosen(typed, choices).orElse(null));
            }
        });
        return Optional.ofNullable(answer.get());
    }

    /** Asks for each required field that is not set yet, until the input ends. */
    void askFor(List<Field<?>> all) {
        untilStopped(() -> {
            for (Field<?> field : all) {
                boolean isGroup = field.type() instanceof Group;
                if (field.isRequired() && (isGroup || !fields.has(field.name()))) {
                    ask(field, field.name());
                }
            }
        });
    }

    /** Asks questions until the input ends. */
    private void untilStopped(Runnable questions) {
        var stopped = new Thread(() -> {
            out.println("\nStopped. Nothing was written.");
            out.flush();
        });
        // Ctrl-C; otherwise the next prompt of the shell would be on the line of the question.
        Runtime.getRuntime().addShutdownHook(stopped);
        try {
            questions.run();
        } catch (NoMoreAnswers e) {
            out.println();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(stopped);
        } catch (IllegalStateException e) {
            // Already stopping.
        }
    }

    private void ask(Field<?> field, String path) {
        FieldType<?> type = field.type();
        if (type instanceof Group<?> group) {
            group.fields().stream()
                    .filter(part -> !fields.has(path + "." + part.name()))
                    .forEach(part -> ask(part, path + "." + part.name()));
        } else if (type instanceof ListOf<?> items) {
            askItems(field, items.item(), path);
        } else {
            askOne(field, type, path, !field.isRequired() || optional.contains(path));
        }
    }

    private void askItems(Field<?> field, FieldType<?> item, String path) {
        boolean more = true;
        while (more) {
            if (item instanceof Group<?> group) {
                group.fields().forEach(part -> ask(part, path + "." + part.name()));
                more = answer("Another of `" + path + "`? [y/N]")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("y");
            } else {
                more = askOne(field, item, path, fields.has(path));
            }
        }
    }

    /** Asks until the answer is valid. Returns false if it was left empty. */
    private boolean askOne(Field<?> field, FieldType<?> type, String path, boolean mayBeEmpty) {
        List<MenuItem> choices = choices(type);
        boolean isDay = type instanceof DateType && !mayBeEmpty;
        out.println();
        out.println(path + ": " + field.doc() + example(field, choices) + whenEmpty(path, isDay, mayBeEmpty));
        if (!fields.has(path)) {
            show(choices);
        }
        while (true) {
            String typed = answer(">").strip();
            if (typed.isEmpty() && mayBeEmpty) {
                return false;
            }
            List<String> values = values(field, typed.isEmpty() && isDay ? today.toString() : typed, choices);
            if (!values.isEmpty() && values.stream().allMatch(value -> isRight(field.type(), path, value))) {
                values.forEach(value -> fields.set(path, value.replace(",", "\\,")));
                return true;
            }
        }
    }

    /** The intended value, with commas and backslashes as in {@code --set}; nothing if any of it is not understood. */
    private List<String> values(Field<?> field, String typed, List<MenuItem> choices) {
        boolean isOne = !(field.type() instanceof ListOf)
                || choices.stream().anyMatch(choice -> choice.name().equalsIgnoreCase(typed));
        List<String> parts = isOne ? List.of(typed.replace("\\,", ",")) : TypedFields.parts(typed);
        List<Optional<String>> values = parts.stream()
                .map(part -> choices.isEmpty() ? Optional.of(part) : chosen(part, choices))
                .toList();
        return values.stream().allMatch(Optional::isPresent)
                ? values.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    private static String example(Field<?> field, List<MenuItem> choices) {
        return choices.isEmpty() ? ", for example " + field.type().example().replaceAll("^\\[|\\]$", "") : "";
    }

    private String whenEmpty(String path, boolean isDay, boolean mayBeEmpty) {
        if (isDay) {
            return " (Enter: today)";
        }
        return mayBeEmpty ? " (Enter: " + (fields.has(path) ? "no more" : "none") + ")" : "";
    }

    private List<MenuItem> choices(FieldType<?> type) {
        if (!type.choices().isEmpty()) {
            return type.choices().stream().map(word -> new MenuItem(word, "")).toList();
        }
        return type instanceof Reference reference
                ? reference.kinds().stream()
                        .map(name -> directory.kinds().named(name).orElseThrow())
                        .flatMap(kind -> directory
                                .entries(kind)
                                .filter(Entry::isComplete)
                                .sorted(directory.order().byLabel())
                                .map(entry -> new MenuItem(reference.typed(kind.name(), entry.id()), entry.label())))
                        .toList()
                : List.of();
    }

    private void show(List<MenuItem> choices) {
        IntStream.range(0, Math.min(choices.size(), LONGEST_LIST)).forEach(i -> show(i + 1, choices.get(i)));
        if (choices.size() > LONGEST_LIST) {
            out.println("  … and " + (choices.size() - LONGEST_LIST)
                    + " more; type a few letters of the name to narrow them down");
        }
    }

    private void show(int number, MenuItem choice) {
        String name = choice.name().isEmpty() ? "" : "  (" + TerminalEscaper.of(choice.name()) + ")";
        out.println(String.format(Locale.ROOT, "%4d  ", number) + choice.word() + name);
    }

    /** The choice that matches; if several do, shows them. */
    private Optional<String> chosen(String typed, List<MenuItem> choices) {
        if (typed.matches("\\d{1,6}")) {
            int number = Integer.parseInt(typed);
            if (number >= 1 && number <= choices.size()) {
                return Optional.of(choices.get(number - 1).word());
            }
        }
        String letters = typed.toLowerCase(Locale.ROOT);
        List<String> words = choices.stream().map(MenuItem::word).toList();
        Optional<String> same =
                words.stream().filter(word -> word.equalsIgnoreCase(typed)).findFirst();
        List<Integer> near = IntStream.range(0, choices.size())
                .filter(i -> !letters.isEmpty() && choices.get(i).contains(letters))
                .boxed()
                .toList();
        if (same.isPresent() || near.size() == 1) {
            String word = same.orElseGet(() -> choices.get(near.get(0)).word());
            out.println("  " + word);
            return Optional.of(word);
        }
        if (near.isEmpty()) {
            String wrong = typed.isEmpty() ? "" : "There is no `" + typed + "`. ";
            out.println("  " + wrong
                    + DidYouMean.nearest(typed, words)
                            .map(word -> "Did you mean `" + word + "`?")
                            .orElse("Type a number or part of a name"
                                    + (typed.isEmpty() ? "." : ", or Ctrl-C to stop and add it first.")));
        } else {
            near.forEach(i -> show(i + 1, choices.get(i)));
        }
        return Optional.empty();
    }

    private boolean isRight(FieldType<?> type, String path, String text) {
        if (text.isEmpty()) {
            out.println("  An answer is needed here. Ctrl-C stops, and nothing is written.");
            return false;
        }
        Value value = new Scalar(text, Span.startOf(path));
        // The number of items in a list can only be checked once it is complete.
        List<Diagnostic> wrong = (type instanceof ListOf<?> items ? items.item() : type)
                .decode(path, value)
                .diagnostics();
        wrong.forEach(finding -> out.println("  " + finding.message()
                + finding.help().map(help -> "; " + help).orElse("")));
        return wrong.isEmpty();
    }

    private String answer(String prompt) {
        out.print(prompt + " ");
        out.flush();
        try {
            String line = in.readLine();
            if (line == null) {
                throw new NoMoreAnswers();
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The input ended before the last question. */
    private static final class NoMoreAnswers extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

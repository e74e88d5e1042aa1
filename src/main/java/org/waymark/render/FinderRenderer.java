package org.waymark.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.Cards.Card;
import org.waymark.plan.Finder;
import org.waymark.plan.SitePlan;
import org.waymark.search.ScriptWriter;

/**
 * The data of lists with filters, for {@code templates/assets/finder.js}. The data are scripts that call one
 * function, since a page opened from a folder on disk can run scripts next to it but read no other files.
 *
 * <p>{@code facets.js} holds the facet values of all entries and is always loaded, so it is compact: each facet is a
 * list of the combinations of its values, and a string with a fixed number of digits for each entry. Former names of
 * facets and values come last, if there are any. The texts of cards are in one file for each page, {@code 0.js} and so
 * on, loaded when needed.
 */
final class FinderRenderer implements Renderer {
    private static final String CALL = "waymarkFinder(";

    /** The "base64url" alphabet (RFC 4648, section 5), which needs no escaping in a script. */
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        String separator = plan.labels().text("facts-separator");
        plan.finders().forEach(finder -> render(finder, plan.frame().badges(), separator, output));
        return List.of();
    }

    private static void render(
            Finder finder, Map<String, String> badges, String separator, Consumer<OutputFile> output) {
        if (finder.entries().isEmpty()) {
            return;
        }
        output.accept(OutputFile.Made.text(finder.folder() + "facets.js", facets(finder)));
        finder.places()
                .ifPresent(places -> output.accept(OutputFile.Made.text(
                        finder.folder() + "here.js",
                        new ScriptWriter()
                                .raw(CALL)
                                .string("here")
                                .raw(",")
                                .raw(places)
                                .raw(");\n")
                                .toString())));
        int size = finder.pageSize();
        for (int from = 0; from < finder.entries().size(); from += size) {
            List<Finder.Item> part = finder.entries()
                    .subList(from, Math.min(from + size, finder.entries().size()));
            output.accept(OutputFile.Made.text(
                    finder.folder() + from / size + ".js", cards(from / size, part, badges, separator)));
        }
    }

    private static String facets(Finder finder) {
        var script = new ScriptWriter().raw(CALL).string("facets").raw(",[");
        script.number(finder.pageSize()).raw(",").number(finder.entries().size());
        script.raw(",").list(finder.facets(), facet -> {
            script.raw("[").string(facet.word()).raw(",").number(facet.within().orElse(-1));
            script.raw(",").list(facet.values(), value -> {
                script.raw("[").string(value.id()).raw(",").string(value.label());
                script.raw(",").string(value.phrase());
                if (facet.within().isPresent() || value.group() >= 0) {
                    script.raw(",").number(value.group());
                }
                script.raw("]");
            });
            script.raw("]");
        });
        for (int facet = 0; facet < finder.facets().size(); facet++) {
            // The values of a facet that groups another follow from those of the other.
            if (!groups(finder, facet)) {
                addColumn(script.raw(","), finder, facet);
            } else {
                script.raw(",0");
            }
        }
        addFormer(script, finder);
        return script.raw("]);\n").toString();
    }

    /** For each facet its former words, and each former id with the present one. */
    private static void addFormer(ScriptWriter script, Finder finder) {
        boolean isAny = finder.facets().stream()
                .anyMatch(facet -> !facet.formerWords().isEmpty()
                        || facet.values().stream()
                                .anyMatch(value -> !value.formerIds().isEmpty()));
        if (!isAny) {
            return;
        }
        script.raw(",").list(finder.facets(), facet -> {
            script.raw("[").strings(facet.formerWords());
            List<List<String>> ids = facet.values().stream()
                    .flatMap(value -> value.formerIds().stream().map(former -> List.of(former, value.id())))
                    .toList();
            script.raw(",").list(ids, script::strings).raw("]");
        });
    }

    private static boolean groups(Finder finder, int facet) {
        return finder.facets().stream()
                .anyMatch(
                        other -> other.within().filter(outer -> outer == facet).isPresent());
    }

    /** The different combinations of values, and which of them each entry has. */
    private static void addColumn(ScriptWriter script, Finder finder, int facet) {
        Map<List<Integer>, Integer> sets = new HashMap<>();
        var distinct = new ArrayList<List<Integer>>();
        for (Finder.Item entry : finder.entries()) {
            List<Integer> values = entry.values().get(facet);
            if (sets.putIfAbsent(values, sets.size()) == null) {
                distinct.add(values);
            }
        }
        script.raw("[").list(distinct, script::numbers);
        script.raw(",")
                .string(column(
                        finder,
                        distinct.size(),
                        entry -> sets.getOrDefault(entry.values().get(facet), 0)));
        script.raw("]");
    }

    /** A number below {@code values} for each entry, each with as many digits as the largest needs. */
    private static String column(Finder finder, int values, ToIntFunction<Finder.Item> value) {
        int width = 1;
        for (long reach = DIGITS.length(); reach < values; reach *= DIGITS.length()) {
            width++;
        }
        var text = new StringBuilder(finder.entries().size() * width);
        for (Finder.Item entry : finder.entries()) {
            int number = value.applyAsInt(entry);
            for (int digit = width - 1; digit >= 0; digit--) {
                text.append(DIGITS.charAt(number >> (6 * digit) & 63));
            }
        }
        return text.toString();
    }

    private static String cards(int number, List<Finder.Item> entries, Map<String, String> badges, String separator) {
        var script = new ScriptWriter().raw(CALL).number(number).raw(",");
        script.list(entries, entry -> {
            Card card = entry.card();
            String facts = card.line(separator);
            String badge = badges.getOrDefault(card.link().path(), "");
            script.strings(List.of(
                    card.link().path(),
                    card.link().text(),
                    card.summary().orElse(""),
                    badge.isEmpty() || facts.isEmpty() ? badge + facts : badge + separator + facts));
        });
        return script.raw(");\n").toString();
    }
}

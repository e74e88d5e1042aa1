package org.waymark.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.Finder;
import org.waymark.plan.ListItems.CaseStudyItem;
import org.waymark.plan.SitePlan;
import org.waymark.search.ScriptWriter;

/**
 * The data of the case-study finder, for {@code templates/assets/finder.js}. The data are scripts that call one
 * function, since a page opened from a folder on disk can run scripts next to it but read no other files.
 *
 * <p>{@code facets.js} holds the facet values of all case studies and is always loaded, so it is compact: each facet
 * is a string with a fixed number of digits for each case study. The texts of cards are in one file for each page,
 * {@code 0.js} and so on, loaded when needed.
 */
final class FinderRenderer implements Renderer {
    private static final String CALL = "waymarkFinder(";

    /** The "base64url" alphabet (RFC 4648, section 5), which needs no escaping in a script. */
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        Finder finder = plan.finder();
        if (finder.entries().isEmpty()) {
            return List.of();
        }
        output.accept(OutputFile.Made.text(finder.folder() + "facets.js", facets(finder)));
        int size = finder.pageSize();
        for (int from = 0; from < finder.entries().size(); from += size) {
            List<Finder.FinderStudy> part = finder.entries()
                    .subList(from, Math.min(from + size, finder.entries().size()));
            output.accept(OutputFile.Made.text(
                    finder.folder() + from / size + ".js",
                    cards(from / size, part, plan.frame().badges())));
        }
        return List.of();
    }

    private static String facets(Finder finder) {
        Map<List<Integer>, Integer> sets = new HashMap<>();
        var distinct = new ArrayList<List<Integer>>();
        for (Finder.FinderStudy entry : finder.entries()) {
            if (sets.putIfAbsent(entry.services(), sets.size()) == null) {
                distinct.add(entry.services());
            }
        }
        var script = new ScriptWriter().raw(CALL).string("facets").raw(",[");
        script.number(finder.pageSize()).raw(",").number(finder.entries().size());
        script.raw(",").list(finder.categories(), category -> value(script, category));
        script.raw(",")
                .list(
                        finder.services(),
                        service -> script.raw("[")
                                .string(service.id())
                                .raw(",")
                                .string(service.label())
                                .raw(",")
                                .number(service.category())
                                .raw("]"));
        script.raw(",")
                .list(
                        finder.regions(),
                        region -> script.strings(List.of(region.id(), region.label(), region.phrase())));
        script.raw(",").list(finder.kinds(), kind -> value(script, kind));
        script.raw(",").list(distinct, script::numbers);
        script.raw(",").string(column(finder, distinct.size(), entry -> sets.getOrDefault(entry.services(), 0)));
        script.raw(",").string(column(finder, finder.regions().size(), Finder.FinderStudy::region));
        script.raw(",").string(column(finder, finder.kinds().size(), Finder.FinderStudy::kind));
        return script.raw("]);\n").toString();
    }

    private static void value(ScriptWriter script, Finder.FinderValue value) {
        script.strings(List.of(value.id(), value.label()));
    }

    /** A number below {@code values} for each entry, each with as many digits as the largest needs. */
    private static String column(Finder finder, int values, Function<Finder.FinderStudy, Integer> value) {
        int width = 1;
        for (long reach = DIGITS.length(); reach < values; reach *= DIGITS.length()) {
            width++;
        }
        var text = new StringBuilder(finder.entries().size() * width);
        for (Finder.FinderStudy entry : finder.entries()) {
            int number = value.apply(entry);
            for (int digit = width - 1; digit >= 0; digit--) {
                text.append(DIGITS.charAt(number >> (6 * digit) & 63));
            }
        }
        return text.toString();
    }

    private static String cards(int number, List<Finder.FinderStudy> entries, Map<String, String> badges) {
        var script = new ScriptWriter().raw(CALL).number(number).raw(",");
        script.list(entries, entry -> {
            CaseStudyItem item = entry.item();
            String badge = badges.getOrDefault(item.link().path(), "");
            script.strings(List.of(
                    item.link().path(),
                    item.link().text(),
                    item.summary(),
                    badge.isEmpty() ? item.organisation() : badge + " · " + item.organisation(),
                    item.place()));
        });
        return script.raw(");\n").toString();
    }
}

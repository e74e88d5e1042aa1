package org.waymark.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.Finder;
import org.waymark.plan.Items.CaseStudyItem;
import org.waymark.plan.SitePlan;

/**
 * The data of the case-study finder, for {@code templates/assets/finder.js}. They are scripts that call one function,
 * since a page from a folder on disk may run scripts beside it but read no other files.
 *
 * <p>{@code facets.js} says for each case study which values it has, and is loaded at once; so it is written densely: each
 * facet is one text with a fixed number of digits for each case study. What cards show is in files of one page each,
 * {@code 0.js} and so on, which are loaded when they are needed.
 */
final class FinderRenderer implements Renderer {
    /** The alphabet of "base64url" (RFC 4648, section 5), which needs no escape in a script. */
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
            List<Finder.Entry> part = finder.entries()
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
        for (Finder.Entry entry : finder.entries()) {
            if (sets.putIfAbsent(entry.services(), sets.size()) == null) {
                distinct.add(entry.services());
            }
        }
        var script = new Script("waymarkFinder").text("facets").open();
        script.number(finder.pageSize()).number(finder.entries().size());
        script.open();
        finder.categories()
                .forEach(c -> script.open().text(c.id()).text(c.label()).close());
        script.close().open();
        finder.services()
                .forEach(s -> script.open()
                        .text(s.id())
                        .text(s.label())
                        .number(s.category())
                        .close());
        script.close().open();
        finder.regions()
                .forEach(r -> script.open()
                        .text(r.id())
                        .text(r.label())
                        .text(r.phrase())
                        .close());
        script.close().open();
        finder.kinds().forEach(k -> script.open().text(k.id()).text(k.label()).close());
        script.close().open();
        for (List<Integer> set : distinct) {
            script.open();
            set.forEach(script::number);
            script.close();
        }
        script.close();
        script.text(column(finder, distinct.size(), entry -> sets.getOrDefault(entry.services(), 0)));
        script.text(column(finder, finder.regions().size(), Finder.Entry::region));
        script.text(column(finder, finder.kinds().size(), Finder.Entry::kind));
        return script.close().end();
    }

    /** A number below {@code values} for each entry, in as many digits as the largest needs. */
    private static String column(Finder finder, int values, Function<Finder.Entry, Integer> value) {
        int width = 1;
        for (long reach = DIGITS.length(); reach < values; reach *= DIGITS.length()) {
            width++;
        }
        var text = new StringBuilder(finder.entries().size() * width);
        for (Finder.Entry entry : finder.entries()) {
            int number = value.apply(entry);
            for (int digit = width - 1; digit >= 0; digit--) {
                text.append(DIGITS.charAt(number >> (6 * digit) & 63));
            }
        }
        return text.toString();
    }

    private static String cards(int number, List<Finder.Entry> entries, Map<String, String> badges) {
        var script = new Script("waymarkFinder").number(number).open();
        for (Finder.Entry entry : entries) {
            CaseStudyItem item = entry.item();
            String badge = badges.getOrDefault(item.link().path(), "");
            script.open()
                    .text(item.link().path())
                    .text(item.link().text())
                    .text(item.summary())
                    .text(badge.isEmpty() ? item.organisation() : badge + " · " + item.organisation())
                    .text(item.place())
                    .close();
        }
        return script.close().end();
    }
}

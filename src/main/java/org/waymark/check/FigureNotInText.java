package org.waymark.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Figure;

/** A number in {@code figures} does not occur in the text, so one of the two was forgotten or mistyped. */
final class FigureNotInText implements TextRule {
    @Override
    public Code code() {
        return Codes.FIGURE_NOT_IN_TEXT;
    }

    @Override
    public Reader with(LanguageContext context) {
        return (entry, found) -> {
            if (entry.body().isEmpty() || isDraft(entry)) {
                return;
            }
            Map<Figure, Set<Amount>> missing = amounts(entry.entry());
            remove(missing, entry.body(), Amount::inDigits);
            // Numbers in words take long to find, and few figures need them.
            remove(missing, entry.body(), Amount::inWords);
            missing.keySet().forEach(figure -> found.accept(report(figure)));
        };
    }

    /** The numbers of each figure. */
    private static Map<Figure, Set<Amount>> amounts(Entry entry) {
        var amounts = new LinkedHashMap<Figure, Set<Amount>>();
        entry.all(Figure.class).forEach(figure -> {
            var ofFigure = new HashSet<>(Amount.inDigits(figure.value()));
            ofFigure.addAll(Amount.inWords(figure.value()));
            amounts.put(figure, ofFigure);
        });
        return amounts;
    }

    /** Removes the numbers that occur in a text, and the figures with none left. Reads no further than necessary. */
    private static void remove(
            Map<Figure, Set<Amount>> missing, List<WordedPassage> text, Function<String, List<Amount>> numbers) {
        missing.values().removeIf(Set::isEmpty);
        for (int i = 0; i < text.size() && !missing.isEmpty(); i++) {
            List<Amount> found = numbers.apply(text.get(i).text());
            missing.values().forEach(amounts -> found.forEach(amounts::remove));
            missing.values().removeIf(Set::isEmpty);
        }
    }

    private Diagnostic report(Figure figure) {
        return Diagnostic.of(
                code(),
                figure.valueSpan(),
                "`" + figure.value() + "` does not occur in the text",
                "say in the text what the figure counts and where it comes from, or correct the figure");
    }

    /** A draft need not contain all of them. */
    private static boolean isDraft(Wording entry) {
        return entry.entry().find(CommonFields.DRAFT).flatMap(draft -> draft).orElse(false);
    }
}

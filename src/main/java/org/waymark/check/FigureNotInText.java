package org.waymark.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Figure;

/** A number in {@code figures} is nowhere in the text, so that one of the two was forgotten or mistyped. */
final class FigureNotInText implements TextRule {
    @Override
    public Code code() {
        return Codes.FIGURE_NOT_IN_TEXT;
    }

    @Override
    public Reader with(LanguageContext context) {
        return (entry, found) -> {
            List<Figure> figures = entry.document().all(Figure.class).toList();
            if (figures.isEmpty() || entry.body().isEmpty() || isDraft(entry)) {
                return;
            }
            Set<Amount> inText = new HashSet<>();
            entry.body().forEach(passage -> inText.addAll(Amount.inDigits(passage.text())));
            List<Figure> missing =
                    figures.stream().filter(figure -> !occurs(figure, inText)).toList();
            if (!missing.isEmpty()) {
                // Numbers in words take long to find, and few figures need them.
                entry.body().forEach(passage -> inText.addAll(Amount.inWords(passage.text())));
            }
            missing.stream().filter(figure -> !occurs(figure, inText)).forEach(figure -> found.accept(report(figure)));
        };
    }

    private static boolean occurs(Figure figure, Set<Amount> amounts) {
        return amounts.containsAll(Amount.inDigits(figure.value()))
                && amounts.containsAll(Amount.inWords(figure.value()));
    }

    private Diagnostic report(Figure figure) {
        return Diagnostic.of(
                code(),
                figure.valueSpan(),
                "`" + figure.value() + "` does not occur in the text",
                "say in the text what the figure counts and where it comes from, or correct the figure");
    }

    /** A text that is still being written need not hold all of them. */
    private static boolean isDraft(Wording entry) {
        return entry.document()
                .fields()
                .find(CommonFields.DRAFT)
                .flatMap(draft -> draft)
                .orElse(false);
    }
}

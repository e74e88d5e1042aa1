package org.waymark.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.model.CaseStudy;

/** A number in {@code figures} stands nowhere in the text, so that one of the two was forgotten or mistyped. */
final class FigureNotInText implements TextRule {
    @Override
    public Code code() {
        return Codes.FIGURE_NOT_IN_TEXT;
    }

    @Override
    public boolean isEnglish() {
        return true;
    }

    @Override
    public Reader with(Vocabulary vocabulary) {
        return (entry, found) -> {
            List<CaseStudy.Figure> figures =
                    entry.document().fields().find(CaseStudy.FIGURES).orElse(List.of());
            if (figures.isEmpty() || entry.body().isEmpty()) {
                return;
            }
            Set<Amount> inText = new HashSet<>();
            entry.body().forEach(passage -> inText.addAll(Amount.in(passage.text())));
            for (CaseStudy.Figure figure : figures) {
                Set<Amount> missing = Amount.in(figure.value()).stream()
                        .filter(amount -> !inText.contains(amount))
                        .collect(Collectors.toSet());
                if (!missing.isEmpty()) {
                    found.accept(Diagnostic.of(
                            code(),
                            figure.valueSpan(),
                            "`" + figure.value() + "` does not occur in the text",
                            "say in the text what the figure counts and where it comes from, or correct the figure"));
                }
            }
        };
    }
}

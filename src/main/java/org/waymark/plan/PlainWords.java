package org.waymark.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.waymark.schema.Ages;
import org.waymark.schema.Eligibility;
import org.waymark.schema.Labels;
import org.waymark.schema.Money;
import org.waymark.schema.ServiceArea;

/** Prices, ages and areas as people write them. */
final class PlainWords {
    private PlainWords() {}

    /** {@code Free}, {@code £3.50 per session}, {@code £2 to £5 for members} */
    static String of(Money money, Labels labels) {
        String from = price(money, money.from(), labels);
        String words = money.isFree() || money.isWhatYouCan()
                ? labels.text(money.isFree() ? "free" : "what-you-can")
                : money.isSingle()
                        ? from
                        : money.to()
                                .map(most ->
                                        labels.text("period", Map.of("from", from, "to", price(money, most, labels))))
                                .orElseGet(() -> labels.capitalised(labels.text("price-from", Map.of("price", from))));
        String per = money.per()
                .map(unit -> labels.text("price-per", Map.of("price", words, "unit", unit)))
                .orElse(words);
        return money.whom()
                .map(group -> labels.text("price-for", Map.of("price", per, "group", group)))
                .orElse(per);
    }

    private static String price(Money money, BigDecimal number, Labels labels) {
        return labels.text("price", Map.of("currency", money.sign(), "number", NumberText.of(number, labels)));
    }

    static List<String> of(Eligibility eligibility, Labels labels) {
        var words = new ArrayList<String>();
        eligibility.ages().ifPresent(ages -> words.add(of(ages, labels)));
        words.addAll(eligibility.groups());
        eligibility.details().ifPresent(words::add);
        return words;
    }

    private static String of(Ages ages, Labels labels) {
        if (ages.from().isEmpty()) {
            return labels.text("ages-to", Map.of("to", labels.number(ages.to().getAsInt())));
        }
        String from = labels.number(ages.from().getAsInt());
        return ages.to().isEmpty()
                ? labels.text("ages-from", Map.of("from", from))
                : labels.text(
                        "ages",
                        Map.of("from", from, "to", labels.number(ages.to().getAsInt())));
    }

    static List<String> of(ServiceArea area, Labels labels) {
        var words = new ArrayList<String>(area.names());
        if (!area.postcodes().isEmpty()) {
            words.add(labels.text("postcodes", Map.of("list", labels.list("list-or", area.postcodes()))));
        }
        area.within()
                .ifPresent(distance ->
                        words.add(labels.text("within-distance", Map.of("number", NumberText.of(distance, labels)))));
        return words;
    }
}

package org.waymark.schema;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A price.
 *
 * @param from the least; zero if it is free
 * @param to the most; empty if it is open, the same as {@code from} for one price
 * @param currency three capital letters (ISO 4217)
 * @param per what it is for: {@code session}
 * @param whom who pays it: {@code members}
 */
public record Money(
        BigDecimal from, Optional<BigDecimal> to, String currency, Optional<String> per, Optional<String> whom) {
    public boolean isFree() {
        return to.filter(most -> most.signum() == 0).isPresent();
    }

    /** Whether it is one price rather than a range. */
    public boolean isSingle() {
        return to.filter(from::equals).isPresent();
    }

    /** The symbol before a number, or the code of the currency and a space. */
    public String sign() {
        return MoneyType.sign(currency);
    }

    /** As typed: {@code £2 to £5 per session for members} */
    @Override
    public String toString() {
        String price = isFree()
                ? MoneyType.FREE
                : isSingle()
                        ? sign() + from.toPlainString()
                        : to.map(most -> sign() + from.toPlainString() + " to " + sign() + most.toPlainString())
                                .orElse("from " + sign() + from.toPlainString());
        return price
                + per.map(each -> " per " + each).orElse("")
                + whom.map(each -> " for " + each).orElse("");
    }
}

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
    /** What a price means for a reader who looks for what is free. */
    public enum Charge {
        FREE("free"),
        /** Free, but only for those whom the price names. */
        FREE_FOR_SOME("free-for-some"),
        WHAT_YOU_CAN("what-you-can"),
        FEE("for-a-fee");

        private final String word;

        Charge(String word) {
            this.word = word;
        }

        /** Its part of an address, and its label. */
        public String word() {
            return word;
        }
    }

    public boolean isFree() {
        return to.filter(most -> most.signum() == 0).isPresent();
    }

    /** Whether people pay as much as they like. */
    public boolean isWhatYouCan() {
        return to.isEmpty() && from.signum() == 0;
    }

    public Charge charge() {
        if (isFree()) {
            return whom.isEmpty() ? Charge.FREE : Charge.FREE_FOR_SOME;
        }
        return isWhatYouCan() ? Charge.WHAT_YOU_CAN : Charge.FEE;
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
        String price = isFree() || isWhatYouCan()
                ? isFree() ? MoneyType.FREE : MoneyType.WHAT_YOU_CAN
                : isSingle()
                        ? sign() + from.toPlainString()
                        : to.map(most -> sign() + from.toPlainString() + " to " + sign() + most.toPlainString())
                                .orElse("from " + sign() + from.toPlainString());
        return price
                + per.map(each -> " per " + each).orElse("")
                + whom.map(each -> " for " + each).orElse("");
    }
}

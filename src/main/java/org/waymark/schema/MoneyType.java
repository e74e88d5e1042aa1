package org.waymark.schema;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A price: {@code free}, {@code what you can}, {@code £3.50 per session}, {@code £2 to £5}, {@code from £10 for visitors}.
 *
 * @param currency three capital letters (ISO 4217)
 */
public record MoneyType(String currency) implements ScalarType<Money> {
    static final String FREE = "free";
    static final String WHAT_YOU_CAN = "what you can";
    private static final Map<String, String> SIGNS = Map.of("GBP", "£", "EUR", "€", "USD", "$");
    private static final String USUAL = "GBP";
    private static final int LONGEST = 120;
    private static final int MOST_DIGITS = 9;
    private static final String NUMBER = "(-?\\d[\\d,]*(?:\\.\\d+)?)";
    private static final String REST = "(?: (?:per|a|an|each) (.+?))?(?: for (.+))?";
    private static final Pattern FREE_FORM = Pattern.compile("(?i:free(?: of charge)?|no charge|£0(?:\\.00)?)" + REST);
    private static final Pattern ANY_FORM =
            Pattern.compile("(?i:(?:pay )?what you can(?: afford)?|(?:by |a )?donations?)" + REST);
    private static final Pattern PENCE = Pattern.compile("(\\d{1,2})p" + REST);

    @Override
    public String expected() {
        return "a price such as `" + example() + "`, or `free`";
    }

    @Override
    public Outcome<Money> decode(String name, Scalar scalar) {
        String text = scalar.text().strip().replaceAll("\\s+", " ");
        InvalidValue invalid = invalid(name, scalar)
                .help("write it as `" + example() + "`, `" + sign(currency) + "2 to " + sign(currency) + "5`, `from "
                        + sign(currency) + "10 for visitors`, `what you can` or `free`");
        if (text.length() > LONGEST) {
            return invalid.outcome();
        }
        Matcher free = FREE_FORM.matcher(text);
        if (free.matches()) {
            return Outcome.of(money(BigDecimal.ZERO, Optional.of(BigDecimal.ZERO), free.group(1), free.group(2)));
        }
        Matcher any = ANY_FORM.matcher(text);
        if (any.matches()) {
            return Outcome.of(money(BigDecimal.ZERO, Optional.empty(), any.group(1), any.group(2)));
        }
        Matcher pence = PENCE.matcher(text);
        if (pence.matches() && currency.equals(USUAL)) {
            BigDecimal price = new BigDecimal(pence.group(1)).movePointLeft(2);
            return suggested(scalar, invalid, money(price, Optional.of(price), pence.group(2), pence.group(3)));
        }
        String price = "(?:" + Pattern.quote(sign(currency).strip()) + "|" + currency + ") ?" + NUMBER;
        Matcher form = Pattern.compile(
                        "(?:(from )" + price + "|" + price + "(?:(?: to | ?[-\u2013] ?)" + price + ")?)" + REST)
                .matcher(text.startsWith("-") ? text.substring(1) : text);
        if (!form.matches()) {
            return bare(scalar, invalid, text);
        }
        if (text.contains("-") && (text.startsWith("-") || (form.group(3) + form.group(2)).contains("-"))) {
            return new InvalidValue(scalar, "`" + name + "` is below nought: `" + text + "`")
                    .help("write what people pay, or `free`")
                    .outcome();
        }
        return read(name, scalar, form, invalid);
    }

    private Outcome<Money> read(String name, Scalar scalar, Matcher form, InvalidValue invalid) {
        boolean isOpen = form.group(1) != null;
        Optional<BigDecimal> from = number(isOpen ? form.group(2) : form.group(3));
        Optional<BigDecimal> to = form.group(4) == null ? (isOpen ? Optional.empty() : from) : number(form.group(4));
        if (from.isEmpty() || (to.isEmpty() && !isOpen)) {
            return invalid.help("write two digits after the point, or none: `" + sign(currency) + "3.50`, `"
                            + sign(currency) + "3`")
                    .outcome();
        }
        Money money = money(from.get(), to, form.group(5), form.group(6));
        return to.filter(most -> most.compareTo(from.get()) < 0).isPresent()
                ? new InvalidValue(
                                scalar,
                                "`" + name + "` begins with the higher price: `"
                                        + scalar.text().strip() + "`")
                        .help("did you mean `" + money(to.get(), from, form.group(5), form.group(6)) + "`?")
                        .outcome()
                : Outcome.of(money);
    }

    /** A number without a currency. */
    private Outcome<Money> bare(Scalar scalar, InvalidValue invalid, String text) {
        Optional<BigDecimal> price = text.matches("\\d[\\d,]*(?:\\.\\d+)?") ? number(text) : Optional.empty();
        return price.map(number -> suggested(scalar, invalid, money(number, price, null, null)))
                .orElseGet(invalid::outcome);
    }

    private static Outcome<Money> suggested(Scalar scalar, InvalidValue invalid, Money meant) {
        return invalid.help("did you mean `" + meant + "`?")
                .fix(scalar.written().map(span -> Fix.change(span, meant.toString(), false)))
                .outcome();
    }

    /** A price with two digits after the point, or none. */
    private Optional<BigDecimal> number(String text) {
        BigDecimal number = new BigDecimal(text.replace(",", ""));
        if (number.precision() - number.scale() > MOST_DIGITS) {
            return Optional.empty();
        }
        return number.scale() == 0
                        || number.scale()
                                == Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits())
                ? Optional.of(number)
                : Optional.empty();
    }

    private Money money(BigDecimal from, Optional<BigDecimal> to, @Nullable String per, @Nullable String whom) {
        return new Money(from, to, currency, Optional.ofNullable(per), Optional.ofNullable(whom));
    }

    /** The symbol before a number. */
    static String sign(String currency) {
        return SIGNS.getOrDefault(currency, currency + " ");
    }

    /** The currency of a country; pounds if it is unknown. */
    static String of(Optional<String> country) {
        return country.flatMap(code -> Optional.ofNullable(Currency.getInstance(new Locale("", code))))
                .map(Currency::getCurrencyCode)
                .orElse(USUAL);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", TEXT_TYPES);
    }

    @Override
    public String example() {
        return sign(currency) + (Currency.getInstance(currency).getDefaultFractionDigits() == 2 ? "3.50" : "350")
                + " per session";
    }
}

package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PluralRulesTest {
    /** ICU4J is an independent implementation of the same data. */
    @Test
    void agreeWithIcuInEveryLanguage() {
        for (ULocale locale : com.ibm.icu.text.PluralRules.getAvailableULocales()) {
            com.ibm.icu.text.PluralRules expected = com.ibm.icu.text.PluralRules.forLocale(locale);
            PluralRules rules = PluralRules.of(locale.toLanguageTag());
            IntStream.concat(
                            IntStream.rangeClosed(0, 1_200),
                            IntStream.of(9_999, 10_000, 100_000, 101_000, 999_999, 1_000_000))
                    .forEach(count -> assertEquals(
                            expected.select(count), rules.form(count), locale.toLanguageTag() + " " + count));
        }
    }

    @Test
    void fallBackToTheLanguageThatContainsIt() {
        assertEquals("few", PluralRules.of("sr-Latn-RS").form(3));
        assertEquals("other", PluralRules.of("pt-PT").form(0));
        assertEquals("one", PluralRules.of("pt-BR").form(0));
    }

    @Test
    void needNoFormForNumbersThatNoDirectoryHas() {
        assertEquals(List.of("one", "other"), PluralRules.of("fr").needed());
        assertEquals(
                List.of("zero", "one", "two", "few", "many", "other"),
                PluralRules.of("ar").needed());
        assertEquals(List.of("other"), PluralRules.of("ja").needed());
        assertEquals(List.of("other"), PluralRules.of("tlh").needed());
    }
}

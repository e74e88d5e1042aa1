package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "https://example.org/, https://example.org/",
                "https://[::1]/a[1], https://[::1]/a%5B1%5D",
                "https://example.org/a|b?c={d}#`e`, https://example.org/a%7Cb?c=%7Bd%7D#%60e%60",
                "https://example.org/100%, https://example.org/100%25",
                "https://example.org/%zz%41, https://example.org/%25zz%41",
                "https://example.org/é?a=b&c='d', https://example.org/é?a=b&c='d'",
                "https://example.org?q=a b, https://example.org?q=a%20b",
                "mailto:a@example.org, mailto:a@example.org",
                "https://example.org, https://example.org"
            })
    void encodesWhatAnAddressMayNotContain(String typed, String wanted) {
        assertEquals(wanted, Addresses.encoded(typed));
        assertEquals(wanted, Addresses.encoded(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "\u0001javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "//example.org/",
                "\\\\example.org/",
                "/\\example.org/",
                "\\/example.org/",
                "/\t/example.org/",
                "\u0001//example.org/"
            })
    void holdsAddressesThatLeadOffTheSiteUnsafeUnlessTheyOnlyLead(String address) {
        assertTrue(Addresses.isExternal(address));
        assertFalse(Addresses.isSafe(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "HTTP://example.org", "mailto:a@example.org", "tel:+441234567890"})
    void holdsAddressesThatOnlyLeadSomewhereSafe(String address) {
        assertTrue(Addresses.isExternal(address));
        assertTrue(Addresses.isSafe(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../services/a.md", "a.md#b", "#a:b", "", "a/b:c.md", "1:2"})
    void recognisesPaths(String address) {
        assertFalse(Addresses.isExternal(address));
    }
}

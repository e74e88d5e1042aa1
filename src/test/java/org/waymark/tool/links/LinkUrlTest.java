package org.waymark.tool.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkUrlTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {
                "https://example.org,https://example.org/",
                "HTTPS://EXAMPLE.org:443/A#b,https://example.org/A",
                "http://example.org:80?q,http://example.org/?q",
                "https://example.org:8443/,https://example.org:8443/",
                "https://example.org/a b,https://example.org/a%20b",
                "https://example.org/é/%C3%A9?ü=1,https://example.org/%C3%A9/%C3%A9?%C3%BC=1",
                "https://example.org/e\u0301,https://example.org/e%CC%81",
                "https://example.org/😀,https://example.org/%F0%9F%98%80",
                "https://example.org/100%,https://example.org/100%25",
                "https://example.org/a|b[c]?d{e}^`\"<>,https://example.org/a%7Cb%5Bc%5D?d%7Be%7D%5E%60%22%3C%3E",
                "https://münchen.example/,https://xn--mnchen-3ya.example/",
                "https://例え.テスト/,https://xn--r8jz45g.xn--zckzah/",
                "http://[2001:DB8::1]:8080/x,http://[2001:db8::1]:8080/x",
                "https://example.org./x,https://example.org./x",
                "https://example.org\\@evil.example/x,https://example.org/%5C@evil.example/x"
            })
    void asksForOneFormOfAnAddress(String typed, String asked) {
        assertEquals(asked, LinkUrl.of(typed).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mailto:a@example.org",
                "tel:+441432000000",
                "ftp://example.org/",
                "//example.org/",
                "https:/example.org",
                "https://",
                "https:///path",
                "https://user@example.org/",
                "https://user:secret@example.org/",
                "https://example.org:22/",
                "https://example.org:0/",
                "https://example.org:70000/",
                "https://example.org:999999999/",
                "https://exa mple.org/",
                "https://under_score.example.org/",
                "https://straße.example/",
                "https://[::1",
                "https://[nonsense]/",
                "https://%65xample.org/",
                "https://-.example.org/",
                "https://0x7f.1/"
            })
    void doesNotRequestInvalidAddresses(String typed) {
        assertEquals(Optional.empty(), LinkUrl.of(typed));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {
                "https://a.org/b/c?d,/x,https://a.org/x",
                "https://a.org/b/c?d,x,https://a.org/b/x",
                "https://a.org/b/c?d,?x,https://a.org/b/c?x",
                "https://a.org/b/c?d,#x,https://a.org/b/c?d",
                "https://a.org/b/c,../../../x/./y,https://a.org/x/y",
                "https://a.org/b/c,//b.org,https://b.org/",
                "https://a.org/b/c,HTTP://b.org/x#y,http://b.org/x",
                "https://a.org/b/c, /x y ,https://a.org/x%20y",
                "https://a.org/b/c,/caf\u00C3\u00A9,https://a.org/caf%C3%A9",
                "https://a.org/b/c,/caf\u00E9,https://a.org/caf%E9",
                "http://[::1]:8080/b,c,http://[::1]:8080/c"
            })
    void followsRedirects(String from, String location, String to) {
        assertEquals(
                to,
                LinkUrl.of(from).orElseThrow().resolve(location).orElseThrow().toString());
    }

    @Test
    void recognisesAddressesOfTheSamePage() {
        assertTrue(isSame("http://www.a.org/x?y", "https://a.org/x/?y"));
        assertFalse(isSame("http://www.a.org/x?y", "https://a.org/x"));
        assertFalse(isSame("http://a.org/x", "https://b.org/x"));
        assertFalse(isSame("http://a.org/x", "https://a.org/"));
    }

    private static boolean isSame(String from, String to) {
        return LinkUrl.of(from).orElseThrow().isSamePageAs(LinkUrl.of(to).orElseThrow());
    }
}

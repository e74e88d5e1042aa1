package org.waymark.tool.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;

/**
 * Reads any text as a web address, and text after a line end as the target of a redirect from it: what is requested has
 * one form, goes to a web server, and names no user.
 */
@Timeout(60)
class LinkUrlFuzzTest {
    @DictionaryFile(resourcePath = "/org/waymark/addresses.dict")
    @FuzzTest
    void readsAnything(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int cut = text.indexOf('\n');
        Optional<LinkUrl> address = LinkUrl.of(cut < 0 ? text : text.substring(0, cut));
        address.ifPresent(LinkUrlFuzzTest::assertSound);
        if (cut >= 0 && address.isPresent()) {
            String location =
                    new String(text.substring(cut + 1).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            address.get().resolve(location).ifPresent(LinkUrlFuzzTest::assertSound);
        }
    }

    private static void assertSound(LinkUrl address) {
        String text = address.toString();
        assertTrue(text.matches("https?://[!-~]+"), text);
        assertEquals(Optional.of(address), LinkUrl.of(text));
        assertEquals(null, address.uri().getRawUserInfo(), text);
        assertEquals(null, address.uri().getRawFragment(), text);
        int port = address.uri().getPort();
        assertTrue(port == -1 || port == 80 || port == 443 || port >= 1024 && port <= 65_535, text);
        assertTrue(address.uri().getRawPath().startsWith("/"), text);
        assertTrue(!address.host().isEmpty() && address.host().matches("[a-z0-9._:%-]+"), text);
        assertTrue(address.isSamePageAs(address) && address.resolve("").equals(Optional.of(address)), text);
    }
}

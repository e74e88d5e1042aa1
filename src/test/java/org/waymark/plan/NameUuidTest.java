package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameUuidTest {
    /** RFC 9562, appendix A.4. */
    @Test
    void makesTheExampleOfTheStandard() {
        UUID names = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertEquals("2ed6657d-e927-568b-95e1-2665a8aea6a2", NameUuid.of(names, "www.example.com"));
    }
}

package org.waymark.tool.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:4000, true, true",
        "LOCALHOST:4000, true, true",
        "127.0.0.1:4000, true, true",
        "[::1]:4000, true, true",
        "localhost:8080, false, true",
        "localhost, false, true",
        "192.0.2.7:4000, false, true",
        "[2001:db8::7]:4000, false, true",
        "studio.local:4000, false, true",
        "evil.example:4000, false, false",
        "localhost.evil.example:4000, false, false",
        "192.0.2.7.evil.example, false, false",
        "localhost:4000:4000, false, false",
        "'', false, false"
    })
    void recognisesNamesThatNoOtherSiteCanHave(String name, boolean onThisMachine, boolean open) {
        assertEquals(onThisMachine, HostNames.ofThisMachine(4000).has(name));
        assertEquals(open, HostNames.open("studio.local").has(name));
    }
}

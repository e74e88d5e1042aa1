package org.waymark.tool.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNetworkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "192.167.1.1",
                "198.17.0.1", "198.20.0.1", "223.255.255.255", "9.255.255.255", "11.0.0.0", "2a00:1450::1",
                        "2606:4700::1",
                "64:ff9b::808:808"
            })
    void holdsWhatEveryoneReaches(String number) throws UnknownHostException {
        assertTrue(PublicNetwork.holds(InetAddress.getByName(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:7f00:1::1",
                "3fff:123::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::808:808",
                "100::1"
            })
    void doesNotHoldWhatIsPrivateOrReserved(String number) throws UnknownHostException {
        assertFalse(PublicNetwork.holds(InetAddress.getByName(number)));
    }

    @Test
    void recognisesNamesOfPrivateNetworks() {
        for (String name : new String[] {"localhost", "LOCALHOST.", "a.localhost", "printer.local", "x.internal"}) {
            assertTrue(PublicNetwork.isPrivateName(name), name);
        }
        for (String name : new String[] {"local.example.org", "mylocal", "notlocalhost", "internal.org"}) {
            assertEquals(false, PublicNetwork.isPrivateName(name), name);
        }
    }
}
